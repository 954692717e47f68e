import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addLines } from '../../../src/board/edits/add-element.ts';
import { listArrows } from '../../../src/board/edits/arrows.ts';
import { copyElements, duplicateElements, pasteElements } from '../../../src/board/edits/clipboard.ts';
import { placeElements } from '../../../src/board/edits/places.ts';
import { findElement, parseKey } from '../../../src/board/element-key.ts';
import { KINDS } from '../../../src/board/kinds.ts';
import { findPlace } from '../../../src/board/placement.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import { parseModel } from '../../../src/model/parse.ts';
import { serialiseModel } from '../../../src/model/serialise.ts';
import { anyDocument, hostileName, listKeys, readModel, validDocument } from './board-documents.ts';
import { toldModels } from './told-examples.ts';

const documents = fc.oneof(validDocument, toldModels);
const place = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
const withPlaces = documents.chain((document) => {
  const keys = listKeys(document);
  return fc
    .array(place, { minLength: keys.length, maxLength: keys.length })
    .map((places) =>
      placeElements(document, new Map(places.map((at, index) => [keys[index] ?? 'note:A', at]))),
    );
});
const withSome = withPlaces.chain((document) =>
  fc.tuple(
    fc.constant(document),
    fc.subarray(listKeys(document).filter((key) => parseKey(key)?.kind !== 'tag')),
  ),
);

/** Arrows between these elements, told without their names: two copies have the same. */
function tellInner(document: JsonObject, keys: readonly string[]): string[] {
  return listArrows(readModel(document))
    .filter(({ from, to }) => keys.includes(from) && keys.includes(to))
    .map(({ from, to, relation }) => `${relation} ${keys.indexOf(from)} ${keys.indexOf(to)}`)
    .sort();
}

/** The order in which elements are pasted: by kind, then as in their section. */
function inOrder(document: JsonObject, keys: readonly string[]): string[] {
  const kinds = Object.keys(KINDS);
  return listKeys(document)
    .filter((key) => keys.includes(key))
    .sort(
      (one, other) => kinds.indexOf(parseKey(one)?.kind ?? '') - kinds.indexOf(parseKey(other)?.kind ?? ''),
    );
}

it('what is copied is a model file', () => {
  fc.assert(
    fc.property(withSome, ([document, keys]) => {
      const text = serialiseModel(copyElements(document, keys));
      const { model, leftOut } = parseModel(text);
      expect(leftOut).toEqual([]);
      expect(listKeys(model as JsonObject)).toEqual(expect.arrayContaining(keys));
    }),
    { numRuns: 700 },
  );
});

it('copies have the arrows among them that the originals have, and leave those as they are', () => {
  fc.assert(
    fc.property(withSome, ([document, keys]) => {
      const { document: both, keys: copies } = duplicateElements(document, keys);
      expect(copies).toHaveLength(keys.length);
      expect(copies.filter((key) => findElement(document, key))).toEqual([]);
      expect(keys.map((key) => findElement(both, key))).toEqual(
        keys.map((key) => findElement(document, key)),
      );
      const originals = inOrder(document, keys);
      expect(tellInner(both, copies)).toHaveLength(tellInner(document, originals).length);
    }),
    { numRuns: 1000 },
  );
});

it('what is pasted into an empty document keeps its names and its distances', () => {
  fc.assert(
    fc.property(withSome, ([document, keys]) => {
      // What has no name gets one.
      fc.pre(keys.every((key) => parseKey(key)?.name.trim() !== ''));
      const copied = copyElements(document, keys);
      const pasted = pasteElements({ ambit: '1.0', name: 'Empty' }, copied, { x: 40, y: 80 });
      expect([...pasted.keys].sort()).toEqual([...keys].sort());
      const first = keys.map((key) => findPlace(document, key));
      const left = Math.min(...first.map((at) => at?.x ?? 0));
      const top = Math.min(...first.map((at) => at?.y ?? 0));
      const expected = first.map((at) => at && { ...at, x: at.x - left + 40, y: at.y - top + 80 });
      expect(keys.map((key) => findPlace(pasted.document, key))).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

it('so many lines make so many new elements, side by side', () => {
  const line = fc.oneof(hostileName, fc.constantFrom('seat taken', 'Seat taken', '- seat taken', '2. x'));
  const kind = fc.constantFrom('event' as const, 'note' as const, 'constraint' as const);
  fc.assert(
    fc.property(anyDocument, kind, fc.array(line, { maxLength: 30 }), (document, of, lines) => {
      const told = lines.filter((text) => text.trim() !== '');
      const { document: added, keys } = addLines(document, of, lines, { x: 0, y: 8 });
      expect(new Set(keys).size).toBe(keys.length);
      const isRefused = told.length > 0 && keys.length === 0;
      expect(isRefused ? added === document : keys.length === told.length).toBe(true);
      expect(keys.filter((key) => !findElement(added, key) || findElement(document, key))).toEqual([]);
    }),
    { numRuns: 700 },
  );
});
