import { expect, it } from 'vitest';
import { copyElements, duplicateElements, pasteElements } from '../../../../src/board/edits/clipboard.ts';
import { findElement } from '../../../../src/board/element-key.ts';
import { findPlace } from '../../../../src/board/placement.ts';
import { board, COURSES, listCodes } from './course-board.ts';

const KEYS = ['event:StudentSubscribed', 'constraint:CourseHasFreeSeat'] as const;

it('a copy has the elements, their places and the tags they use', () => {
  const document = {
    ...COURSES,
    canvas: { places: { 'event:StudentSubscribed': { x: 8, y: 16 }, 'event:CourseDefined': { x: 0, y: 0 } } },
  };
  const copied = copyElements(document, KEYS);
  expect(Object.keys(copied)).toEqual(['ambit', 'name', 'events', 'constraints', 'tags', 'canvas']);
  expect(copied['canvas']).toEqual({ places: { 'event:StudentSubscribed': { x: 8, y: 16 } } });
  expect(copied['tags']).toEqual(COURSES['tags']);
});

it('copies mean each other where both were copied, and the originals otherwise', () => {
  const { document, keys } = duplicateElements(COURSES, KEYS);
  expect(keys).toEqual(['event:StudentSubscribed2', 'constraint:CourseHasFreeSeat2']);
  expect(findElement(document, 'constraint:CourseHasFreeSeat2')).toMatchObject({
    projections: {
      capacity: { on: { CourseDefined: 'event.capacity', CapacityChanged: 'event.capacity' } },
      taken: { on: { StudentSubscribed2: 'state + 1' } },
    },
  });
  expect(listCodes(document)).toEqual([...listCodes(COURSES), 'event-never-emitted'].filter(isNew));
});

/** Remarks about the copy itself are no concern here. */
function isNew(code: string): boolean {
  return code !== 'event-never-emitted';
}

it('copies lie a little beside the originals, or with their corner where they were put', () => {
  const document = board({
    events: { A: {}, B: {} },
    canvas: { places: { 'event:A': { x: 100, y: 40 }, 'event:B': { x: 80, y: 60 } } },
  });
  const beside = duplicateElements(document, ['event:A', 'event:B']);
  expect(beside.keys.map((key) => findPlace(beside.document, key))).toEqual([
    { x: 124, y: 64 },
    { x: 104, y: 84 },
  ]);
  const put = pasteElements(document, document, { x: 0, y: 0 });
  expect(put.keys.map((key) => findPlace(put.document, key))).toEqual([
    { x: 20, y: 0 },
    { x: 0, y: 20 },
  ]);
});

it('a whole model can be pasted, and lies in rows where it has no places', () => {
  const { canvas: _, ...undrawn } = COURSES;
  const { document, keys } = pasteElements(board({}), undrawn, { x: 0, y: 0 });
  expect(keys).toHaveLength(23);
  expect(document['tags']).toEqual(COURSES['tags']);
  expect(document).not.toHaveProperty('examples');
  expect(findPlace(document, keys[6] ?? 'note:')).toEqual({ x: 0, y: 128 });
});

it('a section that is broken here takes nothing in', () => {
  const document = board({ events: 'none' });
  expect(pasteElements(document, board({ events: { A: {} } }), 'beside')).toEqual({ document, keys: [] });
});
