import { describe, expect, it } from 'vitest';
import {
  addRace,
  addRacer,
  duplicateRace,
  moveRace,
  removeRace,
  renameRace,
} from '../../../../src/board/edits/races.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { board, COURSES, readModel } from './course-board.ts';

const race = (name: string, more: JsonObject = {}): JsonObject => ({ name, ...more });
const THREE = board({ races: [race('a'), race('b'), race('c')] });

function listNames(document: JsonObject): readonly string[] {
  return (readModel(document).races ?? []).map(({ name }) => name);
}

describe('the races of a document', () => {
  it('begin with the first one that is added', () => {
    const { document, at } = addRace(board({}), race('The last seat', { attempts: 3 }));
    expect(document).toEqual(board({ races: [{ name: 'The last seat', attempts: 3 }] }));
    expect(at).toBe(0);
  });

  it('are told apart by name: a new one gets a number', () => {
    const twice = addRace(addRace(THREE, race('a')).document, race('a 2'));
    expect(listNames(twice.document)).toEqual(['a', 'b', 'c', 'a 2', 'a 3']);
    expect(twice.at).toBe(4);
  });

  it('have a copy right below, which stands for itself', () => {
    const copied = duplicateRace(COURSES, 0);
    const [first, second, third] = readModel(copied).races ?? [];
    expect(second).toEqual({ ...first, name: 'The last seat 2' });
    expect(third?.name).toBe('The last course a student may take');
  });

  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 99, ['a', 'c', 'b']],
    [1, -1, ['b', 'a', 'c']],
  ])('can be moved: %i to %i', (from, to, names) => {
    expect(listNames(moveRace(THREE, from, to))).toEqual(names);
  });

  it('can be removed, and the last one takes the list with it', () => {
    expect(listNames(removeRace(THREE, 1))).toEqual(['a', 'c']);
    expect(removeRace(board({ races: [race('a')] }), 0)).toEqual(board({}));
  });

  it('can be renamed, but not to another one’s name', () => {
    expect(listNames(renameRace(THREE, 1, ' The last seat '))).toEqual(['a', 'The last seat', 'c']);
    expect(listNames(renameRace(THREE, 1, 'a'))).toEqual(['a', 'a 2', 'c']);
  });

  it.each([
    ['a place where none is', () => removeRace(THREE, 3)],
    ['the place where it is', () => moveRace(THREE, 1, 1)],
    ['an empty name', () => renameRace(THREE, 0, '  ')],
    ['its own name', () => renameRace(THREE, 0, 'a')],
    ['a copy of nothing', () => duplicateRace(THREE, -1)],
    ['a command for a race that is not there', () => addRacer(THREE, 7, 'Go', {})],
  ])('stay as they are for %s', (_, edit) => {
    expect(edit()).toBe(THREE);
  });

  it('are not touched where something else stands in their place', () => {
    const broken = board({ races: 'none yet' });
    expect(addRace(broken, race('a')).document).toBe(broken);
  });
});

describe('a further command of a race', () => {
  it('has the data it is given', () => {
    expect(addRacer(board({ races: [race('a')] }), 0, 'Go', { id: 'x' })).toEqual(
      board({ races: [{ name: 'a', commands: [{ command: 'Go', data: { id: 'x' } }] }] }),
    );
  });

  it('is the twin of the last one of its kind', () => {
    const grown = readModel(addRacer(COURSES, 0, 'SubscribeStudent', { studentId: 'other' })).races?.[0];
    expect(grown?.commands).toHaveLength(3);
    expect(grown?.commands?.[2]).toEqual(grown?.commands?.[1]);
  });
});
