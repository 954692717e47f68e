import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listArrows } from '../../../../src/board/edits/arrows.ts';
import { BOARD_SECTIONS, makeKey } from '../../../../src/board/element-key.ts';
import type { Box } from '../../../../src/board/event-model/event-model-layout.ts';
import { findNeighbour } from '../../../../src/board/event-model/find-neighbour.ts';
import { METHOD_KINDS } from '../../../../src/board/event-model/lanes.ts';
import { layOutEventModel } from '../../../../src/board/event-model/lay-out-event-model.ts';
import { routeArrow } from '../../../../src/board/event-model/route-arrow.ts';
import type { Model } from '../../../../src/model/schema.ts';
import { readShipped } from './read-shipped.ts';

const layOut = (model: Model) => layOutEventModel(model, listArrows(model));

describe('the course model', () => {
  const layout = layOut(readShipped('course-subscriptions'));

  it('has its slices as columns from left to right, and what is in none at the end', () => {
    expect(layout.columns.map(({ name }) => name)).toEqual([
      'Plan a course',
      'Change the room',
      'Admit a student',
      'See the courses',
      'Subscribe',
      'Tell the waiting list',
      'Not in a slice yet',
    ]);
    const [, first, second] = layout.columns;
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBe(second?.x);
  });

  it('has people above commands above events', () => {
    const lanes = ['People, screens and policies', 'Commands and read models', 'Events', 'Rules and remarks'];
    expect(layout.lanes.map(({ label }) => label)).toEqual(lanes);
  });

  it('shows an element in each of its slices, and its arrows only inside them', () => {
    const shown = layout.notes.filter(({ key }) => key === 'event:CourseDefined').map(({ id }) => id);
    expect(shown).toEqual([
      'slice:0:Plan a course/event:CourseDefined',
      'slice:0:See the courses/event:CourseDefined',
    ]);
    const arrows = layout.arrows.filter(({ arrow }) => arrow.from === 'event:CourseDefined');
    expect(arrows.map(({ id }) => id)).toEqual([
      'slice:0:See the courses/event:CourseDefined>slice:0:See the courses/readModel:CourseList',
    ]);
  });

  it('goes between columns the shortest way, and from an actor only where no screen stands for it', () => {
    const find = (from: string) =>
      layout.arrows.filter(({ arrow }) => arrow.from === from).map(({ id }) => id);
    expect(find('readModel:CourseList')).toEqual([
      'slice:0:See the courses/readModel:CourseList>slice:0:Admit a student/screen:CourseOffice',
      'slice:0:See the courses/readModel:CourseList>slice:0:See the courses/screen:CourseCatalogue',
    ]);
    expect(find('actor:Student')).toEqual([]);
  });

  it('has the examples of a command under its slice', () => {
    const scenario = layout.scenarios.find(({ name }) => name === 'A full course takes nobody');
    expect(scenario).toMatchObject({ column: 4, when: 'SubscribeStudent', outcome: ['CourseHasFreeSeat'] });
    expect(scenario?.isRejected).toBe(true);
  });

  it('what a reaction follows stands left of it', () => {
    const find = (key: string) => layout.notes.find((note) => note.key === key && note.column === 5);
    expect(find('event:CourseFullyBooked')?.x).toBeLessThan(find('policy:NotifyWaitingList')?.x ?? 0);
  });

  it('is walked by arrow keys', () => {
    const step = (id: string, direction: 'left' | 'right' | 'up' | 'down') =>
      findNeighbour(layout.notes, id, direction)?.id;
    expect(step('slice:0:Plan a course/command:DefineCourse', 'down')).toBe(
      'slice:0:Plan a course/event:CourseDefined',
    );
    expect(step('slice:0:Plan a course/command:DefineCourse', 'right')).toBe(
      'slice:0:Change the room/command:ChangeCapacity',
    );
    expect(step('slice:0:Plan a course/command:DefineCourse', 'left')).toBeUndefined();
  });
});

