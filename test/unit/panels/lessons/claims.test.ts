import { describe, expect, it } from 'vitest';
import { runExamples } from '../../../../src/decision/run-examples.ts';
import type { LogEntry } from '../../../../src/exploration/result.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import type { LessonId, LessonStep } from '../../../../src/panels/lessons/lesson.ts';
import { answerBusy, loadAt } from '../../../../src/panels/lessons/say-busy.ts';
import type { StrategyId } from '../../../../src/strategies/program.ts';
import {
  ALL_LESSONS,
  compileDocument,
  exploreOn,
  loadOn,
  openLessonBoard,
  openStepBoard,
  tellOn,
} from './lesson-board.ts';

/** A race of a document in short: in how many of its schedules each verdict but `safe` occurs. */
function tell(document: JsonObject, race: string, strategy: StrategyId): string {
  const { schedules, verdicts, violations, outcomes } = exploreOn(document, race, strategy);
  const told = Object.entries(verdicts).filter(([verdict]) => verdict !== 'safe');
  const parts = told.map(([verdict, count]) => `${verdict} ${count.schedules}`);
  if (violations !== '0') parts.push(`violation ${violations}`);
  if (outcomes.partial !== undefined) parts.push(`partial ${outcomes.partial}`);
  return `${parts.join(', ') || 'safe'} of ${schedules}`;
}

/** A step, once it is sure that it says these words. */
function findStep(id: LessonId, step: string, words: string): LessonStep {
  const found = ALL_LESSONS.find((lesson) => lesson.id === id)?.steps.find((one) => one.id === step);
  expect(JSON.stringify(found)).toContain(words);
  return found as LessonStep;
}

/** The board of a step whose words are held to account, as it is at the start or once it was changed. */
function boardOf(id: LessonId, step: string, words: string, isChanged = false): JsonObject {
  const lesson = ALL_LESSONS.find((one) => one.id === id);
  if (lesson === undefined) throw new Error(`There is no lesson ${id}`);
  const found = findStep(id, step, words);
  const document = openStepBoard(lesson, found);
  return isChanged && found.kind === 'change' ? found.solution.edit(document) : document;
}

const EARLIER = (id: LessonId, board = 'main') => {
  const lesson = ALL_LESSONS.find((one) => one.id === id);
  if (lesson === undefined) throw new Error(`There is no lesson ${id}`);
  return openLessonBoard(lesson, board);
};

