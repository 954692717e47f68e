import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renameElement, renameField } from '../../../src/board/edits/rename-element.ts';
import { getAt } from '../../../src/board/edits/set-at.ts';
import { BOARD_SECTIONS, parseKey } from '../../../src/board/element-key.ts';
import { isJsonObject } from '../../../src/lib/is-json-object.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import { checkModel } from '../../../src/model/check-model.ts';
import { listMentions } from '../../../src/model/mentions.ts';
import { serialiseModel } from '../../../src/model/serialise.ts';
import { listKeys, readModel, validDocument } from './board-documents.ts';
import { listOutcomes, toldModels } from './told-examples.ts';

const FRESH = 'FreshName';

/** A document with one of its elements; documents without any are passed over. */
const withElement = <T extends JsonObject>(documents: fc.Arbitrary<T>) =>
  documents
    .filter((document) => listKeys(document).length > 0)
    .chain((document) => fc.tuple(fc.constant(document), fc.constantFrom(...listKeys(document))));

/** A document with a field of one of its elements, or a parameter or projection. */
const withField = (documents: fc.Arbitrary<JsonObject>) =>
  withElement(documents)
    .map(([document, key]) => ({ document, key, fields: listFields(document, key) }))
    .filter(({ fields }) => fields.length > 0)
    .chain(({ document, key, fields }) =>
      fc.record({
        document: fc.constant(document),
        key: fc.constant(key),
        field: fc.constantFrom(...fields),
      }),
    );

function listFields(document: JsonObject, key: string): string[] {
  const parsed = parseKey(key);
  if (!parsed) return [];
  return ['fields', 'parameters', 'projections'].flatMap((part) => {
    const found = getAt(document, [BOARD_SECTIONS[parsed.kind], parsed.name, part]);
    return isJsonObject(found) ? Object.keys(found) : [];
  });
}

/** A rule that several commands' fields of one name go into cannot follow when one of them is renamed. */
function isShared(document: JsonObject, field: string): boolean {
  const rules = Object.values(readModel(document).constraints ?? {}).map(({ rule }) => rule ?? '');
  return rules.some((rule) => listMentions(rule).has(`command.${field}`));
}

/** An expression for a field that a command may lack fails, where no expression only leaves the field out. */
function isAlwaysGiven(document: JsonObject, field: string): boolean {
  const examples = readModel(document).examples ?? [];
  return examples.every(({ when }) => Object.hasOwn(when?.data ?? {}, field));
}

/** What says only what is meant anyway goes when names meet again. */
function spellsOutDefaults(document: JsonObject): boolean {
  return /"(\w+)":"command\.\1"/.test(JSON.stringify(document));
}

function countCodes(document: JsonObject): string[] {
  return checkModel(readModel(document))
    .map(({ code }) => code)
    .sort();
}

it.each([
  ['a random document', validDocument],
  ['a model with expressions', toldModels],
])('renaming an element of %s there and back gives the same file', (_, documents) => {
  fc.assert(
    fc.property(withElement(documents), ([document, key]) => {
      const there = renameElement(document, key, FRESH);
      const back = renameElement(there.document, there.key, parseKey(key)?.name ?? '');
      fc.pre(back.key === key);
      expect(serialiseModel(back.document)).toBe(serialiseModel(document));
    }),
    { numRuns: 700 },
  );
});

it('renaming an element changes nothing about what the model does', () => {
  fc.assert(
    fc.property(withElement(toldModels), ([document, key]) => {
      const renamed = renameElement(document, key, FRESH);
      expect(renamed.key).not.toBe(key);
      expect(listKeys(renamed.document)).not.toContain(key);
      expect(listOutcomes(renamed.document)).toEqual(listOutcomes(document));
      expect(countCodes(renamed.document)).toEqual(countCodes(document));
    }),
    { numRuns: 700 },
  );
});

it('renaming a field there and back gives the same file', () => {
  fc.assert(
    fc.property(withField(toldModels), ({ document, key, field }) => {
      const there = renameField(document, key, field, FRESH);
      fc.pre(!spellsOutDefaults(document));
      expect(there).not.toBe(document);
      expect(serialiseModel(renameField(there, key, FRESH, field))).toBe(serialiseModel(document));
    }),
    { numRuns: 700 },
  );
});

it('renaming a field changes nothing about what the model does', () => {
  fc.assert(
    fc.property(withField(toldModels), ({ document, key, field }) => {
      fc.pre(!(parseKey(key)?.kind === 'command' && isShared(document, field)));
      const isPart = parseKey(key)?.kind === 'constraint';
      fc.pre(isPart || isAlwaysGiven(document, field));
      const renamed = renameField(document, key, field, FRESH);
      expect(listOutcomes(renamed)).toEqual(listOutcomes(document));
    }),
    { numRuns: 1000 },
  );
});
