import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { findBreaks } from '../../../../src/interchange/asyncapi/find-breaks.ts';
import { writeAsyncApi } from '../../../../src/interchange/asyncapi/write-asyncapi.ts';
import type { Json, JsonObject } from '../../../../src/lib/json.ts';
import type { Model } from '../../../../src/model/schema.ts';

const model = (events: NonNullable<Model['events']>): Model => ({
  ambit: '1.0',
  name: 'Shop',
  contexts: { Sales: { description: 'Where orders come from' } },
  events,
});
const PLACED = {
  description: 'Somebody ordered',
  visibility: 'outside',
  context: 'Sales',
  fields: {
    id: 'string',
    cents: 'int',
    at: 'timestamp',
    state: ['new', 'paid'],
    items: 'list<string>',
    note: 'string?',
    extra: 'map<string, double>',
  },
} as const;

/** Every `$ref` of a document leads somewhere. */
function followRefs(document: JsonObject): readonly unknown[] {
  const found: unknown[] = [];
  JSON.stringify(document, (key, value: unknown) => {
    if (key === '$ref') {
      const path = String(value)
        .slice(2)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
      found.push(path.reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], document));
    }
    return value;
  });
  return found;
}

describe('the published interface', () => {
  const document = writeAsyncApi(
    model({ Placed: PLACED, Packed: { context: 'Sales' }, 'Seen, by a guest': { visibility: 'outside' } }),
  );

  it('has a channel for each context with the events that are outside, and no others', () => {
    expect(Object.keys(document['channels'] as object)).toEqual(['Sales', 'events']);
    expect(document['channels']).toMatchObject({
      Sales: { address: 'Sales', description: 'Where orders come from', messages: { Placed: {} } },
    });
    expect(JSON.stringify(document)).not.toContain('Packed');
  });

  it('refers to nothing that is not there, whatever events are called', () => {
    const targets = followRefs(document);
    expect(targets.length).toBeGreaterThan(4);
    expect(targets).not.toContain(undefined);
    const keys = Object.keys((document['components'] as { messages: object }).messages);
    expect(keys.filter((key) => !/^[A-Za-z0-9._-]+$/.test(key))).toEqual([]);
  });

  it('describes data by a JSON Schema that takes what fits the fields, and nothing else', () => {
    const { payload } = (document['components'] as { messages: { Placed: { payload: object } } }).messages
      .Placed;
    const validate = new Ajv({ strict: true, formats: { 'date-time': true } }).compile(payload);
    const data = {
      id: 'o1',
      cents: 5,
      at: '2001-01-01T00:00:00Z',
      state: 'new',
      items: ['a'],
      extra: { b: 1.5 },
    };
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...data, note: null })).toBe(true);
    expect(validate({ ...data, cents: 1.5 })).toBe(false);
    expect(validate({ ...data, state: 'lost' })).toBe(false);
    expect(validate({ ...data, items: [1] })).toBe(false);
    const { id: _, ...without } = data;
    expect(validate(without)).toBe(false);
  });
});

describe('a change of the published interface', () => {
  const before = writeAsyncApi(model({ Placed: PLACED }));
  const changed = (fields: object, more: object = {}) =>
    findBreaks(
      before,
      writeAsyncApi(model({ Placed: { ...PLACED, fields: { ...PLACED.fields, ...fields }, ...more } })),
    );
  const { note: _note, ...withoutNote } = PLACED.fields;

  it.each<[string, readonly unknown[] | string, readonly string[]]>([
    ['of nothing', changed({}), []],
    ['that adds an optional field', changed({ gift: 'bool?' }), []],
    ['of a description', changed({}, { description: 'Other words' }), []],
    ['that takes a value away', changed({ state: ['new'] }), []],
    ['that makes a field required', changed({ note: 'string' }), ['was']],
    ['that requires a new field', changed({ gift: 'bool' }), ['new field “gift” is required']],
    ['that changes a type', changed({ cents: 'string' }), ['“cents” was integer and is now string']],
    ['that lets a field be missing', changed({ id: 'string?' }), ['“id” may now be missing']],
    ['that adds a value', changed({ state: ['new', 'paid', 'lost'] }), ['may now hold lost']],
    ['of the context', changed({}, { context: 'Shop' }), ['moved from the channel “Sales” to “Shop”']],
    ['that hides the event', changed({}, { visibility: 'inside' }), ['no longer published']],
  ])('%s', (_, breaks, says) => {
    expect(breaks).toHaveLength(says.length);
    for (const [at, text] of says.entries()) {
      expect((breaks[at] as { message: string }).message).toContain(text);
    }
  });

  it('that removes a field', () => {
    const after = writeAsyncApi(model({ Placed: { ...PLACED, fields: withoutNote } }));
    expect(findBreaks(before, after)).toEqual([{ event: 'Placed', message: 'The field “note” is gone.' }]);
  });

  it.each<Json>([
    null,
    [],
    'x',
    {},
    { asyncapi: '2.6.0', channels: {} },
    JSON.parse('{"asyncapi":"3.0.0","__proto__":1}'),
  ])('cannot be told against what is no such document: %j', (hostile) =>
    expect(findBreaks(hostile, before)).toContain('no AsyncAPI 3 document'),
  );

  it('is told against documents with parts of the wrong kind', () => {
    const hostile = {
      asyncapi: '3.0.0',
      channels: { a: 5, b: { messages: { M: 1 } } },
      components: { messages: { M: null } },
    };
    expect(findBreaks(hostile, before)).toHaveLength(1);
  });
});
