import { expect, it } from 'vitest';
import { MODEL_CODES } from '../../../src/model/diagnostic-codes.ts';
import { parseModel } from '../../../src/model/parse.ts';
import { FILE_FAULTS } from './file-faults.ts';

const parse = (document: unknown) => parseModel(JSON.stringify(document));
const named = { ambit: '1.0', name: 'Doors' };

// Hostile ones among them have to be answered within the time a test may take.
it.each(FILE_FAULTS)('$title is a finding $code', ({ source, code, at, says, position }) => {
  const { severity } = MODEL_CODES[code];
  const message = expect.stringContaining(says ?? '');
  const finding = position ? { code, severity, at, message, position } : { code, severity, at, message };
  expect(parseModel(source()).diagnostics).toContainEqual(finding);
});

it('a file with no finding is a model and a document', () => {
  expect(parse(named)).toEqual({ document: named, model: named, diagnostics: [], leftOut: [] });
});

it('a byte order mark is accepted, in bytes and in a text', () => {
  const text = `\uFEFF${JSON.stringify(named)}`;
  expect(parseModel(text).model).toEqual(named);
  expect(parseModel(new TextEncoder().encode(text)).model).toEqual(named);
});

it('keys that the format does not know are no finding, and stay', () => {
  const document = { ...named, mood: 'good', events: { Opened: { colour: 'red' } } };
  expect(parse(document)).toMatchObject({ document, model: document, diagnostics: [] });
});

it('a broken property is left out, and the rest of its entry stays', () => {
  const event = { fields: { id: 'string', wide: 5 }, visibility: 'public', description: 'It opened.' };
  const { document, model } = parse({ ...named, events: { Opened: event } });
  expect(model?.events).toEqual({ Opened: { fields: { id: 'string' }, description: 'It opened.' } });
  expect(document?.['events']).toEqual({ Opened: event });
});

it('a check without what it needs is left out, and the other checks stay', () => {
  const { model } = parse({
    ...named,
    commands: { Open: { checks: ['A', { constraint: 5, with: {} }, 'B'] } },
  });
  expect(model?.commands).toEqual({ Open: { checks: ['A', 'B'] } });
});

it('a broken entry is left out, and the other entries stay', () => {
  const { model } = parse({ ...named, events: { Opened: 'yes', Closed: {} }, notes: [] });
  expect(model).toEqual({ ...named, events: { Closed: {} } });
});

it('an example with anything broken in it is left out as a whole', () => {
  const broken = { name: 'one', given: [{ event: 'A' }, { data: {} }] };
  const { model } = parse({ ...named, examples: [broken, { name: 'two' }] });
  expect(model?.examples).toEqual([{ name: 'two' }]);
});

it('a value of the author is left out as a whole when a number in it is too big', () => {
  const text = '{"ambit":"1.0","name":"Doors","readModels":{"R":{"key":"1","initial":{"a":[1,1e999]}}}}';
  expect(parseModel(text).model?.readModels).toEqual({ R: { key: '1' } });
});

it('a forbidden key is left out of the model, kept in the document, and changes no prototype', () => {
  const text =
    '{"ambit":"1.0","name":"Doors","events":{"A":{"fields":{"__proto__":{"polluted":"int"},"b":"int"}}}}';
  const { document, model } = parseModel(text);
  const fields = model?.events?.['A']?.fields;
  expect(fields).toEqual({ b: 'int' });
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
  expect(JSON.stringify(document)).toBe(text);
});

it.each(['2.0', '0.9'])('nothing of version %s is read', (ambit) => {
  expect(parse({ ...named, ambit })).toMatchObject({ document: null, model: null });
});

it.each([undefined, 1, '1', 'one.zero'])('version %s gives no model, but keeps the document', (ambit) => {
  const { document, model } = parse({ ...named, ambit });
  expect(document).toMatchObject({ name: 'Doors' });
  expect(model).toBeNull();
});

it('a newer minor version is opened', () => {
  expect(parse({ ...named, ambit: '1.7' }).model).toEqual({ ...named, ambit: '1.7' });
});

it('of thousands of wrong shapes the first thousand are shown, and all are left out', () => {
  const events = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`E${index}`, index]));
  const { model, diagnostics } = parse({ ...named, events: { ...events, Opened: {} } });
  expect(diagnostics).toHaveLength(1001);
  expect(diagnostics.at(-1)?.code).toBe('too-many-findings');
  expect(model?.events).toEqual({ Opened: {} });
});
