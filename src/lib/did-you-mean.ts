/** Longer names, and more of them, are not compared: hostile input must not buy minutes of work. */
const LONGEST_NAME = 60;
const MOST_COMPARED = 500;

/**
 * The known name nearest to a wrong one by edit distance (case does not count), or undefined when none is near
 * enough to be a plausible slip: more than a third of its letters would have to change. Sources: Levenshtein, with
 * Damerau's swap of neighbours.
 */
export function didYouMean(wrong: string, known: Iterable<string>): string | undefined {
  if (wrong.length > LONGEST_NAME) return undefined;
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  let compared = 0;
  for (const name of known) {
    const allowed = Math.max(1, Math.floor(Math.max(wrong.length, name.length) / 3));
    const isFar = name.length > LONGEST_NAME || Math.abs(name.length - wrong.length) > allowed;
    if (name === wrong || isFar) continue;
    if (++compared > MOST_COMPARED) break;
    const distance = countEdits(wrong.toLowerCase(), name.toLowerCase());
    if (distance <= allowed && distance < fewest) [nearest, fewest] = [name, distance];
  }
  return nearest;
}

/** How many letters to insert, delete, replace or swap with the next to get from one word to the other. */
function countEdits(from: string, to: string): number {
  let previous: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const replaced = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      const isSwapped = i > 0 && j > 0 && from[i] === to[j - 1] && from[i - 1] === to[j];
      const swapped = isSwapped ? (previous[j - 1] ?? 0) + 1 : replaced;
      next.push(Math.min(replaced, swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    [previous, row] = [row, next];
  }
  return row[to.length] ?? 0;
}
