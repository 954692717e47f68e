/**
 * A shorter list that still passes a test, which the whole list does: parts are left out, large ones first, as long as
 * the test lets them (Zeller's delta debugging). Asks at most `most` times; what it has by then is returned.
 */
export function shrinkList<T>(
  whole: readonly T[],
  passes: (fewer: readonly T[]) => boolean,
  most: number,
): readonly T[] {
  let list = whole;
  let asked = 0;
  for (let size = list.length; size >= 1; size = Math.floor(size / 2)) {
    // From the end: what happened last is needed least often by what is left.
    for (let from = list.length - size; from > -size && asked < most; from -= size) {
      const fewer = [...list.slice(0, Math.max(0, from)), ...list.slice(from + size)];
      asked++;
      if (passes(fewer)) list = fewer;
    }
  }
  return list;
}
