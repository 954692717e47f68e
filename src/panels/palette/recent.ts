/** How many things of the palette are remembered. */
const MOST = 8;

/** What was chosen last comes first. */
export function addRecent(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((known) => known !== id)].slice(0, MOST);
}

/** The same entries, those chosen lately before all others. */
export function putRecentFirst<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  recent: readonly string[],
): Entry[] {
  const place = ({ id }: Entry) => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  return entries.toSorted((a, b) => place(a) - place(b));
}
