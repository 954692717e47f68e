import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkModel } from '../../../src/model/check-model.ts';
import { MODEL_CODES } from '../../../src/model/diagnostic-codes.ts';
import { parseModel } from '../../../src/model/parse.ts';
import { FILE_FAULTS } from './file-faults.ts';
import { MODEL_FAULTS } from './model-faults.ts';

const named = { ambit: '1.0', name: 'Doors' };

it.each(MODEL_FAULTS)('$title is the one finding $code', ({ model, code, at, says }) => {
  const { severity } = MODEL_CODES[code];
  expect(checkModel({ ...named, ...model })).toEqual([
    { code, severity, at, message: expect.stringContaining(says ?? '') },
  ]);
});

it('every code is shown by a model or a file that has it', () => {
  const shown = new Set([...MODEL_FAULTS, ...FILE_FAULTS].map(({ code }) => code));
  expect([...shown].sort()).toEqual(Object.keys(MODEL_CODES).sort());
});

it('every message is a sentence', () => {
  const messages = MODEL_FAULTS.flatMap(({ model }) => checkModel({ ...named, ...model })).map(
    (finding) => finding.message,
  );
  expect(messages.filter((message) => !/^["A-Z].*[.?]$/s.test(message))).toEqual([]);
});

it('a model without a mistake has no warning', () => {
  const text = readFileSync(new URL('./course-subscriptions.ambit.json', import.meta.url));
  const { model } = parseModel(text);
  expect(model).not.toBeNull();
  expect(model && checkModel(model).map(({ code, at }) => [code, at])).toEqual([
    ['event-never-emitted', '/events/CourseDefined'],
    ['unused-tag', '/tags/student'],
  ]);
});

it('an empty board has nothing wrong with it', () => {
  expect(checkModel({ ...named })).toEqual([]);
});

it('a projection used by an emitted event is used', () => {
  const model = {
    ...named,
    constraints: { Doors: { projections: { count: { initial: 0, on: { Opened: 'state + 1' } } } } },
    events: { Opened: { fields: { number: 'int' } } },
    commands: {
      Open: { checks: ['Doors'], emits: [{ event: 'Opened', data: { number: 'Doors . count + 1' } }] },
    },
  };
  expect(checkModel(model)).toEqual([]);
});

it('wrong data in an example that shows an error is what it is about', () => {
  const model = {
    ...named,
    events: { Opened: {} },
    commands: { Open: { fields: { id: 'string' }, emits: ['Opened'] } },
    // biome-ignore lint/suspicious/noThenProperty: given / when / then are the format's words, and nothing awaits them.
    examples: [{ name: 'one', when: { command: 'Open', data: { id: 1 } }, then: { error: true as const } }],
  };
  expect(checkModel(model)).toEqual([]);
});

it('of a model with thousands of mistakes the first thousand are shown, quickly', () => {
  const events = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`Event${index}`, {}]));
  const names = Array.from({ length: 20_000 }, (_, index) => `Evnt${index}`);
  const started = performance.now();
  const findings = checkModel({ ...named, events, aggregates: { A: { events: names } } });
  expect(findings).toHaveLength(1001);
  expect(findings.at(-1)?.code).toBe('too-many-findings');
  expect(performance.now() - started).toBeLessThan(10_000);
});
