import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseModel } from '../../../src/model/parse.ts';
import { serialiseModel } from '../../../src/model/serialise.ts';

const named = { ambit: '1.0', name: 'Doors' };

it('a document is laid out for people, with a line for each entry', () => {
  const document = {
    ...named,
    tags: { door: {}, house: { description: 'Where doors are.' } },
    examples: [{ name: 'one' }],
    canvas: {},
  };
  expect(serialiseModel(document)).toBe(`{
  "ambit": "1.0",
  "name": "Doors",
  "tags": {
    "door": {},
    "house": { "description": "Where doors are." }
  },
  "examples": [
    { "name": "one" }
  ],
  "canvas": {}
}
`);
});

it('a value is broken up when its line would pass column 100, counting a comma', () => {
  const layOut = (length: number) =>
    serialiseModel({ ...named, notes: { n: { description: 'x'.repeat(length) } } }).split('\n')[4];
  const fitting = '    "n": { "description": "" },'.length;
  expect(layOut(100 - fitting)).toBe(`    "n": { "description": "${'x'.repeat(100 - fitting)}" }`);
  expect(layOut(101 - fitting)).toBe('    "n": {');
});

it('known keys are in the order of the schema, at every level', () => {
  const document = {
    commands: { Open: { emits: [{ data: { id: '1' }, event: 'Opened' }], fields: {} } },
    events: { Opened: { tags: {}, fields: {} } },
    name: 'Doors',
    ambit: '1.0',
  };
  expect(serialiseModel(document).replaceAll(/\s+/g, ' ')).toBe(
    '{ "ambit": "1.0", "name": "Doors", "events": { "Opened": { "fields": {}, "tags": {} } }, ' +
      '"commands": { "Open": { "fields": {}, "emits": [{ "event": "Opened", "data": { "id": "1" } }] } } } ',
  );
});

it('entries stay in the order of the author, and so do unknown keys, after the known ones', () => {
  const document = { zebra: 1, ...named, apple: 2, events: { Opened: { zoo: 1, fields: {} }, Closed: {} } };
  expect(serialiseModel(document).replaceAll(/\s+/g, ' ')).toBe(
    '{ "ambit": "1.0", "name": "Doors", "events": { "Opened": { "fields": {}, "zoo": 1 }, "Closed": {} }, "zebra": 1, "apple": 2 } ',
  );
});

it.each(['-0', '1e+21', '1e-7', '0.1', '1e999', '-1e999', '9007199254740991'])(
  '%s comes back as it is',
  (number) => {
    const text = `{"ambit":"1.0","name":"Doors","canvas":{"x":${number}}}`;
    const { document } = parseModel(text);
    const saved = serialiseModel(document ?? {});
    expect(saved).toContain(`"x": ${number}`);
    expect(parseModel(saved).document).toEqual(document);
  },
);

it('what is wrong in a document is saved as it is', () => {
  const text = '{"ambit":"1.0","name":"\\ud800","events":{"__proto__":{"a":1},"B":[5]}}';
  const { document } = parseModel(text);
  const saved = serialiseModel(document ?? {});
  expect(JSON.parse(saved)).toEqual(JSON.parse(text));
  expect(saved).toContain('"__proto__"');
});

it('names that are whole numbers come first, and saving twice does not move them again', () => {
  const text = '{"ambit":"1.0","name":"Doors","tags":{"b":{},"2":{},"1":{}}}';
  const once = serialiseModel(parseModel(text).document ?? {});
  expect(once.match(/"(?:b|1|2)"/g)).toEqual(['"1"', '"2"', '"b"']);
  expect(serialiseModel(parseModel(once).document ?? {})).toBe(once);
});

it('a file in canonical form is saved byte for byte as it was', () => {
  const file = readFileSync(new URL('./course-subscriptions.ambit.json', import.meta.url), 'utf8');
  expect(serialiseModel(parseModel(file).document ?? {})).toBe(file);
});

it('a document that is deep and wide does not grow into indentation', () => {
  const text = `{"ambit":"1.0","name":"Doors","x":${'['.repeat(190)}${'1,'.repeat(100_000)}1${']'.repeat(190)}}`;
  expect(serialiseModel(parseModel(text).document ?? {}).length).toBeLessThan(4 * text.length);
});
