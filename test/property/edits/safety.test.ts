import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addElement, addLines } from '../../../src/board/edits/add-element.ts';
import { connect, disconnect } from '../../../src/board/edits/arrows.ts';
import { copyElements, duplicateElements, pasteElements } from '../../../src/board/edits/clipboard.ts';
import { setContext, setOwner } from '../../../src/board/edits/membership.ts';
import { placeElements } from '../../../src/board/edits/places.ts';
import {
  addRace,
  addRacer,
  duplicateRace,
  moveRace,
  removeRace,
  renameRace,
} from '../../../src/board/edits/races.ts';
import { removeElements } from '../../../src/board/edits/remove-elements.ts';
import { renameElement, renameField } from '../../../src/board/edits/rename-element.ts';
import { getAt, setAt } from '../../../src/board/edits/set-at.ts';
import {
  addSlice,
  moveSlice,
  putInSlice,
  removeSlice,
  renameSlice,
  setSliceKind,
  setSliceStatus,
  takeOutOfSlice,
} from '../../../src/board/edits/slices.ts';
import { setSubset } from '../../../src/board/edits/subset.ts';
import { addTag, removeTag } from '../../../src/board/edits/tags.ts';
import { parseKey } from '../../../src/board/element-key.ts';
import type { Json, JsonObject } from '../../../src/lib/json.ts';
import { serialiseModel } from '../../../src/model/serialise.ts';
import {
  anyDocument,
  anyKey,
  freeze,
  hostileName,
  listKeys,
  readModel,
  validDocument,
} from './board-documents.ts';

type Edit = (document: JsonObject) => JsonObject;

const place = fc.record({ x: fc.oneof(fc.integer(), fc.double()), y: fc.integer() });
const kind = anyKey.map((key) => parseKey(key)?.kind ?? 'note');
const index = fc.integer({ min: -1, max: 3 });
const names = fc.array(hostileName, { maxLength: 3 });
const path = fc.array(fc.oneof(hostileName, fc.constantFrom('events', 'slices'), fc.nat({ max: 3 })), {
  maxLength: 4,
});
const json = fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined });

