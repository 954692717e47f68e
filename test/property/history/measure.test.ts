import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { decide } from '../../../src/decision/decide.ts';
import { prepareCommand } from '../../../src/decision/prepare.ts';
import { matchesQuery } from '../../../src/decision/query.ts';
import { isSameDecision } from '../../../src/decision/same-decision.ts';
import { BOUNDARIES } from '../../../src/history/measure/measure-result.ts';
import type { PastEvent } from '../../../src/history/past-event.ts';
import { plainCollisions } from '../../helpers/brute-force-measure.ts';
import { enrolment } from '../../helpers/enrolment.ts';
import { measureAll, past, pastLogs } from '../../helpers/past-events.ts';
import { SEED } from '../../helpers/random-model.ts';

const windows = fc.uniqueArray(fc.integer({ min: 1, max: 35 }), { minLength: 1, maxLength: 3 });
const options = fc.record({
  concept: fc.constantFrom('course', 'student', 'school'),
  withoutActors: fc.subarray(['bot']),
  withoutConcepts: fc.subarray(['school', 'student']),
  collapse: fc.boolean(),
});

describe('H2, H3 the measure and the obvious quadratic one', () => {
  it('count the same collisions under every boundary, at every window', () => {
    void fc.assert(
      fc.property(pastLogs, windows, options, (log, chosen, rest) => {
        const measure = measureAll(log, { ...rest, windows: chosen });
        for (const { window, boundaries } of measure.windows) {
          for (const boundary of BOUNDARIES) {
            const plain = plainCollisions(log, boundary, { ...rest, window });
            expect(boundaries[boundary]?.collisions, `${boundary} at ${window}`).toBe(plain.collisions);
            expect(measure.transactions).toBe(plain.transactions);
          }
        }
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('put every collision into one pair of types and one stretch of time', () => {
    void fc.assert(
      fc.property(pastLogs, windows, options, (log, chosen, rest) => {
        for (const { boundaries, time } of measureAll(log, { ...rest, windows: chosen }).windows) {
          for (const boundary of BOUNDARIES) {
            const { collisions = -1, pairs = [] } = boundaries[boundary] ?? {};
            expect(sum(pairs.map((pair) => pair.collisions))).toBe(collisions);
            expect(sum(time.collisions[boundary] ?? [])).toBe(collisions);
          }
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('never find more under a narrower boundary', () => {
    void fc.assert(
      fc.property(pastLogs, windows, options, (log, chosen, rest) => {
        for (const { boundaries } of measureAll(log, { ...rest, windows: chosen }).windows) {
          const of = (boundary: (typeof BOUNDARIES)[number]) => boundaries[boundary]?.collisions ?? 0;
          expect(of('tag-condition')).toBeLessThanOrEqual(of('any-tag'));
          expect(of('any-tag')).toBeLessThanOrEqual(of('log-version'));
          expect(of('stream-version')).toBeLessThanOrEqual(of('log-version'));
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

const subscriptions: fc.Arbitrary<readonly PastEvent[]> = fc
  .array(
    fc.record({
      time: fc.nat(40),
      kind: fc.constantFrom('CourseDefined', 'StudentSubscribed', 'StudentSubscribed', 'Other'),
      course: fc.constantFrom('c1', 'c2'),
      student: fc.constantFrom('s1', 's2', 's3'),
      capacity: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 30 },
  )
  .map((drawn) =>
    drawn
      .sort((a, b) => a.time - b.time)
      .map(({ time, kind, course, student, capacity }, index) => {
        const isSubscription = kind === 'StudentSubscribed';
        return past(kind, time, {
          id: `e${index}`,
          correlation: `k${index}`,
          data: isSubscription ? { course, student } : { course, capacity },
          tags: isSubscription ? [`course:${course}`, `student:${student}`] : [`course:${course}`],
        });
      }),
  );

describe('H3 with a model mapped on', () => {
  const model = compileModel(enrolment);

  it('splits collisions as deciding on the two whole logs does', () => {
    void fc.assert(
      fc.property(subscriptions, fc.integer({ min: 1, max: 45 }), (log, window) => {
        const plain = { collisions: 0, trueCollisions: 0, falseCollisions: 0, missed: 0 };
        log.forEach((event, index) => {
          if (event.type !== 'StudentSubscribed') return;
          const issued = { command: 'Subscribe', data: event.data };
          const prepared = prepareCommand(model, issued, new Date(event.time).toISOString());
          if (typeof prepared === 'string') throw new Error(prepared);
          const before = log.slice(0, index);
          const read = before.filter(({ time }) => time <= event.time - window);
          const between = before.filter(({ time }) => time > event.time - window);
          const record = (events: readonly PastEvent[]) =>
            events.map((one) => ({ ...one, time: new Date(one.time).toISOString() }));
          const same = isSameDecision(
            decide(model, prepared, record(read)),
            decide(model, prepared, record(before)),
          );
          const collides = between.some((one) => matchesQuery(prepared.guarded, one));
          plain.collisions += Number(collides);
          plain.trueCollisions += Number(collides && !same);
          plain.falseCollisions += Number(collides && same);
          plain.missed += Number(!collides && !same);
        });
        const measure = measureAll(log, { windows: [window], model });
        const found = measure.windows[0]?.boundaries['tag-condition'];
        expect({
          collisions: found?.collisions,
          trueCollisions: found?.judged?.trueCollisions,
          falseCollisions: found?.judged?.falseCollisions,
          missed: found?.judged?.missed,
        }).toEqual(plain);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
