import { alignPlaces, distributePlaces } from '../../board/edits/places.ts';
import type { ElementKey } from '../../board/element-key.ts';
import { findPlace, type Place } from '../../board/placement.ts';
import type { Action } from '../../ui/actions.ts';
import type { Canvas } from '../canvas.ts';
import { withContent } from '../hands/frames.ts';
import { moveNotes, pickPlaces } from '../hands/move-notes.ts';
import { fitAll } from '../view/zoom.ts';

const EDGES = [
  ['left', 'left edges', 'Alt+Shift+ArrowLeft'],
  ['center', 'middles across', null],
  ['right', 'right edges', 'Alt+Shift+ArrowRight'],
  ['top', 'top edges', 'Alt+Shift+ArrowUp'],
  ['middle', 'middles down', null],
  ['bottom', 'bottom edges', 'Alt+Shift+ArrowDown'],
] as const;

/** Aligning, distributing, and laying out. */
export function listArrangeActions(canvas: Canvas): readonly Action[] {
  const { desk, places } = canvas;
  const shared = { group: 'Arrange', scope: 'canvas' } as const;
  const count = () => desk.getState().selected.length;
  const arrange = (verb: string, change: (chosen: Map<ElementKey, Place>) => Map<ElementKey, Place>) => {
    moveNotes(canvas, verb, carryContent(places(), change(pickPlaces(places(), desk.getState().selected))));
  };
  return [
    ...EDGES.map(
      ([how, what, keys]): Action => ({
        ...shared,
        id: `align-${how}`,
        label: `Align the ${what}`,
        ...(keys === null ? {} : { keys: [keys] }),
        isEnabled: () => count() > 1,
        run: () => arrange('Align', (chosen) => alignPlaces(chosen, how)),
      }),
    ),
    ...(['across', 'down'] as const).map(
      (how): Action => ({
        ...shared,
        id: `distribute-${how}`,
        label: `Distribute evenly ${how}`,
        isEnabled: () => count() > 2,
        run: () => arrange('Distribute', (chosen) => distributePlaces(chosen, how)),
      }),
    ),
    {
      ...shared,
      id: 'tidy',
      label: 'Lay out what nobody placed by hand',
      words: ['tidy', 'timeline', 'layout'],
      run: () => layOut(canvas, listPlaced(canvas)),
    },
    {
      ...shared,
      id: 'lay-out',
      label: 'Lay out everything anew',
      words: ['tidy', 'timeline', 'layout'],
      run: () => layOut(canvas, new Map()),
    },
  ];
}

/** What lies in a frame goes along with it. */
function carryContent(
  before: ReadonlyMap<ElementKey, Place>,
  moved: Map<ElementKey, Place>,
): Map<ElementKey, Place> {
  const all = new Map(moved);
  for (const [key, to] of moved) {
    const from = before.get(key);
    for (const inside of withContent(before, [key])) {
      const place = before.get(inside);
      if (!from || !place || moved.has(inside)) continue;
      all.set(inside, { ...place, x: place.x + to.x - from.x, y: place.y + to.y - from.y });
    }
  }
  return all;
}

function listPlaced({ board, places }: Canvas): ReadonlyMap<ElementKey, Place> {
  const { document } = board.state();
  return pickPlaces(
    places(),
    [...places().keys()].filter((key) => findPlace(document, key) !== undefined),
  );
}

function layOut(canvas: Canvas, fixed: ReadonlyMap<ElementKey, Place>): void {
  const { board, layout, store, root } = canvas;
  const { document } = board.state();
  layout.layOutTimeline(document, fixed).then(
    (found) => {
      // Elements may have gone while the layout was made.
      const moved = new Map([...found].filter(([key]) => canvas.places().has(key)));
      moveNotes(canvas, 'Lay out', moved);
      requestAnimationFrame(() => fitAll(canvas));
    },
    () => {
      const { x, y, width } = root.current?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0 };
      const at = { x: x + width / 2, y: y + 24 };
      store.setState({ word: { text: 'The layout could not be made. Nothing was moved.', at } });
    },
  );
}
