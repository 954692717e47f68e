import type { PlacedNote } from './event-model-layout.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest note in a direction; undefined when there is none. */
export function findNeighbour(
  notes: readonly PlacedNote[],
  id: string,
  direction: Direction,
): PlacedNote | undefined {
  const from = notes.find((note) => note.id === id);
  if (!from) return undefined;
  let nearest: PlacedNote | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const note of notes) {
    const distance = measure(from, note, direction);
    if (distance < least) [nearest, least] = [note, distance];
  }
  return nearest;
}

/** How far a note is, when it lies in that direction: what is off to the side counts double. */
function measure(from: PlacedNote, to: PlacedNote, direction: Direction): number {
  const across = to.x + to.width / 2 - (from.x + from.width / 2);
  const down = to.y + to.height / 2 - (from.y + from.height / 2);
  const isSideways = direction === 'left' || direction === 'right';
  const ahead = (isSideways ? across : down) * (direction === 'left' || direction === 'up' ? -1 : 1);
  const aside = Math.abs(isSideways ? down : across);
  return ahead > 0 && aside <= 2 * ahead ? ahead + 2 * aside : Number.POSITIVE_INFINITY;
}
