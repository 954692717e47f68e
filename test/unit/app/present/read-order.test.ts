import { describe, expect, it } from 'vitest';
import { readOrder, turn } from '../../../../src/app/present/read-order.ts';

const PLAIN = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('In a presentation a key', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    [' ', 'next'],
    ['ArrowLeft', 'back'],
    ['Home', 'first'],
    ['End', 'last'],
    ['ArrowDown', 'next-strategy'],
    ['ArrowUp', 'last-strategy'],
    ['Escape', 'leave'],
    ['e', null],
    ['toString', null],
  ])('%s means %s', (key, order) => {
    expect(readOrder({ ...PLAIN, key })).toBe(order);
  });

  it('with Shift goes back, or to another race', () => {
    expect(readOrder({ ...PLAIN, key: ' ', shiftKey: true })).toBe('back');
    expect(readOrder({ ...PLAIN, key: 'ArrowDown', shiftKey: true })).toBe('next-race');
    expect(readOrder({ ...PLAIN, key: 'ArrowRight', shiftKey: true })).toBeNull();
  });

  it('is left to the browser with any other modifier', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) {
      expect(readOrder({ ...PLAIN, key: 'ArrowLeft', [modifier]: true })).toBeNull();
    }
  });
});

describe('Turning a list', () => {
  it('stops at its ends, and begins at its first', () => {
    expect([turn([1, 2, 3], 2, 1), turn([1, 2, 3], 3, 1), turn([1, 2, 3], 1, -1)]).toEqual([3, 3, 1]);
    expect([turn([1, 2], undefined, -1), turn([1, 2], 9, 1), turn([], 1, 1)]).toEqual([1, 1, undefined]);
  });
});
