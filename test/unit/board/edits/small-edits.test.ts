import { describe, expect, it } from 'vitest';
import { addElement, addLines } from '../../../../src/board/edits/add-element.ts';
import { setContext, setOwner } from '../../../../src/board/edits/membership.ts';
import { alignPlaces, distributePlaces, placeElements } from '../../../../src/board/edits/places.ts';
import { getAt, setAt } from '../../../../src/board/edits/set-at.ts';
import {
  addSlice,
  moveSlice,
  putInSlice,
  removeSlice,
  renameSlice,
  setSliceKind,
  setSliceStatus,
  takeOutOfSlice,
} from '../../../../src/board/edits/slices.ts';
import { readSubset, setSubset } from '../../../../src/board/edits/subset.ts';
import { addTag, removeTag } from '../../../../src/board/edits/tags.ts';
import { type ElementKey, findElement } from '../../../../src/board/element-key.ts';
import { findPlace, type Place } from '../../../../src/board/placement.ts';
import { board, COURSES, readModel } from './course-board.ts';

describe('values at paths', () => {
  const document = { list: [1, 2], text: 'a' };

  it.each([
    [['new', 'deep'], 1, { ...document, new: { deep: 1 } }],
    [['list', 2], 3, { ...document, list: [1, 2, 3] }],
    [['list', 0], undefined, { ...document, list: [2] }],
    [['text'], undefined, { list: [1, 2] }],
  ])('%j becomes %j', (path, value, expected) => {
    expect(setAt(document, path, value)).toEqual(expected);
  });

  it.each([
    [['text', 'deep'], 1],
    [['list', 3], 1],
    [['list', 'x'], 1],
    [['gone', 'deep'], undefined],
    [['text'], 'a'],
  ])('%j cannot be or is already %j', (path, value) => {
    expect(setAt(document, path, value)).toBe(document);
  });

  it('names that every object inherits are none of the document', () => {
    expect(getAt(document, ['toString'])).toBeUndefined();
    expect(getAt(document, ['list', 'length'])).toBeUndefined();
  });
});

