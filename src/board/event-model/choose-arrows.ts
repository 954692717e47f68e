import type { Arrow } from '../edits/arrows.ts';
import type { ElementKey } from '../element-key.ts';
import type { PlacedArrow, PlacedNote } from './event-model-layout.ts';

/**
 * The arrows to draw: inside every column that has both ends, between columns only where no column has both, and then
 * the shortest. An actor's arrow to a command is left out beside a screen that stands for it.
 */
export function chooseArrows(notes: readonly PlacedNote[], arrows: readonly Arrow[]): PlacedArrow[] {
  const places = new Map<ElementKey, PlacedNote[]>();
  for (const note of notes) {
    const same = places.get(note.key);
    if (same) same.push(note);
    else places.set(note.key, [note]);
  }
  const chosen: PlacedArrow[] = [];
  for (const arrow of arrows) {
    for (const [from, to] of choosePairs(places.get(arrow.from) ?? [], places.get(arrow.to) ?? [])) {
      if (arrow.relation === 'asks' && isOffered(arrow, from, notes, arrows)) continue;
      chosen.push({ id: `${from.id}>${to.id}`, from, to, arrow });
    }
  }
  return chosen;
}

function choosePairs(
  sources: readonly PlacedNote[],
  targets: readonly PlacedNote[],
): [PlacedNote, PlacedNote][] {
  const inside: [PlacedNote, PlacedNote][] = [];
  for (const from of sources) {
    const to = targets.find(({ column }) => column === from.column);
    if (to) inside.push([from, to]);
  }
  if (inside.length > 0) return inside;
  const pairs = sources.flatMap((from) => targets.map((to): [PlacedNote, PlacedNote] => [from, to]));
  const [first, ...others] = pairs;
  if (!first) return [];
  return [others.reduce((best, pair) => (measure(pair) < measure(best) ? pair : best), first)];
}

/** How many columns lie between; of two as near, the one that goes on in time. */
function measure([from, to]: [PlacedNote, PlacedNote]): number {
  const columns = to.column - from.column;
  return columns >= 0 ? columns : -columns + 0.5;
}

function isOffered(
  { to }: Arrow,
  { column }: PlacedNote,
  notes: readonly PlacedNote[],
  arrows: readonly Arrow[],
): boolean {
  const screens = arrows.filter(({ relation, to: command }) => relation === 'offers' && command === to);
  return notes.some((note) => note.column === column && screens.some(({ from }) => from === note.key));
}
