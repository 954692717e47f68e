import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeReferences } from '../../../src/board/edits/references.ts';
import { removeElements } from '../../../src/board/edits/remove-elements.ts';
import { type ElementKey, findElement, makeKey } from '../../../src/board/element-key.ts';
import { findPlace } from '../../../src/board/placement.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import { listReferences } from '../../../src/model/list-references.ts';
import { listKeys, readModel, validDocument } from './board-documents.ts';
import { toldModels } from './told-examples.ts';

/** Every element that the document names somewhere, as the model room finds them. */
function listNamed(document: JsonObject): ElementKey[] {
  const model = readModel(document);
  const referred = [...listReferences(model)].map(({ kind, name }) =>
    makeKey(kind === 'read model' ? 'readModel' : kind, name),
  );
  return [...referred, ...(model.slices ?? []).flatMap(({ elements }) => (elements ?? []) as ElementKey[])];
}

const documents = fc.oneof(validDocument, toldModels);

const withSome = documents.chain((document) => {
  const keys = [...new Set([...listKeys(document), ...listNamed(document)])];
  return fc.tuple(fc.constant(document), fc.subarray(keys.filter(isKnownKind)));
});

it('nothing that was removed is named any more, and the rest is', () => {
  fc.assert(
    fc.property(withSome, ([document, removed]) => {
      const rest = removeElements(document, removed);
      expect(listNamed(rest).filter((key) => removed.includes(key))).toEqual([]);
      expect(removed.filter((key) => findElement(rest, key) ?? findPlace(rest, key))).toEqual([]);
      expect(listKeys(rest)).toEqual(listKeys(document).filter((key) => !removed.includes(key)));
    }),
    { numRuns: 1500 },
  );
});

it('removing what nothing names takes its own entry only', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(removeElements(document, [])).toBe(document);
      expect(removeElements(document, ['event:never heard of'])).toBe(document);
    }),
    { numRuns: 300 },
  );
});

it('references are changed in exactly the places where the model room finds them', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const seen: string[] = [];
      changeReferences(document, (kind, name) => {
        seen.push(makeKey(kind, name));
        return name;
      });
      // Canvas maps are keyed by elements too, and are no references.
      const { canvas: _, ...drawn } = document;
      const undrawn: string[] = [];
      const unchanged = changeReferences(drawn, (kind, name) => {
        undrawn.push(makeKey(kind, name));
        return name;
      });
      expect(unchanged).toBe(drawn);
      expect(undrawn.sort()).toEqual(listNamed(document).filter(isKnownKind).sort());
      expect(seen.length).toBeGreaterThanOrEqual(undrawn.length);
    }),
    { numRuns: 1000 },
  );
});

/** Slices may name what is of no kind at all. */
function isKnownKind(key: string): boolean {
  return /^(?:event|constraint|command|aggregate|policy|readModel|externalSystem|screen|actor|hotspot|opportunity|note|context|tag):/s.test(
    key,
  );
}