describe('new elements', () => {
  it('have a free name and a place', () => {
    const { document, key } = addElement(board({ events: { Event1: {} } }), 'event', {
      place: { x: 1.4, y: 2 },
    });
    expect(key).toBe('event:Event2');
    expect(document).toEqual(
      board({ events: { Event1: {}, Event2: {} }, canvas: { places: { 'event:Event2': { x: 1, y: 2 } } } }),
    );
  });

  it('come from lines in a row, without their bullets', () => {
    const lines = ['- seat taken', '', '  * Seat taken', '3. course cancelled', '[ ] done'];
    const { document, keys } = addLines(board({}), 'event', lines, { x: 0, y: 0 });
    expect(keys).toEqual(['event:SeatTaken', 'event:SeatTaken2', 'event:CourseCancelled', 'event:Done']);
    expect(keys.map((key) => findPlace(document, key)?.x)).toEqual([0, 184, 368, 552]);
  });

  it('three thousand of them take no time', () => {
    const lines = Array.from({ length: 3000 }, () => 'the same thing happened');
    const start = performance.now();
    expect(addLines(board({}), 'event', lines, { x: 0, y: 0 }).keys).toHaveLength(3000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('places', () => {
  const places = new Map<ElementKey, Place>([
    ['note:A', { x: 0, y: 0 }],
    ['note:B', { x: 300, y: 50, width: 100 }],
    ['note:C', { x: 1000, y: 10 }],
  ]);
  const xs = (moved: ReadonlyMap<ElementKey, Place>) => [...moved.values()].map(({ x }) => x);

  it('can be aligned and distributed', () => {
    expect(xs(alignPlaces(places, 'left'))).toEqual([0, 0, 0]);
    expect(xs(alignPlaces(places, 'right'))).toEqual([1000, 1060, 1000]);
    expect(xs(alignPlaces(places, 'center'))).toEqual([500, 530, 500]);
    expect(xs(distributePlaces(places, 'across'))).toEqual([0, 530, 1000]);
    expect(distributePlaces(new Map(), 'down').size + alignPlaces(new Map(), 'top').size).toBe(0);
  });

  it('keep their size and what else is known of them', () => {
    const document = board({ canvas: { places: { 'note:A': { x: 0, y: 0, width: 80, colour: 'red' } } } });
    const moved = placeElements(document, new Map([['note:A', { x: 8, y: 0 }]]));
    expect(getAt(moved, ['canvas', 'places', 'note:A'])).toEqual({ x: 8, y: 0, width: 80, colour: 'red' });
    expect(placeElements(moved, new Map([['note:A', { x: 8, y: 0 }]]))).toBe(moved);
    expect(placeElements(moved, new Map([['note:A', { x: Number.NaN, y: 0 }]]))).toBe(moved);
  });
});

describe('the subset a constraint needs', () => {
  it('is told and chosen by tags', () => {
    const model = readModel(COURSES);
    expect(readSubset(model, 'CourseHasFreeSeat', 'StudentSubscribed')).toEqual({
      tags: ['course'],
      offered: ['student', 'course'],
    });
    expect(readSubset(model, 'toString', 'Gone')).toEqual({ tags: [], offered: [] });
    const both = setSubset(COURSES, 'CourseHasFreeSeat', 'StudentSubscribed', ['course', 'student']);
    expect(findElement(both, 'constraint:CourseHasFreeSeat')).toMatchObject({
      parameters: { courseId: 'string', studentId: 'string' },
      projections: {
        capacity: { tags: { course: 'courseId' } },
        taken: { tags: { course: 'courseId', student: 'studentId' } },
      },
    });
    const none = setSubset(COURSES, 'CourseHasFreeSeat', 'StudentSubscribed', []);
    expect(findElement(none, 'constraint:CourseHasFreeSeat')).not.toHaveProperty('projections.taken.tags');
    expect(setSubset(COURSES, 'CourseHasFreeSeat', 'StudentSubscribed', ['course'])).toBe(COURSES);
    const forbidden = setSubset(COURSES, 'CourseHasFreeSeat', 'StudentSubscribed', ['course', '__proto__']);
    expect(forbidden).toEqual(COURSES);
  });
});

describe('tags, owners and contexts', () => {
  it('a tag takes its value from the field called like it, or from a new one', () => {
    const document = board({ events: { E: { fields: { CourseId: 'string' } } } });
    const tagged = addTag(addTag(document, 'E', 'course'), 'E', 'student');
    expect(findElement(tagged, 'event:E')).toEqual({
      fields: { CourseId: 'string', studentId: 'string' },
      tags: { course: 'event.CourseId', student: 'event.studentId' },
    });
    expect(tagged['tags']).toEqual({ course: {}, student: {} });
    expect(findElement(removeTag(tagged, 'E', 'course'), 'event:E')).toHaveProperty('tags', {
      student: 'event.studentId',
    });
    expect(addTag(tagged, 'E', 'course')).toBe(tagged);
    expect(removeTag(tagged, 'E', 'day')).toBe(tagged);
  });

  it('an aggregate gets its tag from the first event it owns', () => {
    const document = board({
      events: { E: { tags: { day: 'event.d', course: 'event.c' } } },
      aggregates: { Course: {} },
    });
    const owned = setOwner(document, 'E', 'Course', true);
    expect(findElement(owned, 'aggregate:Course')).toEqual({ events: ['E'], id: 'course' });
    expect(setOwner(owned, 'E', 'Course', true)).toBe(owned);
    expect(findElement(setOwner(owned, 'E', 'Course', false), 'aggregate:Course')).toEqual({ id: 'course' });
  });

  it('the first declared context is declared with all that are used', () => {
    const document = board({ events: { E: {}, F: { context: 'Sales' } } });
    const set = setContext(document, 'E', 'Shipping');
    expect(set['contexts']).toEqual({ Sales: {}, Shipping: {} });
    expect(findElement(setContext(set, 'E', null), 'event:E')).toEqual({});
  });
});

it('slices are added, named, moved, filled and removed', () => {
  let document = addSlice(addSlice(addSlice(board({}), 'One'), 'One'), 'Zero', 0);
  document = renameSlice(moveSlice(document, 2, 1), 1, 'One');
  document = setSliceStatus(setSliceKind(document, 0, 'view'), 0, 'doing');
  document = putInSlice(putInSlice(document, 0, 'event:E'), 0, 'event:E');
  expect(document['slices']).toEqual([
    { name: 'Zero', kind: 'view', status: 'doing', elements: ['event:E'] },
    { name: 'One 2' },
    { name: 'One' },
  ]);
  document = setSliceKind(takeOutOfSlice(document, 0, 'event:E'), 0, null);
  expect(document['slices']).toHaveProperty('0', { name: 'Zero', status: 'doing' });
  document = removeSlice(removeSlice(removeSlice(removeSlice(document, 7), 0), 0), 0);
  expect(document).toEqual(board({}));
});
