import { parseKey } from '../../board/element-key.ts';
import { GRID } from '../../board/placement.ts';
import type { Action } from '../../ui/actions.ts';
import type { Canvas } from '../canvas.ts';
import { bringIntoView, focusNote } from '../hands/focus-note.ts';
import { withContent } from '../hands/frames.ts';
import { moveNotes, pickPlaces, shiftPlaces } from '../hands/move-notes.ts';
import { type Direction, findNeighbour, sortByPlace } from '../hands/walk.ts';

const ARROWS = [
  ['ArrowLeft', 'left', -1, 0],
  ['ArrowRight', 'right', 1, 0],
  ['ArrowUp', 'up', 0, -1],
  ['ArrowDown', 'down', 0, 1],
] as const;
const FAR = 5 * GRID;

/** Arrow keys walk from note to note; with Shift they move the selected notes, with Ctrl too by more. */
export function listWalkActions(canvas: Canvas): readonly Action[] {
  const { desk } = canvas;
  const shared = { group: 'Walk and move', scope: 'canvas', isHidden: true } as const;
  const hasNotes = () => desk.getState().selected.length > 0;
  return ARROWS.flatMap(([key, direction, x, y]): Action[] => [
    {
      ...shared,
      id: `walk-${direction}`,
      label: `Go to the next note ${direction}`,
      keys: [key],
      run: () => walk(canvas, direction),
    },
    {
      ...shared,
      id: `move-${direction}`,
      label: `Move ${direction}`,
      keys: [`Shift+${key}`],
      isEnabled: hasNotes,
      run: () => move(canvas, { x: x * GRID, y: y * GRID }),
    },
    {
      ...shared,
      id: `move-far-${direction}`,
      label: `Move ${direction} by five`,
      keys: [`Mod+Shift+${key}`],
      isEnabled: hasNotes,
      run: () => move(canvas, { x: x * FAR, y: y * FAR }),
    },
  ]);
}

function walk(canvas: Canvas, direction: Direction): void {
  const { desk, places } = canvas;
  const { selected, selectedArrows, select } = desk.getState();
  const from = selected.at(-1) ?? selectedArrows.at(-1)?.from;
  const next = from === undefined ? findFirst(canvas) : findNeighbour(places(), from, direction);
  const to = next ?? (selected.length === 0 ? from : undefined);
  if (to === undefined) return;
  select([to]);
  bringIntoView(canvas, to);
  focusNote(canvas);
}

function findFirst({ places }: Canvas) {
  const order = sortByPlace(places());
  return order.find((key) => parseKey(key)?.kind === 'event') ?? order[0];
}

function move(canvas: Canvas, by: { readonly x: number; readonly y: number }): void {
  const { desk, places } = canvas;
  const { selected } = desk.getState();
  const moved = shiftPlaces(pickPlaces(places(), withContent(places(), selected)), by);
  moveNotes(canvas, 'Move', moved, `move ${selected.join(' ')}`);
  const leading = selected.at(-1);
  if (leading !== undefined) bringIntoView(canvas, leading);
}
