import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseModel } from '../../../src/model/parse.ts';
import { modelSchema } from '../../../src/model/schema.ts';
import { listProperties } from '../../../src/model/schema-step.ts';
import { serialiseModel } from '../../../src/model/serialise.ts';
import { randomDocument } from './random-document.ts';

const anyObject = fc
  .dictionary(fc.string(), fc.jsonValue())
  .map((value) => JSON.parse(JSON.stringify(value)));
const documents = fc.oneof(
  randomDocument,
  anyObject.map((document) => ({ ...document, ambit: '1.0' })),
);

it('what was saved and opened again is what it was, with unknown keys at every level', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(parseModel(serialiseModel(document)).document).toEqual(document);
    }),
    { numRuns: 2000 },
  );
});

it('saving twice gives the same bytes', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const once = serialiseModel(document);
      expect(serialiseModel(parseModel(once).document ?? {})).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

it('the order of known keys in the file does not matter', () => {
  fc.assert(
    fc.property(randomDocument, fc.infiniteStream(fc.nat()), (document, numbers) => {
      const isKnown = (key: string) => listProperties(modelSchema).has(key);
      const known = Object.entries(document).filter(([key]) => isKnown(key));
      const unknown = Object.entries(document).filter(([key]) => !isKnown(key));
      const shuffled = known
        .map((entry) => ({ entry, rank: numbers.next().value }))
        .sort((one, other) => one.rank - other.rank)
        .map(({ entry }) => entry);
      expect(serialiseModel(Object.fromEntries([...shuffled, ...unknown]))).toBe(serialiseModel(document));
    }),
  );
});

it('a line passes column 100 only for a value that cannot be broken', () => {
  fc.assert(
    fc.property(randomDocument, (document) => {
      const long = serialiseModel(document)
        .split('\n')
        .filter((line) => line.length > 100);
      expect(long.filter((line) => !/^ *("(?:[^"\\]|\\.)*": )?(".*"|[^"[{]*|\[|\{),?$/.test(line))).toEqual(
        [],
      );
    }),
  );
});
