/** How well a text answers to what was typed: higher is better, null is not at all. */
export function matchText(text: string, typed: string, words: readonly string[] = []): number | null {
  const asked = splitWords(typed);
  if (asked.length === 0) return 0;
  const spoken = splitWords(text);
  const initials = spoken.map((word) => word[0]).join('');
  const joined = spoken.join('');
  const others = words.flatMap(splitWords);
  if (joined.startsWith(asked.join(''))) return 100 - joined.length / 1000;
  let score = 0;
  for (const part of asked) {
    const found = scorePart(part, spoken, initials, joined, others);
    if (found === null) return null;
    score += found;
  }
  return score / asked.length - joined.length / 1000;
}

/** What is left of a list when something is typed, best first; the order stays where two are as good. */
export function rank<Item>(
  items: readonly Item[],
  typed: string,
  read: (item: Item) => { readonly text: string; readonly words?: readonly string[] },
): Item[] {
  return items
    .flatMap((item) => {
      const { text, words } = read(item);
      const score = matchText(text, typed, words);
      return score === null ? [] : [{ item, score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

function scorePart(
  part: string,
  spoken: readonly string[],
  initials: string,
  joined: string,
  others: readonly string[],
): number | null {
  if (spoken.some((word) => word === part)) return 80;
  if (spoken.some((word) => word.startsWith(part))) return 70;
  if (part.length > 1 && initials.includes(part)) return 60;
  if (joined.includes(part)) return 50;
  if (others.some((word) => word.startsWith(part))) return 40;
  return part.length > 2 && isSpread(part, joined) ? 10 : null;
}

/** Whether the letters are there in this order, with others between them. */
function isSpread(part: string, text: string): boolean {
  let from = 0;
  for (const letter of part) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}

/** The words of a text in small letters without accents: `StudentSubscribed` has two. */
function splitWords(text: string): string[] {
  return text
    .replaceAll(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
