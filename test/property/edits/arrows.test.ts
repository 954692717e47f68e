import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Arrow, connect, disconnect, judgeArrow, listArrows } from '../../../src/board/edits/arrows.ts';
import { type ElementKey, parseKey } from '../../../src/board/element-key.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import { listKeys, readModel, validDocument } from './board-documents.ts';
import { toldModels } from './told-examples.ts';

const documents = fc.oneof(validDocument, toldModels);

/** A document with two of its elements that an arrow may join. */
const withPair = documents
  .map((document) => ({ document, pairs: listPairs(document) }))
  .filter(({ pairs }) => pairs.length > 0)
  .chain(({ document, pairs }) => fc.tuple(fc.constant(document), fc.constantFrom(...pairs)));

function listPairs(document: JsonObject): (readonly [ElementKey, ElementKey])[] {
  const keys = listKeys(document);
  return keys.flatMap((from) =>
    keys.filter((to) => 'relation' in judge(from, to)).map((to) => [from, to] as const),
  );
}

function judge(from: ElementKey, to: ElementKey) {
  return judgeArrow(parseKey(from)?.kind ?? 'note', parseKey(to)?.kind ?? 'note');
}

function draw(document: JsonObject, from: ElementKey, to: ElementKey): JsonObject {
  const connected = connect(document, from, to);
  if ('refused' in connected) throw new Error(connected.refused);
  return connected.document;
}

function tell({ from, to, label }: Arrow): string {
  return `${from} > ${to}: ${label}`;
}

const arrowsOf = (document: JsonObject) => listArrows(readModel(document)).map(tell).sort();
const isBetween = (from: string, to: string) => (arrow: string) => arrow.startsWith(`${from} > ${to}: `);
const isIssue = (arrow: string) => /^policy:.* > command:/s.test(arrow);

it('an arrow that was drawn is there, and drawing it again changes nothing', () => {
  fc.assert(
    fc.property(withPair, ([document, [from, to]]) => {
      const drawn = draw(document, from, to);
      const arrows = arrowsOf(drawn);
      expect(arrows.filter(isBetween(from, to))).toHaveLength(1);
      expect(draw(drawn, from, to)).toBe(drawn);
      // A policy issues one command only.
      const kept = arrowsOf(document).filter((arrow) => !isIssue(arrow));
      expect(arrows).toEqual(expect.arrayContaining(kept));
    }),
    { numRuns: 1500 },
  );
});

it('drawing an arrow and removing it leaves the arrows there were', () => {
  fc.assert(
    fc.property(withPair, ([document, [from, to]]) => {
      const before = arrowsOf(document).filter((arrow) => !(isIssue(arrow) && isBetweenPolicy(arrow, from)));
      const after = arrowsOf(disconnect(draw(document, from, to), from, to));
      expect(after).toEqual(before.filter((arrow) => !isBetween(from, to)(arrow)));
    }),
    { numRuns: 1500 },
  );
});

function isBetweenPolicy(arrow: string, from: string): boolean {
  return from.startsWith('policy:') && arrow.startsWith(`${from} > `);
}

it('removing an arrow takes that arrow and no other', () => {
  fc.assert(
    fc.property(documents, fc.nat(), (document, index) => {
      const arrows = listArrows(readModel(document));
      const arrow = arrows[index % Math.max(arrows.length, 1)];
      fc.pre(arrow !== undefined);
      const rest = disconnect(document, arrow.from, arrow.to);
      expect(arrowsOf(rest)).toEqual(
        arrows
          .filter((other) => other !== arrow)
          .map(tell)
          .sort(),
      );
      expect(disconnect(rest, arrow.from, arrow.to)).toBe(rest);
    }),
    { numRuns: 1500 },
  );
});
