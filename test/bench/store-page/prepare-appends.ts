import type { Step } from './alternate.ts';
import type { Contender } from './contender.ts';
import { askEnrolment, askSubscriptions, countCourses, logEvent, subscribed } from './workload.ts';

export interface SinglePlan {
  readonly kind: 'singles';
  /** What each append is guarded by: one key, or the four that an enrolment is decided on. */
  readonly boundary: 'course' | 'enrolment';
  readonly appends: number;
}

/** Fills a log that is empty. */
export interface BatchPlan {
  readonly kind: 'batches';
  readonly events: number;
  readonly size: number;
}

const HOT_COURSES = 50;

/** One event at a time to one of some courses, each under a condition from the end of the log. */
export async function prepareSingles(
  contender: Contender,
  round: number,
  { boundary, appends }: SinglePlan,
): Promise<readonly Step[]> {
  const head = await contender.head();
  return Array.from({ length: appends }, (_, n) => {
    const [course, student] = [`hot-${n % HOT_COURSES}`, `new-${round}-${head + n}`];
    const question = boundary === 'course' ? askSubscriptions(course) : askEnrolment(course, student);
    const events = [subscribed(course, student)];
    return () => contender.append(events, question, head + n);
  });
}

/** A round's share of the batches that fill the log; the last round takes what is left over. */
export function prepareBatches(
  contender: Contender,
  round: number,
  { events, size }: BatchPlan,
  rounds: number,
): readonly Step[] {
  const courses = countCourses(events);
  const all = Math.floor(events / size);
  const share = Math.floor(all / (rounds + 1));
  const first = round * share;
  const count = round === rounds ? all - first : share;
  const question = askSubscriptions('none');
  return Array.from({ length: count }, (_, b) => {
    const start = (first + b) * size;
    const batch = Array.from({ length: size }, (_, i) => logEvent(start + i, courses));
    return () => contender.append(batch, question, start);
  });
}
