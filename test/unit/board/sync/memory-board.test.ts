import { describe, expect, it, vi } from 'vitest';
import type { Edit } from '../../../../src/board/board.ts';
import { createMemoryBoard } from '../../../../src/board/sync/memory-board.ts';
import type { Json, JsonObject } from '../../../../src/lib/json.ts';

const EMPTY: JsonObject = { ambit: '1.0', name: 'Board' };
const COURSE: JsonObject = {
  ...EMPTY,
  events: {
    Opened: { description: 'It opened', fields: { id: 'string' } },
    Closed: { fields: { id: 'string' } },
  },
  slices: [{ name: 'Open', elements: ['event:Opened'] }],
  canvas: { places: { 'event:Opened': { x: 0, y: 8 }, 'event:Closed': { x: 200, y: 8 } } },
};

function set(key: string, value: Json): Edit {
  return (document) => ({ ...document, [key]: value });
}

describe('a board', () => {
  it('reads as the document it was made of', () => {
    expect(createMemoryBoard(COURSE).state().document).toEqual(COURSE);
  });

  it('keeps the order of keys', () => {
    const board = createMemoryBoard({ ...EMPTY, tags: { z: {}, a: {}, m: {} } });
    board.edit('Add', (document) => ({ ...document, tags: { b: {}, z: {}, m: {}, a: {} } }));
    expect(Object.keys(board.state().document['tags'] ?? {})).toEqual(['b', 'z', 'm', 'a']);
  });

  it('takes hostile names as names', () => {
    const document = JSON.parse(
      '{"ambit":"1.0","name":"\\ud800","__proto__":{"x":1},"events":{"__proto__":{},"toString":{"\\udfff":-0}}}',
    );
    const read = createMemoryBoard(document).state().document;
    expect(JSON.stringify(read)).toBe(JSON.stringify(document));
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  it('shares what an edit did not touch', () => {
    const board = createMemoryBoard(COURSE);
    const before = board.state().document;
    board.edit('Name', set('name', 'Other'));
    const after = board.state().document;
    expect(after).not.toBe(before);
    expect(after['events']).toBe(before['events']);
    expect(after['canvas']).toBe(before['canvas']);
  });

  it('shares the other elements of a section that changed', () => {
    const board = createMemoryBoard(COURSE);
    const before = board.state().document['events'] as JsonObject;
    board.edit('Describe', (document) => ({
      ...document,
      events: { ...before, Closed: { description: 'New' } },
    }));
    const after = board.state().document['events'] as JsonObject;
    expect(after).toEqual({ Opened: before['Opened'], Closed: { description: 'New' } });
    expect(after['Opened']).toBe(before['Opened']);
  });

  it('tells its listeners once about an edit, and not when nothing changes', () => {
    const board = createMemoryBoard(COURSE);
    const listener = vi.fn();
    const forget = board.listen(listener);
    board.edit('Nothing', (document) => document);
    board.edit('Nothing', (document) => ({
      ...document,
      events: JSON.parse(JSON.stringify(document['events'])),
    }));
    expect(listener).toHaveBeenCalledTimes(0);
    board.edit('Name', set('name', 'Other'));
    expect(listener).toHaveBeenCalledTimes(1);
    forget();
    board.undo();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('is not changed by an edit that throws', () => {
    const board = createMemoryBoard(COURSE);
    const before = board.state();
    expect(() =>
      board.edit('Fail', () => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(board.state()).toBe(before);
  });

  it('is read by the model room once for each version', () => {
    const board = createMemoryBoard(COURSE);
    const { parsed } = board.state();
    expect(parsed.model?.name).toBe('Board');
    board.draft('event:Opened', 'x');
    expect(board.state().parsed).toBe(parsed);
  });

  it('keeps drafts beside the document, with nothing to undo', () => {
    const board = createMemoryBoard(COURSE);
    const { document } = board.state();
    board.draft('event:Opened', 'Open');
    board.draft('event:Opened', 'Opened ag');
    expect([...board.state().drafts]).toEqual([['event:Opened', 'Opened ag']]);
    expect(board.state().document).toBe(document);
    expect(board.state().undoLabel).toBeNull();
    board.draft('event:Opened', null);
    expect(board.state().drafts.size).toBe(0);
  });
});

describe('undo and redo', () => {
  it('brings nothing again of a step that was discarded', () => {
    const board = createMemoryBoard(EMPTY);
    board.edit('One', set('name', 'One'));
    board.edit('Two', set('name', 'Two'));
    board.discard();
    expect(board.state()).toMatchObject({ undoLabel: 'One', redoLabel: null });
    expect(board.state().document['name']).toBe('One');
  });

  it('take back and bring again, step by step, and say what', () => {
    const board = createMemoryBoard(COURSE);
    const start = board.state().document;
    board.edit('Rename', set('name', 'A'));
    board.edit('Remove the canvas', ({ canvas, ...rest }) => rest);
    const end = board.state().document;
    expect(board.state()).toMatchObject({ undoLabel: 'Remove the canvas', redoLabel: null });
    board.undo();
    expect(board.state()).toMatchObject({ undoLabel: 'Rename', redoLabel: 'Remove the canvas' });
    board.undo();
    expect(board.state()).toMatchObject({ undoLabel: null, redoLabel: 'Rename' });
    expect(board.state().document).toEqual(start);
    board.redo();
    board.redo();
    expect(board.state()).toMatchObject({ undoLabel: 'Remove the canvas', redoLabel: null });
    expect(board.state().document).toEqual(end);
    board.redo();
    expect(board.state().document).toEqual(end);
  });

  it('take edits of one group together while they follow each other', () => {
    let now = 0;
    const board = createMemoryBoard(EMPTY, { now: () => now });
    for (const text of ['a', 'ab', 'abc']) {
      now += 1000;
      board.edit('Type', set('description', text), { group: 'description' });
    }
    now += 2000;
    board.edit('Type', set('description', 'abcd'), { group: 'description' });
    board.undo();
    expect(board.state().document['description']).toBe('abc');
    board.undo();
    expect(board.state().document['description']).toBeUndefined();
    board.redo();
    expect(board.state().document['description']).toBe('abc');
  });

  it('keep edits of other groups, and of none, apart', () => {
    const board = createMemoryBoard(EMPTY, { now: () => 0 });
    board.edit('One', set('x-1', 1), { group: 'one' });
    board.edit('Two', set('x-2', 1), { group: 'two' });
    board.edit('Three', set('x-3', 1));
    board.edit('Four', set('x-4', 1));
    board.undo();
    expect(board.state()).toMatchObject({ undoLabel: 'Three', redoLabel: 'Four' });
    board.undo();
    board.undo();
    expect(board.state()).toMatchObject({ undoLabel: 'One', redoLabel: 'Two' });
  });

  it('forget what was taken back once something else is done', () => {
    const board = createMemoryBoard(EMPTY);
    board.edit('One', set('name', '1'));
    board.undo();
    board.edit('Two', set('name', '2'));
    expect(board.state()).toMatchObject({ undoLabel: 'Two', redoLabel: null });
  });
});
