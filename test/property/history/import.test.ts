import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameConcept } from '../../../src/history/import/concept-name.ts';
import { readTime } from '../../../src/history/import/read-time.ts';
import { isVariableName } from '../../../src/model/identifier.ts';
import { LOG_WRITERS, sampleEvents } from '../../helpers/log-files.ts';
import { importLog, surveyLog } from '../../helpers/read-log-file.ts';

const EVENTS = sampleEvents(12);
const FORMATS = Object.entries(LOG_WRITERS).map(([name, write]) => ({ name, write, text: write(EVENTS) }));

describe.each(FORMATS)('$name', ({ write, text }) => {
  const whole = importLog(text);
  const bytes = new TextEncoder().encode(text);

  it('gives the same events wherever the pieces of the file end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 30 }), (cuts) => {
        expect(importLog(text, cuts)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same events byte by byte', () => {
    const cuts = Array.from({ length: bytes.length }, (_, at) => at);
    expect(importLog(text, cuts)).toEqual(whole);
  });

  it('cut off at any byte it gives no other events than the whole, and an end that is missing is said', () => {
    const small = new TextEncoder().encode(write(EVENTS.slice(0, 5)));
    const { mapping } = surveyLog(small).proposal ?? {};
    const known = new Set(importLog(small).events.map(({ time, type }) => `${time} ${type}`));
    const hasEnd = ['{\n', '{"objectTypes', '[', '<'].some((start) => text.startsWith(start));
    for (let length = 1; length < small.length - 2; length++) {
      const { events, problems, badRows } = importLog(small.subarray(0, length), [], mapping);
      const unknown = events.filter(({ time, type }) => !known.has(`${time} ${type}`));
      // The last cell of a file of cells can be cut without a trace; the cells before it are whole.
      expect([length, unknown]).toEqual([length, []]);
      expect([length, problems.length + badRows.length > 0 || !hasEnd]).toEqual([length, true]);
    }
  });

  it('never throws, whatever bytes are changed', () => {
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const changed = bytes.slice();
        for (const { at, to } of changes) changed[at] = to;
        const survey = surveyLog(changed);
        const mapping = survey.proposal?.mapping ?? surveyLog(text).proposal?.mapping;
        const { events, badRows, rows } = importLog(changed, [], mapping);
        const bad = badRows.reduce((sum, { count }) => sum + count, 0);
        // Every row is an event or a bad row.
        expect(events.length + bad).toBeGreaterThanOrEqual(rows);
        expect(survey.problems.length + survey.rows + survey.badRows.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('any file', () => {
  it('never makes a reader throw, and what cannot be read is said', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.array(fc.json()).map((lines) => lines.join('\n')),
      fc.array(fc.array(fc.string())).map((rows) => rows.map((cells) => cells.join(',')).join('\n')),
      fc.string().map((inner) => `<log>${inner}</log>`),
    );
    fc.assert(
      fc.property(text, (source) => {
        const survey = surveyLog(source);
        expect(survey.rows + survey.badRows.length + survey.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('is read the same in UTF-16 as in UTF-8', () => {
    for (const { text } of FORMATS.filter(({ name }) => name !== 'XES')) {
      const utf16 = new Uint8Array(2 * text.length + 2);
      const view = new DataView(utf16.buffer);
      view.setUint16(0, 0xfeff, true);
      for (let at = 0; at < text.length; at++) view.setUint16(2 * at + 2, text.charCodeAt(at), true);
      expect(importLog(utf16)).toEqual({ ...importLog(text), encoding: 'utf-16le' });
      expect(importLog(utf16.subarray(2))).toEqual({ ...importLog(text), encoding: 'utf-16le' });
    }
  });
});

describe('names and times', () => {
  it('a concept’s name is one that a model can have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(isVariableName(nameConcept(name))).toBe(true);
      }),
    );
  });

  it('a time is read as it was written, in every zone', () => {
    const time = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(time, fc.integer({ min: -840, max: 840 }), (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
        const sign = offset < 0 ? '-' : '+';
        const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
          String(part).padStart(2, '0'),
        );
        expect(readTime(`${local}${sign}${hours}:${minutes}`)).toBe(date.getTime());
        expect(readTime(`${local.replace('T', ' ')} ${sign}${hours}${minutes}`)).toBe(date.getTime());
      }),
    );
  });
});
