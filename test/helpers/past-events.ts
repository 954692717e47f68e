import * as fc from 'fast-check';
import { measureLog } from '../../src/history/measure/measure-log.ts';
import type { MeasureOptions } from '../../src/history/measure/measure-options.ts';
import type { Measure } from '../../src/history/measure/measure-result.ts';
import type { PastEvent } from '../../src/history/past-event.ts';

/** An event with what a test says of it. */
export function past(type: string, time: number, more: Partial<PastEvent> = {}): PastEvent {
  return { id: `${type}@${time}`, type, time, actor: null, correlation: null, tags: [], data: {}, ...more };
}

/** A measure, without its progress. */
export function measureAll(events: readonly PastEvent[], options: MeasureOptions): Measure {
  const steps = measureLog(events, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const TAGS = ['course:c1', 'course:c2', 'student:s1', 'student:s2', 'school:x'];

/** Short logs in which much happens at once: few times, actors and tags. */
export const pastLogs: fc.Arbitrary<readonly PastEvent[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom('A', 'B', 'C'),
      time: fc.nat(30),
      actor: fc.constantFrom(null, 'ann', 'bot'),
      correlation: fc.constantFrom(null, null, 'k'),
      tags: fc.subarray(TAGS),
      data: fc.constant({}),
    }),
    { maxLength: 40 },
  )
  .map((events) =>
    events.sort((a, b) => a.time - b.time).map((event, index) => ({ ...event, id: `e${index}` })),
  );
