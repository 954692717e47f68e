import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mergeEvents } from '../../../../src/board/edits/merge-events.ts';
import { compileModel } from '../../../../src/decision/compile.ts';
import { runExamples } from '../../../../src/decision/run-examples.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { checkModel } from '../../../../src/model/check-model.ts';
import { parseModel } from '../../../../src/model/parse.ts';

const TEXT = readFileSync('public/models/library-dual-events.ambit.json', 'utf8');
const merged = mergeEvents(JSON.parse(TEXT) as JsonObject, 'BookEditionStarted', 'EditionStarted');

it('the two events of one fact become one with the tags of both, and no mistake in the model', () => {
  expect(merged['events']).toMatchObject({
    EditionStarted: { tags: { book: 'event.bookId', edition: 'event.editionId' } },
  });
  const { description: _, hotspots: __, ...rest } = merged;
  expect(JSON.stringify({ ...rest, opportunities: null })).not.toContain('BookEditionStarted"');
  const { model } = parseModel(JSON.stringify(merged));
  const compiled = model && compileModel(model);
  expect(model && checkModel(model).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(compiled?.diagnostics).toEqual([]);
});

it('a command emits the fact once, and a past holds it once', () => {
  expect(merged['commands']).toMatchObject({ StartEdition: { emits: ['EditionStarted'] } });
  const [race] = merged['races'] as readonly { given: readonly { event: string }[] }[];
  expect(race?.given.map(({ event }) => event)).toEqual(['CategoryOpened', 'BookAdded', 'EditionStarted']);
});

it('examples go on to hold', () => {
  const { model } = parseModel(JSON.stringify(merged));
  const results = model ? runExamples(compileModel(model)) : [];
  expect(results.length).toBeGreaterThan(0);
  expect(JSON.stringify(results)).not.toContain('"kind":"failed"');
});

it('nothing changes where one of the two is missing', () => {
  const document = JSON.parse(TEXT) as JsonObject;
  expect(mergeEvents(document, 'Nothing', 'EditionStarted')).toBe(document);
  expect(mergeEvents(document, 'EditionStarted', 'EditionStarted')).toBe(document);
});