describe('what lesson 1 says is so', () => {
  const id = 'course-subscriptions';
  const race = 'The last course a student may take';

  it('s1 is in one of two courses, and then in three', () => {
    const words = 'Student s1 may take two courses and is in one.';
    const document = boardOf(id, 'predict', words);
    findStep(id, 'why', 'Student s1 is now in three courses and may take two.');
    const told = tellOn(document, { race, strategy: 'stream-version', order: [0, 1, 1, 0] });
    const isTaken = ({ type, tags }: LogEntry) => type === 'StudentSubscribed' && tags.includes('student:s1');
    expect(told.log.slice(0, 5).filter(isTaken)).toHaveLength(1);
    expect(told.log.filter(isTaken)).toHaveLength(3);
    expect(told.log.find(({ type }) => type === 'StudentRegistered')?.data['limit']).toBe(2);
    expect(told.steps.map(({ verdict }) => verdict)).toEqual([
      undefined,
      undefined,
      'safe',
      'missedConflict',
    ]);
  });

  it('neither stream had grown', () => {
    const document = boardOf(id, 'predict', 'One tab writes to `Course-c2`, the other to `Course-c1`.');
    const told = tellOn(document, { race, strategy: 'stream-version', order: [0, 1, 1, 0] });
    expect(told.steps.slice(2).map(({ guard }) => guard)).toEqual([
      { kind: 'streams', streams: ['Course-c2'] },
      { kind: 'streams', streams: ['Course-c1'] },
    ]);
  });

  it('streams miss, one log stops strangers, tags do neither', () => {
    const document = boardOf(id, 'tags', 'Streams miss the third course. One log misses nothing');
    expect(tell(document, race, 'stream-version')).toBe('missedConflict 4, violation 4 of 6');
    expect(tell(document, race, 'log-version')).toBe('conflict 4 of 6');
    expect(tell(document, 'Two students, two courses', 'log-version')).toBe('falseConflict 4 of 6');
    expect(tell(document, race, 'tag-condition')).toBe('conflict 4 of 6');
    expect(tell(document, 'Two students, two courses', 'tag-condition')).toBe('safe of 6');
  });

  it('stored twice, one go is right and one after the other leaves halves', () => {
    const document = boardOf(id, 'twice', 'half a subscription stays behind');
    findStep(id, 'twice', 'the second copy stops one of them for nothing');
    expect(tell(document, race, 'stream-version')).toBe('conflict 4 of 6');
    expect(tell(document, race, 'stream-saga')).toBe('conflict 40, partial 70 of 70');
    const roomy = 'One student, two courses, slots for both';
    expect(tell(document, roomy, 'stream-version')).toBe('falseConflict 4 of 6');
  });

  it('merged, the second click is stopped and nothing is left half written', () => {
    const words = 'Nothing can be left half written.';
    const step = findStep(id, 'merge', words);
    if (step.kind !== 'live') throw new Error('It is not done on a log');
    const deeds = step.acts.flatMap(({ deeds }) => deeds);
    const after = deeds.reduce(
      (now, deed) => (deed.kind === 'edit' ? deed.edit(now) : now),
      boardOf(id, 'merge', words),
    );
    expect(tell(after, race, 'tag-condition')).toBe('conflict 4 of 6');
    const told = tellOn(after, { race, strategy: 'tag-condition', order: [0, 1, 1, 0] });
    expect(told.log.filter(({ by }) => by !== null).map(({ type }) => type)).toEqual(['StudentSubscribed']);
    expect(runExamples(compileDocument(after)).filter(({ passed }) => !passed)).toEqual([]);
  });

  it('moved, the other rule is left alone', () => {
    const words = 'One race is mended and another is broken';
    const [before, after] = [boardOf(id, 'move', words), boardOf(id, 'move', words, true)];
    const last = 'The last two seats';
    expect(tell(before, last, 'stream-version')).toBe('conflict 4 of 6');
    expect(tell(after, race, 'stream-version')).toBe('conflict 4 of 6');
    expect(tell(after, last, 'stream-version')).toBe('missedConflict 4 of 6');
    const told = tellOn(after, { race: last, strategy: 'stream-version', order: [0, 1, 1, 0] });
    expect(told.log.map(({ type }) => type)).not.toContain('CourseFullyBooked');
  });

  it('without the tag both clicks go through and nothing looks wrong', () => {
    const document = boardOf(
      id,
      'repair',
      'Even under Tags both clicks go through, and nothing looks wrong.',
    );
    expect(tell(document, race, 'tag-condition')).toBe('safe of 6');
  });
});

