import { removeElements } from '../../board/edits/remove-elements.ts';
import type { Action } from '../../ui/actions.ts';
import type { Canvas } from '../canvas.ts';
import { copySelected, cutSelected, duplicateSelected, pasteText } from '../hands/clipboard-hands.ts';
import { focusNote } from '../hands/focus-note.ts';
import { unlink } from '../hands/link-notes.ts';
import { sayNotes } from '../hands/move-notes.ts';
import { sortByPlace } from '../hands/walk.ts';

/** What is done to the selected notes and arrows. Copy, cut and paste by their keys are the browser's own. */
export function listEditActions(canvas: Canvas): readonly Action[] {
  const { desk, places, store } = canvas;
  const hasNotes = () => desk.getState().selected.length > 0;
  const hasAny = () => hasNotes() || desk.getState().selectedArrows.length > 0;
  const shared = { group: 'Notes', scope: 'canvas' } as const;
  const write = (text: string | null) => {
    if (text !== null) navigator.clipboard.writeText(text).catch(() => sayNoClipboard(canvas));
  };
  return [
    {
      ...shared,
      id: 'rename-note',
      label: 'Rename',
      keys: ['Enter', 'F2'],
      isEnabled: () => desk.getState().selected.length === 1,
      run: () => desk.getState().startEditing(desk.getState().selected[0] ?? null),
    },
    {
      ...shared,
      id: 'delete',
      label: 'Delete',
      keys: ['Delete', 'Backspace'],
      isEnabled: hasAny,
      run: () => remove(canvas),
    },
    {
      ...shared,
      id: 'duplicate',
      label: 'Duplicate',
      keys: ['Mod+D'],
      isEnabled: hasNotes,
      run: () => duplicateSelected(canvas),
    },
    { ...shared, id: 'copy', label: 'Copy', isEnabled: hasNotes, run: () => write(copySelected(canvas)) },
    { ...shared, id: 'cut', label: 'Cut', isEnabled: hasNotes, run: () => write(cutSelected(canvas)) },
    {
      ...shared,
      id: 'paste',
      label: 'Paste',
      run: () => {
        navigator.clipboard.readText().then(
          (text) => pasteText(canvas, text),
          () => sayNoClipboard(canvas),
        );
      },
    },
    {
      ...shared,
      id: 'select-all',
      label: 'Select all',
      keys: ['Mod+A'],
      run: () => desk.getState().select([...places().keys()]),
    },
    {
      ...shared,
      id: 'select-none',
      label: 'Select nothing',
      keys: ['Escape'],
      isHidden: true,
      isEnabled: hasAny,
      run: () => {
        desk.getState().select([]);
        store.setState({ sheet: null, word: null });
      },
    },
  ];
}

function remove(canvas: Canvas): void {
  const { board, desk, places } = canvas;
  const { selected, selectedArrows, select } = desk.getState();
  if (selected.length === 0) {
    unlink(canvas, selectedArrows);
    select([]);
    return;
  }
  const order = sortByPlace(places());
  const at = Math.min(...selected.map((key) => order.indexOf(key)).filter((index) => index >= 0));
  board.edit(`Delete ${sayNotes(selected)}`, (document) => removeElements(document, selected));
  // The keyboard goes on from the note before.
  const next = order.slice(0, Number.isFinite(at) ? at : 0).findLast((key) => !selected.includes(key));
  select(next === undefined ? [] : [next]);
  focusNote(canvas);
}

function sayNoClipboard({ store, root }: Canvas): void {
  const { x, y, width } = root.current?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0 };
  const text =
    'The browser does not let this page use the clipboard from a menu. Use the keys instead: Ctrl C, Ctrl X, Ctrl V.';
  store.setState({ word: { text, at: { x: x + width / 2, y: y + 24 } } });
}
