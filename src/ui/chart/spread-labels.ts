/**
 * Moves labels apart that would lie on each other: each stays as near to where it wants to be as `gap` allows, in
 * the same order, between `from` and `to`.
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  from: number,
  to: number,
): readonly number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed: number[] = [];
  let last = from - gap;
  for (const at of order) {
    last = Math.max(last + gap, wanted[at] ?? 0);
    placed[at] = last;
  }
  // Whoever was pushed out at the end pushes the others back.
  let next = to + gap;
  for (const at of order.toReversed()) {
    next = Math.min(next - gap, placed[at] ?? 0);
    placed[at] = next;
  }
  return placed;
}