it('events stand in a lane for each context, and one for those without', () => {
  const events = { Paid: { context: 'Finance' }, Sent: { context: 'Shop' }, Seen: {} };
  const { lanes } = layOut({ ambit: '1.0', name: 'x', events });
  expect(lanes.map(({ label }) => label).slice(-3)).toEqual(['Events', 'Events: Finance', 'Events: Shop']);
});

it('an empty model has lanes and nothing in them', () => {
  const layout = layOut({ ambit: '1.0', name: 'x' });
  expect(layout.notes).toEqual([]);
  expect(layout.lanes.map(({ label }) => label)).toEqual([
    'People and screens',
    'Commands and read models',
    'Events',
  ]);
});

it('a slice is not troubled by names that are not there', () => {
  const slices = [{ name: 'one', elements: ['event:toString', 'event:Gone', 'nonsense', 'tag:x'] }];
  expect(layOut({ ambit: '1.0', name: 'x', events: {}, slices }).notes).toEqual([]);
});

it('an arrow leaves below for what is below, and sideways for what is beside', () => {
  const box = { x: 0, y: 0, width: 100, height: 50 };
  expect(routeArrow(box, { ...box, y: 200 }).path).toMatch(/^M50,50 .* 50,198$/);
  expect(routeArrow(box, { ...box, x: 300 }).path).toMatch(/^M100,25 .* 298,25$/);
});

const name = fc.constantFrom('A', 'B', 'C', 'D', 'toString');
const elements = (definition: fc.Arbitrary<object>) => fc.dictionary(name, definition, { maxKeys: 4 });
const sections = fc.record({
  events: elements(fc.record({ context: fc.constantFrom('X', 'Y') }, { requiredKeys: [] })),
  commands: elements(fc.record({ emits: fc.array(name, { maxLength: 3 }) }, { requiredKeys: [] })),
  screens: elements(
    fc.record(
      { fields: fc.dictionary(fc.string(), fc.constant('int'), { maxKeys: 9 }), issues: fc.array(name) },
      { requiredKeys: [] },
    ),
  ),
  policies: elements(fc.record({ on: fc.array(name), issues: name }, { requiredKeys: [] })),
  readModels: elements(fc.constant({})),
  externalSystems: elements(fc.constant({})),
  actors: elements(fc.constant({})),
  hotspots: elements(fc.constant({})),
  slices: fc.array(
    fc.record({
      name: fc.string(),
      elements: fc.array(
        fc
          .tuple(fc.constantFrom(...METHOD_KINDS, 'hotspot', 'tag', 'nothing'), name)
          .map((key) => key.join(':')),
        { maxLength: 12 },
      ),
    }),
    { maxLength: 5 },
  ),
  examples: fc.array(fc.record({ name: fc.string({ maxLength: 90 }), when: fc.record({ command: name }) }), {
    maxLength: 4,
  }),
});

it('in any model nothing overlaps, everything is in its lane and column, and every element is shown', () => {
  fc.assert(
    fc.property(sections, (parts) => {
      const model = { ambit: '1.0', name: 'x', ...parts } as Model;
      const layout = layOut(model);
      const boxes = [...layout.notes, ...layout.scenarios, ...layout.columns.map(({ head }) => head)];
      for (const [index, box] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
      }
      for (const note of layout.notes) {
        const column = layout.columns[note.column];
        expect(column && contains(column, note)).toBe(true);
        expect(layout.lanes.some((lane) => contains(lane, note))).toBe(true);
      }
      const shown = new Set(layout.notes.map(({ key }) => key));
      for (const kind of [...METHOD_KINDS, 'hotspot'] as const) {
        for (const each of Object.keys(model[BOARD_SECTIONS[kind]] ?? {})) {
          expect(shown).toContain(makeKey(kind, each));
        }
      }
    }),
    { numRuns: 150 },
  );
});

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
