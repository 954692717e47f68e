/** A list with one item at another place; the same list when there is nothing to move. */
export function moveItem<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined || from === to || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** An object with one of its entries at another place. */
export function moveEntry<T>(
  record: { readonly [name: string]: T },
  from: number,
  to: number,
): { readonly [name: string]: T } {
  return Object.fromEntries(moveItem(Object.entries(record), from, to));
}
