import { type KeyboardEvent, useCallback } from 'react';
import { takeOutOfSlice } from '../../board/edits/slices.ts';
import type { PlacedNote } from '../../board/event-model/event-model-layout.ts';
import { type Direction, findNeighbour } from '../../board/event-model/find-neighbour.ts';
import type { Stage } from './stage.tsx';

const DIRECTIONS: { readonly [key: string]: Direction } = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What keys do on a focused note: walk to its neighbours, rename, select, take it out of its slice. */
export function useNoteKeys(stage: Stage) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const target = event.target as HTMLElement;
      const id = target.classList.contains('react-flow__node') ? target.dataset['id'] : undefined;
      const note = stage.scene.layout.notes.find((each) => each.id === id);
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!note || !isPlain || stage.desk.getState().walkAt !== null) return;
      if (actOn(note, event.key, stage, event.currentTarget)) event.preventDefault();
    },
    [stage],
  );
}

/** Whether the key means something on a note; then it is done. */
function actOn(note: PlacedNote, key: string, stage: Stage, root: HTMLElement): boolean {
  const direction = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined;
  if (direction) {
    const next = findNeighbour(stage.scene.layout.notes, note.id, direction);
    if (next) {
      choose(next, stage);
      focusNote(root, next.id);
    }
    return true;
  }
  if (key === 'Enter' || key === 'F2') {
    choose(note, stage);
    stage.desk.getState().startEditing(note.key);
    return true;
  }
  if (key === ' ') {
    choose(note, stage);
    return true;
  }
  return (key === 'Delete' || key === 'Backspace') && takeOut(note, stage);
}

function choose(note: PlacedNote, { activate, desk }: Stage): void {
  activate(note.id);
  desk.getState().select([note.key]);
}

function takeOut(note: PlacedNote, { board, scene }: Stage): boolean {
  const slice = scene.layout.columns[note.column]?.slice ?? null;
  if (slice === null) return false;
  board.edit('Take a note out of its slice', (document) => takeOutOfSlice(document, slice, note.key));
  return true;
}

/** Gives the focus to a note. */
export function focusNote(root: HTMLElement, id: string): void {
  const note = root.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  note?.focus({ preventScroll: false });
}
