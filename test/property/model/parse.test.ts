import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanJson } from '../../../src/lib/scan-json.ts';
import { checkModel } from '../../../src/model/check-model.ts';
import { parseModel } from '../../../src/model/parse.ts';
import { modelSchema } from '../../../src/model/schema.ts';
import { mutatedText, randomDocument } from './random-document.ts';

const canParse = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const brokenText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  mutatedText(fc.json()),
  mutatedText(randomDocument.map((document) => JSON.stringify(document))),
);

it('the scanner finds something wrong in exactly the texts that JSON.parse refuses', () => {
  fc.assert(
    fc.property(brokenText, (text) => {
      const { problem } = scanJson(text, { depth: 1000, remarks: 10 });
      expect(problem === undefined, problem?.message).toBe(canParse(text));
    }),
    { numRuns: 10_000 },
  );
});

it('parsing and checking never throw, whatever the text', () => {
  fc.assert(
    fc.property(brokenText, (text) => {
      const { model } = parseModel(text);
      expect(() => model && checkModel(model)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});

it('parsing never throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect(() => parseModel(bytes)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});

it('whatever is wrong with a document, the rest of it is a valid model, and every loss is said', () => {
  fc.assert(
    fc.property(randomDocument, (document) => {
      const { model, diagnostics, leftOut } = parseModel(
        JSON.stringify({ ...document, ambit: '1.0', name: 'n' }),
      );
      expect(modelSchema.safeParse(model).success).toBe(true);
      expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(leftOut.length > 0);
    }),
    { numRuns: 2000 },
  );
});
