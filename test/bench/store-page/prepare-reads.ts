import { seededRandom } from '../../../src/lib/seeded-random.ts';
import type { Step } from './alternate.ts';
import type { Contender } from './contender.ts';
import { askEnrolment, askSubscriptions, askTwoTags, countCourses, type Question } from './workload.ts';

export interface ReadPlan {
  readonly kind: 'reads';
  /** `common`: one of the two tags is on half of all events; `rare`: both are on 200. */
  readonly what: 'type-and-tag' | 'common-tags' | 'rare-tags';
  /** How many events a batch plan filled the log with. */
  readonly events: number;
  readonly reads: number;
}

export interface LastPlan {
  readonly kind: 'lasts';
  readonly what: 'type-and-tag' | 'enrolment';
  readonly events: number;
  readonly reads: number;
}

interface Reading {
  readonly question: Question;
  readonly count: number;
}

/** Reads what matches in one course after another, taken at random. */
export function prepareReads(contender: Contender, round: number, plan: ReadPlan): readonly Step[] {
  return pickCourses(round, plan).map((course) => {
    const { question, count } = askAbout(course, plan.what);
    return async () => {
      const found = await contender.read(question);
      if (found !== count) throw new Error(`${count} events were to be read, and ${found} were`);
    };
  });
}

/** Looks for the last match in one course after another, taken at random. */
export function prepareLasts(contender: Contender, round: number, plan: LastPlan): readonly Step[] {
  return pickCourses(round, plan).map((course) => {
    const question = plan.what === 'type-and-tag' ? askSubscriptions(course) : askEnrolment(course, course);
    return async () => {
      if ((await contender.lastPosition(question)) === 0) throw new Error('Nothing was found');
    };
  });
}

function pickCourses(seed: number, { events, reads }: ReadPlan | LastPlan): readonly string[] {
  const random = seededRandom(seed);
  return Array.from({ length: reads }, () => String(Math.floor(random() * countCourses(events))));
}

function askAbout(course: string, what: ReadPlan['what']): Reading {
  if (what === 'type-and-tag') return { question: askSubscriptions(course), count: 100 };
  if (what === 'common-tags') return { question: askTwoTags(course, 'term:spring'), count: 100 };
  return { question: askTwoTags(course, `student:${course}`), count: 2 };
}
