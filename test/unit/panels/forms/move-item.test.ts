import { describe, expect, it } from 'vitest';
import { moveEntry, moveItem } from '../../../../src/panels/forms/move-item.ts';

describe('moving within a list', () => {
  it('puts an item where it is wanted', () => {
    expect(moveItem(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moveItem(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  });

  it('changes nothing where there is nothing to move', () => {
    const list = ['a', 'b'];
    expect(moveItem(list, 0, -1)).toBe(list);
    expect(moveItem(list, 1, 2)).toBe(list);
    expect(moveItem(list, 5, 0)).toBe(list);
  });

  it('keeps every entry of an object, whatever it is called', () => {
    const record = JSON.parse('{ "__proto__": 1, "b": 2 }');
    expect(Object.keys(moveEntry(record, 0, 1))).toEqual(['b', '__proto__']);
  });
});
