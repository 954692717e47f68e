import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { makeFirstModel } from '../../../src/history/first-model/make-first-model.ts';
import type { LogMapping } from '../../../src/history/import/log-mapping.ts';
import { Replay } from '../../../src/history/replay/replay.ts';
import { standInLog } from '../../../src/history/replay/stand-in-log.ts';
import { LOG_WRITERS, sampleEvents } from '../../helpers/log-files.ts';
import { importLog, surveyLog } from '../../helpers/read-log-file.ts';

function replayFirstModel(text: string, given?: LogMapping) {
  const mapping = given ?? surveyLog(text).proposal?.mapping;
  if (!mapping) throw new Error('nothing was proposed');
  const { events } = importLog(text, [], mapping);
  const model = compileModel(makeFirstModel(events, mapping, 'A log').model);
  const replay = new Replay(model);
  for (const [at, event] of events.entries()) replay.take(standInLog(model, event, at + 1));
  return { report: replay.report(), events };
}

const NAMES = ['course', 'courseId', 'course2', 'n', 'when', 'a b', 'type', '__proto__', 'in'];
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    'c1',
    'c2',
    ' c1 ',
    '',
    7,
    true,
    null,
    '2020-01-01T00:00:00Z',
    ['c1', 'c2'],
    ['c1', null],
    {},
  ),
);
const row = fc.record({
  type: fc.constantFrom('Opened', 'Closed'),
  at: fc.integer({ min: 0, max: 1e12 }).map((time) => new Date(time).toISOString()),
  about: fc.oneof(
    fc.constantFrom('c1', 'c2', 7, true, '2020-01-01T00:00:00Z'),
    fc.constant(['c1', 'c2']),
    value,
  ),
  data: fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 5 }),
});

/** A tag of one field whose values may or may not stand in the data, too. */
const MAPPING: LogMapping = {
  type: [['type']],
  time: ['at'],
  dayOrder: 'day-first',
  id: null,
  actor: null,
  correlation: null,
  tags: [{ concept: 'course', fields: [['about']] }],
  data: [['data']],
};

describe('a first model', () => {
  it('fits every event of the log it was made of', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const { report, events } = replayFirstModel(
          rows.map((one) => JSON.stringify(one)).join('\n'),
          MAPPING,
        );
        expect(events).toHaveLength(rows.length);
        expect(report).toMatchObject({ events: rows.length, doom: null });
      }),
      { numRuns: 500 },
    );
  });

  it('fits it under the mapping that is proposed, too', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const { report } = replayFirstModel(rows.map((one) => JSON.stringify(one)).join('\n'));
        expect(report.doom).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it.each(Object.entries(LOG_WRITERS))('of %s fits with its tags as well', (_, write) => {
    expect(replayFirstModel(write(sampleEvents(40))).report).toMatchObject({
      doom: null,
      warned: 0,
      events: 40,
    });
  });
});
