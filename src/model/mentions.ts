/** CEL's text literals (with their prefixes) and comments, in which names are no names. */
const TEXTS = new RegExp(
  [
    /[rRbB]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?''')/,
    /[bB]?[rR][bB]?(?:"[^"\n]*"|'[^'\n]*')/,
    /[bB]?(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/,
    /\/\/[^\n]*/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);
const PATHS = /(?<![\w.])[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)?/g;
/** Longer ones are no expression a person wrote, and searching them could exhaust the stack. */
const LONGEST = 10_000;

/**
 * The names a CEL text mentions, without understanding it: `taken` for `taken + 1`, `Seats` and `Seats.taken` for
 * `Seats.taken`; never `taken` for `event.taken`.
 */
export function listMentions(expression: string): Set<string> {
  const mentions = new Set<string>();
  for (const [path] of expression.slice(0, LONGEST).replace(TEXTS, ' "" ').matchAll(PATHS)) {
    const [head = '', ...rest] = path.split(/\s*\.\s*/);
    mentions.add(head);
    if (rest.length > 0) mentions.add([head, ...rest].join('.'));
  }
  return mentions;
}

/** The names in the `{placeholders}` of a message. */
export function listPlaceholders(message: string): string[] {
  return [...message.matchAll(/\{\s*([A-Za-z_]\w*)\s*\}/g)].map(([, name = '']) => name);
}