describe('what lesson 2 says is so', () => {
  const id = 'library';
  const race = 'Two categories, numbered overall';

  it('both were about to write number 1', () => {
    const document = boardOf(id, 'predict', 'The first to write gets number 1.');
    const told = tellOn(document, { race, strategy: 'tag-condition', order: [0, 1, 1, 0] });
    const numbers = told.steps.slice(0, 2).map(({ toAppend }) => toAppend?.[0]?.data['number']);
    expect(numbers).toEqual([1, 1]);
    expect(told.steps[3]?.verdict).toBe('conflict');
  });

  it('streams give the number twice', () => {
    const document = boardOf(id, 'why', 'Under Streams the same race gives the number twice');
    const told = tellOn(document, { race, strategy: 'stream-version', order: [0, 1, 1, 0] });
    expect(told.log.slice(-2).map(({ data }) => data['number'])).toEqual([1, 1]);
  });

  it('a lock trades the error for a wait, and other categories do not notice', () => {
    const document = boardOf(id, 'lock', 'A lock trades an error for a short wait.');
    expect(tell(document, 'Two books in one category', 'unguarded')).toBe('missedConflict 4 of 6');
    expect(tell(document, 'Two books in one category', 'tag-condition')).toBe('conflict 4 of 6');
    expect(tell(document, 'Two books in one category', 'tag-lock')).toBe('neededWait 4 of 6');
    expect(tell(document, 'Two categories, numbered per category', 'tag-lock')).toMatch(/^safe of /);
  });

  it('with 24 categories about 24 times fewer are stopped, and with a lock they wait instead', () => {
    const words = 'about 24 times fewer are stopped; when it gets busy somewhat less. A lock stops nobody';
    const document = boardOf(id, 'load', words);
    const step = findStep(id, 'load', words);
    if (step.kind !== 'predict' || step.question.kind !== 'load') throw new Error('It asks about no load');
    const { question } = step;
    const busy = loadOn(document, question);
    const { workloads } = compileDocument(document).model;
    expect(Object.keys(workloads ?? {})).toEqual([question.wide.from, question.narrow.from]);
    const told = [busy.wide, busy.narrow].map((points) => {
      const [guarded, locked] = [question.guard, question.lock].map((id) => loadAt(points, question.at, id));
      return {
        stopped: guarded?.stopped.mean ?? 0,
        locked: locked?.stopped.mean,
        wait: locked?.wait.mean ?? 0,
      };
    });
    const [wide, narrow] = told as [(typeof told)[0], (typeof told)[0]];
    expect(wide.stopped / narrow.stopped).toBeGreaterThan(12);
    expect(wide.stopped / narrow.stopped).toBeLessThan(36);
    expect([wide.locked, narrow.locked]).toEqual([0, 0]);
    expect(wide.wait).toBeGreaterThan(10 * narrow.wait);
    expect(answerBusy(busy, question)).toEqual({ times: '20', lock: 'none' });
  });

  it('a fact cut in two is stopped for nothing, and whole under tags it is not', () => {
    const document = boardOf(id, 'twice', 'Under Tags with one event and two tags, nobody is stopped.');
    const editions = 'Two editions from the same one';
    expect(tell(document, editions, 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell(EARLIER(id), editions, 'tag-condition')).toBe('safe of 6');
  });

  it('merged, two editors no longer meet under tags', () => {
    const document = boardOf(id, 'merge', 'Two editors no longer meet');
    const step = findStep(id, 'merge', 'Two editors no longer meet');
    if (step.kind !== 'live') throw new Error('It is not done on a log');
    const deeds = step.acts.flatMap(({ deeds }) => deeds);
    const after = deeds.reduce((now, deed) => (deed.kind === 'edit' ? deed.edit(now) : now), document);
    const editions = 'Two editions from the same one';
    expect(tell(document, editions, 'tag-condition')).toBe('falseConflict 4 of 6');
    expect(tell(after, editions, 'tag-condition')).toBe('safe of 6');
    expect(runExamples(compileDocument(after)).filter(({ passed }) => !passed)).toEqual([]);
  });

  it('asking for less, nobody waits, and one example turns red', () => {
    const words = 'Nobody is stopped and nobody waits, in any schedule.';
    const after = boardOf(id, 'smaller', words, true);
    findStep(id, 'smaller', 'One example on the board is red now.');
    expect(tell(after, race, 'tag-condition')).toBe('safe of 6');
    expect(tell(after, race, 'tag-lock')).toBe('safe of 20');
    expect(runExamples(compileDocument(after)).filter(({ passed }) => !passed)).toHaveLength(1);
  });
});

describe('what lesson 3 says is so', () => {
  const id = 'interest';
  const race = 'A deposit while interest is calculated';

  it('the deposit of 2500 slips past, and no rule is broken', () => {
    const document = boardOf(id, 'predict', 'a customer pays in 2500');
    findStep(id, 'predict', 'No rule is broken here');
    expect(tell(document, race, 'stream-version')).toBe('missedConflict 2 of 6');
    const told = tellOn(document, { race, strategy: 'stream-version', order: [0, 1, 1, 0] });
    expect(told.log.find(({ by }) => by === 1)?.data['amount']).toBe(2500);
  });

  it('one log misses nothing, by version or by lock', () => {
    const document = boardOf(id, 'one-log', 'Never. With the whole log locked');
    expect(tell(document, race, 'log-version')).toBe('conflict 2, falseConflict 2 of 6');
    expect(tell(document, race, 'log-lock')).toBe('neededWait 2, needlessWait 2 of 6');
  });

  it('strangers stop each other, or wait for each other', () => {
    const document = boardOf(id, 'price', 'The price of one log');
    const counters = 'Two counters, two accounts';
    expect(tell(document, counters, 'log-version')).toBe('falseConflict 4 of 6');
    expect(tell(document, counters, 'log-lock')).toBe('needlessWait 4 of 6');
    expect(tell(document, counters, 'stream-version')).toBe('safe of 6');
    expect(tell(document, counters, 'tag-condition')).toBe('safe of 6');
  });

  it('whoever is stopped reads anew, and is told that the money does not cover it', () => {
    const document = boardOf(
      id,
      'again',
      'The second customer is told at once that the money does not cover it.',
    );
    const scene = {
      race: 'Two withdrawals, tried again',
      strategy: 'log-version',
      order: [0, 1, 0, 1, 1],
    } as const;
    const { steps } = tellOn(document, scene);
    expect(steps.map(({ verdict = '–', outcome = '–' }) => `${verdict} ${outcome}`).slice(2)).toEqual([
      'safe accepted',
      'conflict –',
      '– rejected',
    ]);
    expect(steps[4]?.reason).toContain('which is less than 700');
  });
});

describe('what lesson 4 says is so', () => {
  const id = 'unique-email';

  it('each looked and saw that the address was free, and it has two owners', () => {
    const document = boardOf(
      id,
      'why',
      'Each of them looked, and saw that the address was free. Then both wrote.',
    );
    findStep(id, 'predict', 'The address has two owners.');
    const race = 'One address, a stream per user';
    expect(tell(document, race, 'stream-version')).toBe('missedConflict 4, violation 4 of 6');
  });

  it('a claim stops the second', () => {
    const document = boardOf(id, 'interim', 'The second is stopped, rightly.');
    expect(tell(document, 'One address, a stream per address', 'stream-version')).toBe('conflict 4 of 6');
  });

  it('a stream is too narrow for the address and too wide for the name', () => {
    const document = boardOf(id, 'tags', 'It is too narrow for the address and too wide for the name');
    expect(tell(document, 'A new name and a new address', 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell(document, 'A new name and a new address', 'tag-condition')).toBe('safe of 6');
    expect(tell(document, 'One address, a stream per user', 'tag-condition')).toBe('conflict 4 of 6');
  });

  it('a second copy helps in one go, and can leave halves in a saga', () => {
    const words = 'under *Streams (saga)* the same race can leave half a change behind';
    const [before, after] = [boardOf(id, 'yours', words), boardOf(id, 'yours', words, true)];
    const race = 'Moving to an address that somebody registers';
    expect(tell(before, race, 'stream-version')).toBe('missedConflict 4, violation 4 of 6');
    expect(tell(after, race, 'stream-version')).toBe('conflict 4 of 6');
    expect(tell(after, race, 'stream-saga')).toContain('partial');
  });
});

describe('what lesson 5 says is so', () => {
  const id = 'locked-issue';

  it('two comments stop each other for nothing under streams, and not under tags', () => {
    const document = boardOf(id, 'predict', 'it was stopped for nothing');
    findStep(id, 'lock', 'Tags do it without stopping comments among themselves');
    expect(tell(document, 'Two comments, strictly', 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell(document, 'Two comments, strictly', 'tag-condition')).toBe('safe of 6');
  });

  it('a comment that meets the lock is stopped by both', () => {
    const document = boardOf(id, 'lock', 'Both keep the rule to the letter.');
    const race = 'A comment meets the lock, strictly';
    expect(tell(document, race, 'stream-version')).toBe('conflict 2 of 6');
    expect(tell(document, race, 'tag-condition')).toBe('conflict 2 of 6');
  });

  it('relaxed, it slips in and is tolerated', () => {
    const document = boardOf(id, 'relaxed', 'The comment slips in right after the lock.');
    const race = 'A comment meets the lock, relaxed';
    const told = tellOn(document, { race, strategy: 'tag-condition', order: [0, 1, 1, 0] });
    expect(told.steps.map(({ verdict }) => verdict)).toEqual([undefined, undefined, 'safe', 'tolerated']);
    expect(told.log.slice(-2).map(({ type }) => type)).toEqual(['IssueLocked', 'CommentAdded']);
  });

  it('what nobody relaxed is missed', () => {
    const document = boardOf(
      id,
      'not-all',
      'what slips past Streams is a *missed* conflict and no tolerated one',
    );
    const race = 'An issue for somebody who is leaving';
    expect(tell(document, race, 'stream-version')).toBe('missedConflict 2, violation 2 of 6');
    expect(tell(document, race, 'tag-condition')).toBe('conflict 2 of 6');
  });

  it('relaxed by hand, nobody is stopped any more', () => {
    const words = 'Nobody is stopped any more. The one case that is left is written down as tolerated.';
    const after = boardOf(id, 'yours', words, true);
    expect(tell(after, 'Two comments, strictly', 'stream-version')).toBe('safe of 6');
    expect(tell(after, 'A comment meets the lock, strictly', 'stream-version')).toBe('tolerated 2 of 6');
  });
});

describe('what lesson 6 says is so', () => {
  const id = 'orders-seats-payment';

  it('the stopped order is neither held nor refused', () => {
    const document = boardOf(
      id,
      'predict',
      'Its seats are neither held nor refused, and no policy hears of it.',
    );
    const scene = { race: 'The last two seats', strategy: 'stream-version', order: [0, 1, 1, 0] } as const;
    const { steps, log } = tellOn(document, scene);
    expect(steps[3]?.verdict).toBe('conflict');
    expect(log.filter(({ by }) => by !== null).map(({ type, by }) => `${type} ${by}`)).toEqual([
      'SeatsReserved 1',
    ]);
  });

  it('tried again, the refusal is written down', () => {
    const document = boardOf(id, 'again', '`SeatReservationRejected` stands in the log.');
    const scene = {
      race: 'The last two seats, tried again',
      strategy: 'stream-version',
      order: [0, 1, 1, 0, 0, 0],
    } as const;
    expect(tellOn(document, scene).log.at(-1)?.type).toBe('SeatReservationRejected');
  });

  it('moved, payment and cancellation no longer meet', () => {
    const document = boardOf(id, 'finance', 'an order can be paid *and* cancelled');
    const [before, after] = [
      'The money arrives while the customer cancels',
      'The money arrives in finance while the customer cancels',
    ] as const;
    expect(tell(document, before, 'stream-version')).toBe('conflict 4 of 6');
    expect(tell(document, after, 'stream-version')).toBe('missedConflict 4, violation 4 of 6');
    expect(tell(document, after, 'tag-condition')).toBe('conflict 4 of 6');
  });

  it('small events let the ticket through, but not past a whole stream', () => {
    const document = boardOf(id, 'fields', 'A guard over a whole stream cannot tell the difference.');
    const race = 'A new name while the ticket goes out';
    expect(tell(document, `${race}, one coarse event`, 'tag-condition')).toBe('falseConflict 2 of 6');
    expect(tell(document, `${race}, fine events`, 'tag-condition')).toBe('safe of 6');
    expect(tell(document, `${race}, fine events`, 'stream-version')).toBe('falseConflict 4 of 6');
  });

  it('a request for money joins the race, and slips past the cancellation under streams alone', () => {
    const words = 'Money is asked for an order that is cancelled. Tags stop it.';
    const document = boardOf(id, 'joins', words);
    const race = 'The money is asked for while the customer cancels';
    expect(tell(document, race, 'stream-version')).toContain('missedConflict');
    expect(tell(document, race, 'tag-condition')).not.toContain('missedConflict');
    const step = findStep(id, 'joins', words);
    if (step.kind !== 'race') throw new Error('It is no race');
    const { log } = tellOn(document, step.scene);
    expect(log.slice(-2).map(({ type }) => type)).toContain('PaymentRequested');
    expect(log.map(({ type }) => type)).toContain('OrderCancelled');
  });
});

describe('what lesson 7 says is so', () => {
  const id = 'confirmation-mail';

  it('two ids are two streams and two mails', () => {
    const document = boardOf(id, 'predict', 'Two ids, two streams, two mails.');
    const scene = { race: 'Two workers, two ids', strategy: 'stream-version', order: [0, 1, 1, 0] } as const;
    const { steps, log } = tellOn(document, scene);
    expect(log.filter(({ type }) => type === 'ConfirmationMailRequested')).toHaveLength(2);
    expect(steps.map(({ guard }) => guard?.kind === 'streams' && guard.streams).slice(2)).toEqual([
      ['Mail-m2'],
      ['Mail-m1'],
    ]);
  });

  it('one id is enough for streams, and tags do not depend on it', () => {
    const document = boardOf(id, 'one-id', 'With one id the stream of the mail is enough.');
    expect(tell(document, 'Two workers, one id', 'stream-version')).toBe('conflict 4 of 6');
    expect(tell(document, 'Two workers, two ids', 'tag-condition')).toBe('conflict 4 of 6');
  });

  it('before, every schedule looked safe', () => {
    const words = 'Before, every schedule looked safe, because no rule asked for the address.';
    const [before, after] = [boardOf(id, 'yours', words), boardOf(id, 'yours', words, true)];
    const race = 'The address changes while the mail is asked for';
    expect(tell(before, race, 'tag-condition')).toBe('safe of 6');
    expect(tell(after, race, 'tag-condition')).toBe('conflict 2 of 6');
  });

  it('the profile follows after, and the gateway waits for it', () => {
    const document = boardOf(id, 'late', '`Profile` follows a moment after the event.');
    const { readModels, externalSystems } = compileDocument(document).model;
    expect(readModels?.['Profile']?.mode).toBe('async');
    expect(externalSystems?.['MailGateway']?.after).toBe('Profile');
  });
});
