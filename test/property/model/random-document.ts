import fc from 'fast-check';
import type { JsonObject } from '../../../src/lib/json.ts';
import { modelSchema } from '../../../src/model/schema.ts';
import { listOptions, unwrap } from '../../../src/model/schema-step.ts';

type Schema = Parameters<typeof unwrap>[0];

const name = fc.oneof(
  fc.constantFrom('A', 'b', 'id', 'door:x', '1', '20', 'toString', '__proto__', 'constructor', 'a/b~c', ''),
  fc.string({ maxLength: 5 }),
);
const text = fc.oneof(
  name,
  fc.string({ maxLength: 120 }),
  fc.constantFrom('1.0', 'int', 'list<int>?', 'event.id', '\ud800'),
);
const anything = fc.jsonValue({ maxDepth: 3 });

/** A document with values of the schema's shape mostly, and everywhere now and then something else, or an unknown key. */
export const randomDocument: fc.Arbitrary<JsonObject> = make(modelSchema)
  // As JSON.parse would make it: "__proto__" is a key, and whole numbers come first.
  .map((document): unknown => JSON.parse(JSON.stringify(document)))
  .filter((document): document is JsonObject => typeof document === 'object' && document !== null)
  .filter((document) => !Array.isArray(document))
  .map((document) => ({ ...document, ambit: '1.0' }));

function make(schema: Schema): fc.Arbitrary<unknown> {
  const shaped = fc.oneof(...listOptions(schema).map((option) => makeShaped(option)));
  return fc.oneof({ weight: 40, arbitrary: shaped }, { weight: 1, arbitrary: anything });
}

function makeShaped({ _zod: { def } }: ReturnType<typeof unwrap>): fc.Arbitrary<unknown> {
  switch (def.type) {
    case 'object':
      return makeObject(def.shape);
    case 'record':
      return fc.array(fc.tuple(name, make(def.valueType)), { maxLength: 3 }).map(Object.fromEntries);
    case 'array':
      return fc.array(make(def.element), { maxLength: 3 });
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'number':
      return fc.integer({ min: 1 });
    case 'string':
      return text;
    default:
      return anything;
  }
}

function makeObject(shape: { readonly [key: string]: Schema }): fc.Arbitrary<object> {
  const properties = Object.entries(shape)
    .filter(([, property]) => unwrap(property)._zod.def.type !== 'never')
    .map(([key, property]) => [key, make(property)] as const);
  const required = Object.keys(shape).filter((key) => shape[key]?._zod.def.type !== 'optional');
  const known = fc.record(Object.fromEntries(properties), { requiredKeys: required });
  const unknown = fc.array(fc.tuple(fc.constantFrom('x-1', 'x-owner', '7'), anything), { maxLength: 1 });
  return fc.tuple(known, unknown).map(([one, other]) => ({ ...one, ...Object.fromEntries(other) }));
}

/** A text with some of its characters removed, repeated or replaced by ones that JSON minds. */
export function mutatedText(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const mutation = fc.tuple(
    fc.nat(),
    fc.nat({ max: 3 }),
    fc.constantFrom(
      '',
      ',',
      '"',
      '{',
      ']',
      ':',
      '\\',
      '\n',
      '0',
      '.',
      '-',
      'e',
      'NaN',
      '1e999',
      '\uFEFF',
      '\ud800',
      '"__proto__":',
    ),
  );
  return fc.tuple(texts, fc.array(mutation, { minLength: 1, maxLength: 3 })).map(([text, mutations]) =>
    mutations.reduce((mutated, [at, removed, added]) => {
      const offset = at % (mutated.length + 1);
      return mutated.slice(0, offset) + added + mutated.slice(offset + removed);
    }, text),
  );
}
