import { describe, expect, it } from 'vitest';
import { createDesk } from '../../../src/board/desk.ts';
import { addElement } from '../../../src/board/edits/add-element.ts';
import { createMemoryBoard } from '../../../src/board/sync/memory-board.ts';
import { createTyping } from '../../../src/canvas/typing/typing.ts';

function open() {
  const board = createMemoryBoard({ ambit: '1.0', name: 'Board' });
  const desk = createDesk();
  const typing = createTyping(board, desk);
  const begin = () => {
    typing.begin('event', (document, name) => addElement(document, 'event', { name, place: { x: 0, y: 0 } }));
    return desk.getState().editing ?? 'event:none';
  };
  const events = () => Object.keys(board.state().document['events'] ?? {});
  return { board, desk, typing, begin, events };
}

describe('typing a new note', () => {
  it('is one step, with the name in it', () => {
    const { board, typing, begin, events } = open();
    typing.commit(begin(), 'student subscribed');
    expect(events()).toEqual(['StudentSubscribed']);
    expect(board.state().undoLabel).toBe('Add event StudentSubscribed');
    board.undo();
    expect(events()).toEqual([]);
    expect(board.state().undoLabel).toBeNull();
  });

  it('leaves nothing behind without a name', () => {
    const { board, desk, typing, begin, events } = open();
    typing.commit(begin(), '   ');
    typing.cancel(begin());
    expect(events()).toEqual([]);
    expect(board.state().undoLabel).toBeNull();
    expect(board.state().drafts.size).toBe(0);
    expect(desk.getState().editing).toBeNull();
  });

  it('goes on where another step came in between, and takes nothing of that back', () => {
    const { board, typing, begin, events } = open();
    const key = begin();
    board.edit('Say more', (document) => ({ ...document, description: 'More' }));
    typing.commit(key, 'seat taken');
    expect(events()).toEqual(['SeatTaken']);
    expect(board.state().document['description']).toBe('More');
  });

  it('starts empty, and a known note with its name', () => {
    const { typing, begin } = open();
    const key = begin();
    expect(typing.textOf(key)).toBe('');
    const named = typing.commit(key, 'seat taken');
    expect(named).toBe('event:SeatTaken');
    expect(typing.textOf('event:SeatTaken')).toBe('SeatTaken');
  });

  it('keeps a name that is emptied', () => {
    const { typing, begin, events } = open();
    const named = typing.commit(begin(), 'seat taken') ?? 'event:none';
    typing.commit(named, '  ');
    expect(events()).toEqual(['SeatTaken']);
  });

  it('ends quietly when the note is gone meanwhile', () => {
    const { board, desk, typing, begin } = open();
    const key = begin();
    board.undo();
    expect(typing.commit(key, 'seat taken')).toBeNull();
    expect(desk.getState().editing).toBeNull();
  });
});
