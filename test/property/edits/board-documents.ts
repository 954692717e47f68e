import fc from 'fast-check';
import { BOARD_SECTIONS, type BoardKind, type ElementKey, makeKey } from '../../../src/board/element-key.ts';
import { isJsonObject } from '../../../src/lib/is-json-object.ts';
import type { Json, JsonObject } from '../../../src/lib/json.ts';
import { readDocument } from '../../../src/model/parse.ts';
import type { Model } from '../../../src/model/schema.ts';
import { randomDocument } from '../model/random-document.ts';

const KINDS = Object.keys(BOARD_SECTIONS) as BoardKind[];

/** Names that two documents are likely to share, and that careless code trips over. */
export const hostileName = fc.constantFrom(
  'A',
  'b',
  'id',
  'door:x',
  '1',
  'toString',
  '__proto__',
  'constructor',
  'a/b~c',
  '*',
  '🎉',
  '',
  ' ',
);

/** Any element, there or not. */
export const anyKey: fc.Arbitrary<ElementKey> = fc
  .tuple(fc.constantFrom(...KINDS), hostileName)
  .map(([kind, name]) => makeKey(kind, name));

/** A document in which anything may be wrong: of the schema's shape mostly, or none at all. */
export const anyDocument: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 3, arbitrary: randomDocument },
  {
    weight: 1,
    arbitrary: fc
      .dictionary(
        fc.constantFrom(
          'events',
          'commands',
          'constraints',
          'slices',
          'canvas',
          'examples',
          'races',
          'tags',
          'x',
        ),
        fc.jsonValue({ maxDepth: 5 }),
      )
      .map((document): Json => JSON.parse(JSON.stringify(document)))
      .filter(isJsonObject),
  },
);

/** A document without faults: what is usable of a random one. */
export const validDocument: fc.Arbitrary<JsonObject> = randomDocument
  .map((document) => readUsable({ ...document, name: 'Board' }))
  .filter((document) => document !== null);

function readUsable(document: JsonObject): JsonObject | null {
  return readDocument(document).model as JsonObject | null;
}

/** The model of a document that has no faults; it fails the test when it has some. */
export function readModel(document: JsonObject): Model {
  const { model, leftOut } = readDocument(document);
  if (model === null || leftOut.length > 0) {
    throw new Error(`Not valid at ${JSON.stringify(leftOut)} of ${JSON.stringify(document)}`);
  }
  return model;
}

/** The keys of all elements of a document. */
export function listKeys(document: JsonObject): ElementKey[] {
  return KINDS.flatMap((kind) => {
    const section = Object.hasOwn(document, BOARD_SECTIONS[kind])
      ? document[BOARD_SECTIONS[kind]]
      : undefined;
    return isJsonObject(section) ? Object.keys(section).map((name) => makeKey(kind, name)) : [];
  });
}

/** A document whose every part refuses to be changed. */
export function freeze<T extends Json>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}
