/**
 * The known name nearest to a wrong one by edit distance (case does not count), or undefined when none is near
 * enough to be a plausible slip: more than a third of its letters would have to change.
 */
export function didYouMean(wrong: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const allowed = Math.max(1, Math.floor(Math.max(wrong.length, name.length) / 3));
    // Names this long are not slips, and comparing them would take time that grows with the square of their length.
    if (name === wrong || name.length > 200 || Math.abs(name.length - wrong.length) > allowed) continue;
    const distance = countEdits(wrong.toLowerCase(), name.toLowerCase());
    if (distance <= allowed && distance < fewest) [nearest, fewest] = [name, distance];
  }
  return nearest;
}

/** Levenshtein's distance: how many letters to insert, delete or replace to get from one word to the other. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const replaced = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
