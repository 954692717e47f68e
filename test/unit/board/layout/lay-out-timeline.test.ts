import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ElementKey } from '../../../../src/board/element-key.ts';
import { completePlaces } from '../../../../src/board/layout.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';

const SHIPPED: JsonObject = JSON.parse(
  readFileSync(new URL('../../../../public/models/course-subscriptions.ambit.json', import.meta.url), 'utf8'),
);
/** As if nobody had placed a note by hand. */
const COURSE: JsonObject = { ...SHIPPED, canvas: {} };

function at(document: JsonObject, key: ElementKey): { readonly x: number; readonly y: number } {
  return completePlaces(document).get(key) ?? { x: Number.NaN, y: Number.NaN };
}

it('puts events from left to right in the order of time', () => {
  const events = ['CourseDefined', 'CapacityChanged', 'StudentSubscribed', 'CourseFullyBooked'] as const;
  const xs = events.map((event) => at(COURSE, `event:${event}`).x);
  expect(xs).toEqual([...xs].sort((one, other) => one - other));
  expect(new Set(events.map((event) => at(COURSE, `event:${event}`).y)).size).toBe(1);
});

it('puts commands above what they emit, and those that check rules below, behind their rules', () => {
  const { x, y } = at(COURSE, 'event:CourseDefined');
  expect(at(COURSE, 'command:DefineCourse')).toMatchObject({ x });
  expect(at(COURSE, 'command:DefineCourse').y).toBeLessThan(y);
  const subscribe = at(COURSE, 'command:SubscribeStudent');
  expect(subscribe.y).toBeGreaterThan(y);
  const rules = ['CourseExists', 'CourseHasFreeSeat', 'StudentHasFreeSlot'] as const;
  const beads = rules.map((rule) => at(COURSE, `constraint:${rule}`));
  expect(beads.map((bead) => bead.y)).toEqual(rules.map(() => subscribe.y));
  const xs = [...beads.map((bead) => bead.x), subscribe.x];
  expect(xs).toEqual([...xs].sort((one, other) => one - other));
});

it('puts a policy to the right of its event', () => {
  expect(at(COURSE, 'policy:NotifyWaitingList').x).toBeGreaterThan(at(COURSE, 'event:CourseFullyBooked').x);
});

it('leaves everything else where it is when one note is moved by hand', () => {
  const before = completePlaces(COURSE);
  const moved = { ...COURSE, canvas: { places: { 'event:CourseDefined': { x: -4000, y: -4000 } } } };
  const after = completePlaces(moved);
  const others = [...before].filter(([key]) => key !== 'event:CourseDefined' && key !== 'aggregate:Course');
  expect(
    others.filter(([key, place]) => after.get(key)?.x !== place.x || after.get(key)?.y !== place.y),
  ).toEqual([]);
});

it('puts what is new beside the hand-placed notes it belongs to', () => {
  const before = completePlaces(COURSE);
  const places = Object.fromEntries(
    [...before]
      .filter(([key]) => key !== 'command:DefineCourse')
      .map(([key, { x, y }]) => [key, { x: x + 8000, y }]),
  );
  const after = completePlaces({ ...COURSE, canvas: { places } });
  const { x, y } = before.get('command:DefineCourse') ?? { x: 0, y: 0 };
  expect(after.get('command:DefineCourse')).toEqual({ x: x + 8000, y });
});

it('gives the same map while no place changes, whatever else does', () => {
  const places = Object.fromEntries([...completePlaces(COURSE)].map(([key, { x, y }]) => [key, { x, y }]));
  const document: JsonObject = { ...COURSE, canvas: { places } };
  expect(completePlaces({ ...document, name: 'Other' })).toBe(completePlaces(document));
});
