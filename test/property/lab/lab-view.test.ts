import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HISTORY_VIEWS, LAB_SIZES, LAB_TABS } from '../../../src/lab/lab-desk.ts';
import type { LoadSettings } from '../../../src/lab/load/load-settings.ts';
import type { LabView, RaceReference } from '../../../src/lab/view/lab-view.ts';
import { readView } from '../../../src/lab/view/read-view.ts';
import { writeView } from '../../../src/lab/view/write-view.ts';
import { STRATEGY_IDS } from '../../../src/strategies/program.ts';

/** Halves of characters cannot stand in an address. */
const name = fc.string({ unit: 'grapheme', maxLength: 12 });
const strategy = fc.constantFrom(...STRATEGY_IDS);
const field = fc.string({ minLength: 1, maxLength: 5 }).filter((key) => key !== '__proto__');
const data = fc.dictionary(field, fc.oneof(name, fc.integer(), fc.boolean(), fc.constant(null)));
const race: fc.Arbitrary<RaceReference> = fc.oneof(
  fc.record({ kind: fc.constant('kept' as const), at: fc.nat(500), name }),
  fc.record({
    kind: fc.constant('found' as const),
    race: fc.record({
      name,
      given: fc.array(fc.record({ event: name, data }), { maxLength: 3 }),
      commands: fc.array(fc.record({ command: name, data }), { maxLength: 3 }),
    }),
  }),
);
const load: fc.Arbitrary<LoadSettings> = fc.record({
  workload: fc.option(name),
  change: fc.record(
    {
      window: fc.nat(1000),
      attempts: fc.integer({ min: 1, max: 9 }),
      arrivals: fc.record({ rate: fc.integer({ min: 1, max: 99 }) }),
    },
    { requiredKeys: [] },
  ),
  over: fc.option(name),
  at: fc.option(fc.integer({ min: 1, max: 1000 })),
  seed: fc.nat(),
  replications: fc.integer({ min: 1, max: 30 }),
});
const view: fc.Arbitrary<LabView> = fc.record({
  size: fc.constantFrom(...LAB_SIZES),
  tab: fc.constantFrom(...LAB_TABS),
  strategy,
  beside: fc.option(strategy),
  race: fc.option(race),
  schedule: fc.option(fc.record({ strategy, order: fc.array(fc.nat(12), { maxLength: 30 }) })),
  step: fc.option(fc.nat(5000)),
  isByHand: fc.boolean(),
  isPresenting: fc.boolean(),
  cell: fc.option(fc.tuple(name, name)),
  load,
  loadBefore: fc.option(load),
  historyView: fc.constantFrom(...HISTORY_VIEWS),
});

it('a view read from its own link is the same view', () => {
  fc.assert(
    fc.property(view, (shown) => {
      expect(readView(writeView(shown))).toEqual(shown);
    }),
  );
});

it('a link is text that an address holds as it is', () => {
  fc.assert(
    fc.property(view, (shown) => {
      const text = writeView(shown);
      expect(new URL(`https://a.b/#/board/x?${text}`).hash).toBe(`#/board/x?${text}`);
    }),
  );
});

const KEYS = [
  'lab',
  'tab',
  'race',
  'found',
  'under',
  'beside',
  'order',
  'of',
  'step',
  'hand',
  'cell',
  'present',
  'load',
  'loadBefore',
  'history',
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.tuple(fc.constantFrom(...KEYS), fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.nat())), {
      maxLength: 8,
    })
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
  fc.tuple(view, fc.nat(), fc.string()).map(([shown, at, junk]) => {
    const text = writeView(shown);
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + junk + text.slice(cut + 1);
  }),
);

it('whatever the text, it stands for a view that has a link of its own', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const read = readView(text);
      expect(readView(writeView(read))).toEqual(read);
    }),
    { numRuns: 2000 },
  );
});
