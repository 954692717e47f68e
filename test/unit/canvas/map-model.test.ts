import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeElements } from '../../../src/board/edits/places.ts';
import { setAt } from '../../../src/board/edits/set-at.ts';
import type { ElementKey } from '../../../src/board/element-key.ts';
import { completePlaces } from '../../../src/board/layout.ts';
import type { Place } from '../../../src/board/placement.ts';
import type { MapInput } from '../../../src/canvas/map-input.ts';
import { ModelMapper } from '../../../src/canvas/map-model.ts';
import { isJsonObject } from '../../../src/lib/is-json-object.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import { readDocument } from '../../../src/model/parse.ts';

const read: unknown = JSON.parse(readFileSync('public/models/course-subscriptions.ambit.json', 'utf8'));
const raw = (isJsonObject(read as JsonObject) ? read : {}) as JsonObject;
const course = placeElements(raw, completePlaces(raw));
const marks: MapInput['marks'] = new Map();

function inputOf(document: JsonObject, more: Partial<MapInput> = {}): MapInput {
  return {
    document,
    readModel: () => readDocument(document).model,
    places: completePlaces(document),
    marks,
    selected: [],
    selectedArrows: [],
    boundary: null,
    moving: new Map(),
    ...more,
  };
}

describe('the picture of a board', () => {
  it('has a node for everything with a place, and an edge for every arrow', () => {
    const { nodes, edges, routes } = new ModelMapper().map(inputOf(course));
    expect(nodes.map(({ id }) => id)).toContain('event:CourseDefined');
    expect(nodes.filter(({ type }) => type === 'frame').map(({ id }) => id)).toEqual([
      'aggregate:Course',
      'aggregate:Student',
    ]);
    expect(nodes.some(({ id }) => id.startsWith('tag:'))).toBe(false);
    expect(edges.map(({ ariaLabel }) => ariaLabel)).toContain(
      'CourseDefined is read by CourseExists, same course',
    );
    expect(edges.every(({ id }) => routes.has(id))).toBe(true);
  });

  it('is the same for the same board', () => {
    const mapper = new ModelMapper();
    const first = mapper.map(inputOf(course));
    const second = mapper.map(inputOf(course));
    expect(second.nodes).toBe(first.nodes);
    expect(second.edges).toBe(first.edges);
    expect(second.routes).toBe(first.routes);
  });

  it('changes the selected node only', () => {
    const mapper = new ModelMapper();
    const first = mapper.map(inputOf(course));
    const second = mapper.map(inputOf(course, { selected: ['event:CourseDefined'] }));
    const changed = second.nodes.filter((node, index) => node !== first.nodes[index]);
    expect(changed.map(({ id }) => id)).toEqual(['event:CourseDefined']);
    expect(second.edges).toBe(first.edges);
    expect(second.routes).toBe(first.routes);
  });

  it('changes the notes that are moved only, and no list of edges', () => {
    const mapper = new ModelMapper();
    const first = mapper.map(inputOf(course));
    const moving = new Map<ElementKey, Place>([['event:CourseDefined', { x: 5000, y: 40 }]]);
    const second = mapper.map(inputOf(course, { moving }));
    const changed = second.nodes.filter((node, index) => node !== first.nodes[index]);
    expect(changed.map(({ position }) => position)).toEqual([{ x: 5000, y: 40 }]);
    expect(second.edges).toBe(first.edges);
    expect(second.routes).not.toBe(first.routes);
  });

  it('changes what a boundary is about only, and gives everything back after it', () => {
    const mapper = new ModelMapper();
    const first = mapper.map(inputOf(course));
    const [arrow] = first.edges;
    const boundary: MapInput['boundary'] = {
      elements: new Map([
        ['command:SubscribeStudent', null],
        ['event:CourseDefined', 'guarded and needed'],
      ]),
      arrows: new Map([[arrow?.id ?? '', 'open']]),
      outlines: new Map(),
      frames: new Map(),
    };
    const second = mapper.map(inputOf(course, { boundary }));
    const nodes = second.nodes.filter((node, index) => node !== first.nodes[index]);
    expect(nodes.map(({ id, className }) => [id, className])).toEqual([
      ['event:CourseDefined', 'in-boundary'],
      ['command:SubscribeStudent', 'in-boundary'],
    ]);
    expect(nodes.map(({ ariaLabel }) => ariaLabel)).toEqual([
      'Event CourseDefined, tag course, guarded and needed',
      'Command SubscribeStudent, tags student course',
    ]);
    const edges = second.edges.filter((edge, index) => edge !== first.edges[index]);
    expect(edges.map(({ id, className }) => [id, className])).toEqual([
      [arrow?.id, 'in-boundary in-boundary-open'],
    ]);
    expect(second.routes).toBe(first.routes);
    const third = mapper.map(inputOf(course));
    expect(third.nodes.map(({ className, ariaLabel }) => [className, ariaLabel])).toEqual(
      first.nodes.map(({ className, ariaLabel }) => [className, ariaLabel]),
    );
    expect(third.edges.map(({ className }) => className)).toEqual(first.edges.map(() => undefined));
  });

  it('does not read the model again when only a note was moved', () => {
    const mapper = new ModelMapper();
    mapper.map(inputOf(course));
    const moved = placeElements(course, new Map([['event:CourseDefined', { x: 5000, y: 40 }]]));
    let reads = 0;
    const readModel = () => {
      reads++;
      return readDocument(moved).model;
    };
    mapper.map(inputOf(moved, { readModel }));
    expect(reads).toBe(0);
  });

  it('changes the note whose element changed, and keeps the others', () => {
    const mapper = new ModelMapper();
    const first = mapper.map(inputOf(course));
    const changed = setAt(course, ['constraints', 'CourseExists', 'rule'], 'exists == true');
    const second = mapper.map(inputOf(changed));
    const others = second.nodes.filter((node, index) => node !== first.nodes[index]);
    expect(others.map(({ id }) => id)).toEqual(['constraint:CourseExists']);
    expect(second.edges).toBe(first.edges);
  });

  it('shows what is broken too, and never looks names up on what objects inherit', () => {
    const broken: JsonObject = {
      ambit: '1.0',
      name: 'Broken',
      events: { toString: 7, constructor: { tags: { __proto__: 'x' } }, Fine: {} },
      commands: { Sell: { emits: ['toString', 'hasOwnProperty'] } },
    };
    const { nodes, edges } = new ModelMapper().map(inputOf(broken));
    expect(nodes.map(({ id }) => id)).toContain('event:toString');
    expect(edges).toEqual([]);
  });
});
