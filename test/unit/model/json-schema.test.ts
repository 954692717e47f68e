import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { makeJsonSchema } from '../../../src/model/json-schema.ts';

const published = readFileSync(
  new URL('../../../public/schema/ambit-1.0.schema.json', import.meta.url),
  'utf8',
);
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(published));
const named = { ambit: '1.0', name: 'Doors' };

it('the published JSON Schema is the generated one', () => {
  expect(published).toBe(`${JSON.stringify(makeJsonSchema(), null, 2)}\n`);
});

it('the JSON Schema describes every property', () => {
  const undescribed: string[] = [];
  JSON.parse(published, function (this: unknown, key, value) {
    if (key !== 'properties') return value;
    for (const [name, property] of Object.entries<{ description?: string; not?: object }>(value)) {
      if (property.description === undefined && property.not === undefined) undescribed.push(name);
    }
    return value;
  });
  expect(undescribed).toEqual([]);
});

it('the JSON Schema accepts a whole model', () => {
  const text = readFileSync(new URL('./course-subscriptions.ambit.json', import.meta.url), 'utf8');
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
});

it.each([
  ['nothing but a name', named],
  ['unknown keys everywhere', { ...named, a: 1, events: { E: { b: 2 } }, canvas: { c: 3 } }],
  [
    'checks and emits in both forms',
    { ...named, commands: { C: { checks: ['A', { constraint: 'B' }], emits: ['E', { event: 'F' }] } } },
  ],
  ['unlimited attempts', { ...named, races: [{ name: 'r', attempts: 'unlimited' }] }],
])('the JSON Schema accepts %s', (_, document) => {
  expect(validate(document)).toBe(true);
});

it.each([
  ['no name', { ambit: '1.0' }],
  ['a version that is a number', { ...named, ambit: 1 }],
  ['a list of events', { ...named, events: [] }],
  ['a field type that is a number', { ...named, events: { E: { fields: { f: 5 } } } }],
  ['a check without a constraint', { ...named, commands: { C: { checks: [{}] } } }],
  ['an unknown consistency', { ...named, constraints: { C: { consistency: 'eventual' } } }],
  ['no attempts at all', { ...named, races: [{ name: 'r', attempts: 0 }] }],
  // biome-ignore lint/suspicious/noThenProperty: given / when / then are the format's words, and nothing awaits them.
  ['two outcomes', { ...named, examples: [{ name: 'e', then: { events: [], error: true } }] }],
])('the JSON Schema refuses %s', (_, document) => {
  expect(validate(document)).toBe(false);
});
