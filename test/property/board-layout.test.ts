import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ElementKey, makeKey, parseKey } from '../../src/board/element-key.ts';
import { type Box, overlaps } from '../../src/board/layout/free-room.ts';
import { layOutTimeline } from '../../src/board/layout/lay-out-timeline.ts';
import { isFrame, sizeOf } from '../../src/board/layout/size-of.ts';
import { completePlaces } from '../../src/board/layout.ts';
import { GRID, type Place } from '../../src/board/placement.ts';
import { getOwn } from '../../src/lib/get-own.ts';
import type { Model } from '../../src/model/schema.ts';
import { randomDocument } from './model/random-document.ts';

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'toString', 'constructor'] as const;
const RUNS = { numRuns: 300 };

const name = fc.constantFrom(...NAMES);
const names = fc.array(name, { maxLength: 5 });
const optionalName = fc.option(name, { nil: undefined });

function section<T>(element: fc.Arbitrary<T>): fc.Arbitrary<{ readonly [name: string]: T }> {
  return fc
    .uniqueArray(fc.tuple(name, element), { selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries));
}

const on = names.map((events) => Object.fromEntries(events.map((event) => [event, 'state'])));
const models: fc.Arbitrary<Model> = fc
  .record({
    ambit: fc.constant('1.0'),
    name: fc.constant('Model'),
    events: section(fc.record({ context: optionalName })),
    commands: section(fc.record({ checks: names, emits: names })),
    constraints: section(fc.record({ projections: fc.record({ p: fc.record({ on }) }) })),
    aggregates: section(fc.record({ events: names })),
    policies: section(fc.record({ on: names, issues: optionalName })),
    readModels: section(fc.record({ on })),
    externalSystems: section(fc.record({ on: names })),
    screens: section(fc.record({ issues: names, shows: names })),
    actors: section(fc.record({ issues: names })),
    hotspots: section(fc.constant({})),
    notes: section(fc.constant({})),
    contexts: section(fc.constant({})),
    slices: fc.array(
      fc.record({ name, elements: names.map((list) => list.map((event) => `event:${event}`)) }),
      { maxLength: 3 },
    ),
  })
  .map((model) => model as unknown as Model);

function boxOf(key: ElementKey, place: Place): Box {
  return { x: place.x, y: place.y, ...sizeOf(key, place) };
}

function listOverlaps(places: ReadonlyMap<ElementKey, Place>): string[] {
  const notes = [...places].filter(([key]) => !isFrame(key));
  return notes.flatMap(([key, place], index) =>
    notes
      .slice(index + 1)
      .filter(([other, otherPlace]) => overlaps(boxOf(key, place), boxOf(other, otherPlace)))
      .map(([other]) => `${key} lies on ${other}`),
  );
}

function ownerOf(model: Model, event: string): string | undefined {
  return Object.entries(model.aggregates ?? {}).find(([, { events }]) => events?.includes(event))?.[0];
}

it('every element has a place on the grid, and no note lies on another', () => {
  fc.assert(
    fc.property(models, (model) => {
      const places = layOutTimeline(model, new Map());
      expect(listOverlaps(places)).toEqual([]);
      expect([...places.values()].filter(({ x, y }) => x % GRID !== 0 || y % GRID !== 0)).toEqual([]);
      const all = (['event', 'command', 'constraint', 'actor', 'screen', 'context'] as const).flatMap(
        (kind) => Object.keys(model[`${kind}s`] ?? {}).map((element) => makeKey(kind, element)),
      );
      expect(all.filter((key) => !places.has(key))).toEqual([]);
    }),
    RUNS,
  );
});

it("an aggregate's frame is around its events, and around no other note", () => {
  fc.assert(
    fc.property(models, (model) => {
      const places = layOutTimeline(model, new Map());
      for (const [key, place] of places) {
        const frame = parseKey(key);
        if (frame?.kind !== 'aggregate') continue;
        const inside = [...places].filter(
          ([other, otherPlace]) => !isFrame(other) && overlaps(boxOf(key, place), boxOf(other, otherPlace)),
        );
        const owned = Object.keys(model.events ?? {}).filter((event) => ownerOf(model, event) === frame.name);
        expect(inside.map(([other]) => other).sort()).toEqual(
          owned.map((event) => makeKey('event', event)).sort(),
        );
      }
    }),
    RUNS,
  );
});

it('what is fixed gets no new place, and nothing is put on top of it', () => {
  const spot = fc.record({ x: fc.integer({ min: -40, max: 300 }), y: fc.integer({ min: -40, max: 300 }) });
  fc.assert(
    fc.property(models, fc.array(spot, { maxLength: 12 }), fc.nat(3), (model, spots, every) => {
      const keys = [...layOutTimeline(model, new Map()).keys()].filter((key) => !isFrame(key));
      const fixed = new Map<ElementKey, Place>();
      for (const [index, { x, y }] of spots.entries()) {
        const key = keys[index * (every + 1)];
        // Apart, so that what lies on another was put there by the layout.
        if (key) fixed.set(key, { x: x * GRID + (index % 4) * 4000, y: y * GRID + index * 2600 });
      }
      const laid = layOutTimeline(model, fixed);
      expect([...fixed.keys()].filter((key) => laid.has(key))).toEqual([]);
      expect(listOverlaps(new Map([...laid, ...fixed]))).toEqual([]);
      expect(keys.filter((key) => !laid.has(key) && !fixed.has(key))).toEqual([]);
    }),
    RUNS,
  );
});

it('any document has places for all its notes, and the same ones the second time', () => {
  fc.assert(
    fc.property(randomDocument, (document) => {
      const places = completePlaces(document);
      const events = getOwn(document, 'events');
      const names = typeof events === 'object' && events !== null && !Array.isArray(events);
      const missing = Object.keys(names ? events : {}).filter(
        (event) => !places.has(makeKey('event', event)),
      );
      expect(missing).toEqual([]);
      expect(completePlaces(document)).toBe(places);
      const copy = JSON.parse(JSON.stringify(document));
      expect([...completePlaces(copy)]).toEqual([...places]);
    }),
    RUNS,
  );
});