/** An edit of every kind, for elements with these keys among others. */
function edits(keys: fc.Arbitrary<ReturnType<typeof listKeys>[number]>): fc.Arbitrary<Edit> {
  const name = keys.map((key) => parseKey(key)?.name ?? '');
  return fc.oneof(
    fc.tuple(kind, hostileName, place).map(
      ([k, n, p]): Edit =>
        (d) =>
          addElement(d, k, { name: n, place: p }).document,
    ),
    fc.tuple(kind, names, place).map(
      ([k, lines, p]): Edit =>
        (d) =>
          addLines(d, k, lines, p).document,
    ),
    fc.tuple(keys, hostileName).map(
      ([key, to]): Edit =>
        (d) =>
          renameElement(d, key, to).document,
    ),
    fc.tuple(keys, hostileName, hostileName).map(
      ([key, from, to]): Edit =>
        (d) =>
          renameField(d, key, from, to),
    ),
    fc.array(keys, { maxLength: 3 }).map(
      (removed): Edit =>
        (d) =>
          removeElements(d, removed),
    ),
    fc.tuple(keys, keys).map(
      ([from, to]): Edit =>
        (d) => {
          const connected = connect(d, from, to);
          return 'refused' in connected ? d : connected.document;
        },
    ),
    fc.tuple(keys, keys).map(
      ([from, to]): Edit =>
        (d) =>
          disconnect(d, from, to),
    ),
    fc.tuple(name, name, names).map(
      ([one, other, tags]): Edit =>
        (d) =>
          setSubset(d, one, other, tags),
    ),
    fc.tuple(keys, place).map(
      ([key, p]): Edit =>
        (d) =>
          placeElements(d, new Map([[key, p]])),
    ),
    fc.array(keys, { maxLength: 3 }).map(
      (copied): Edit =>
        (d) =>
          duplicateElements(d, copied).document,
    ),
    fc.tuple(name, name, fc.boolean()).map(
      ([one, other, is]): Edit =>
        (d) =>
          setOwner(d, one, other, is),
    ),
    fc.tuple(name, fc.option(hostileName)).map(
      ([one, other]): Edit =>
        (d) =>
          setContext(d, one, other),
    ),
    fc.tuple(name, hostileName, fc.option(hostileName, { nil: undefined })).map(
      ([one, tag, value]): Edit =>
        (d) =>
          addTag(d, one, tag, value),
    ),
    fc.tuple(name, hostileName).map(
      ([one, tag]): Edit =>
        (d) =>
          removeTag(d, one, tag),
    ),
    fc.tuple(hostileName, index).map(
      ([n, at]): Edit =>
        (d) =>
          addSlice(d, n, at),
    ),
    fc.tuple(index, hostileName).map(
      ([at, n]): Edit =>
        (d) =>
          renameSlice(d, at, n),
    ),
    fc.tuple(index, index).map(
      ([from, to]): Edit =>
        (d) =>
          moveSlice(d, from, to),
    ),
    index.map(
      (at): Edit =>
        (d) =>
          removeSlice(d, at),
    ),
    index.map(
      (at): Edit =>
        (d) =>
          setSliceKind(d, at, 'view'),
    ),
    index.map(
      (at): Edit =>
        (d) =>
          setSliceStatus(d, at, null),
    ),
    fc.tuple(index, keys).map(
      ([at, key]): Edit =>
        (d) =>
          putInSlice(d, at, key),
    ),
    fc.tuple(index, keys).map(
      ([at, key]): Edit =>
        (d) =>
          takeOutOfSlice(d, at, key),
    ),
    hostileName.map(
      (n): Edit =>
        (d) =>
          addRace(d, { name: n, commands: [{ command: n }] }).document,
    ),
    index.map(
      (at): Edit =>
        (d) =>
          duplicateRace(d, at),
    ),
    index.map(
      (at): Edit =>
        (d) =>
          removeRace(d, at),
    ),
    fc.tuple(index, index).map(
      ([from, to]): Edit =>
        (d) =>
          moveRace(d, from, to),
    ),
    fc.tuple(index, hostileName).map(
      ([at, n]): Edit =>
        (d) =>
          renameRace(d, at, n),
    ),
    fc.tuple(index, name).map(
      ([at, n]): Edit =>
        (d) =>
          addRacer(d, at, n, { id: 1 }),
    ),
  );
}

it('no edit throws or writes into the document, whatever is in it', () => {
  fc.assert(
    fc.property(anyDocument, fc.array(edits(anyKey), { maxLength: 6 }), (document, steps) => {
      const edit = () => steps.reduce((edited, step) => freeze(step(edited)), freeze(document));
      expect(edit).not.toThrow();
    }),
    { numRuns: 3000 },
  );
});

it('a value set at any path is there, or the document is as it was', () => {
  fc.assert(
    fc.property(anyDocument, path, json, (document, at, value) => {
      const set = setAt(freeze(document), at, value as Json | undefined);
      // In a list the next one moves up to the place of one that is removed.
      const isThere = getAt(set, at) === value || value === undefined;
      expect(isThere || set === document || at.length === 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it('a valid document stays valid through all edits', () => {
  const cases = validDocument.chain((document) => {
    const keys = listKeys(document);
    const known = keys.length > 0 ? fc.oneof(fc.constantFrom(...keys), anyKey) : anyKey;
    return fc.tuple(fc.constant(document), fc.array(edits(known), { minLength: 1, maxLength: 6 }));
  });
  fc.assert(
    fc.property(cases, ([document, steps]) => {
      const edited = steps.reduce((before, step) => step(before), document);
      expect(() => readModel(edited)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});

it('any document can be copied from and pasted into any other', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, fc.array(anyKey), (one, other, keys) => {
      const copied = copyElements(freeze(one), keys);
      expect(copied['ambit']).toBe('1.0');
      expect(() => serialiseModel(pasteElements(other, copied, 'beside').document)).not.toThrow();
      expect(() => pasteElements(freeze(other), freeze(one), { x: 0, y: 0 })).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});
