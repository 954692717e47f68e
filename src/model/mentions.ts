import { isIdentifier } from './identifier.ts';

/** CEL's text literals (with their prefixes) and comments, in which names are no names. */
const TEXTS = [
  /[rRbB]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?''')/,
  /[bB]?[rR][bB]?(?:"[^"\n]*"|'[^'\n]*')/,
  /[bB]?(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/,
  /\/\/[^\n]*/,
]
  .map(({ source }) => source)
  .join('|');
const NAME = '[A-Za-z_]\\w*';
const TEXT = new RegExp(TEXTS, 'g');
const PATHS = new RegExp(`(?<![\\w.])${NAME}(?:\\s*\\.\\s*${NAME})?`, 'g');
/** A text or comment, or else a name with the field taken from it, as `name.field` or `name["field"]`. */
const MENTION = new RegExp(
  `(?:${TEXTS})|(?<![\\w.])(?<head>${NAME})(?:\\s*\\.\\s*(?<field>${NAME})|\\s*\\[\\s*(?<index>"[^"\\\\\\n]*"|'[^'\\\\\\n]*')\\s*\\])?`,
  'g',
);
/** CEL's macros, which give a name to each element of a list within their brackets. */
const MACRO = new RegExp(`\\.\\s*(?:all|exists|exists_one|map|filter)\\s*(\\()\\s*(${NAME})\\s*,`, 'g');
/** Longer ones are no expression a person wrote, and searching them could exhaust the stack. */
const LONGEST = 10_000;

/**
 * The names a CEL text mentions, without understanding it: `taken` for `taken + 1`, `Seats` and `Seats.taken` for
 * `Seats.taken`; never `taken` for `event.taken`.
 */
export function listMentions(expression: string): Set<string> {
  const mentions = new Set<string>();
  for (const [path] of expression.slice(0, LONGEST).replace(TEXT, ' "" ').matchAll(PATHS)) {
    const [head = '', ...rest] = path.split(/\s*\.\s*/);
    mentions.add(head);
    if (rest.length > 0) mentions.add([head, ...rest].join('.'));
  }
  return mentions;
}

/** A name, and the field taken from it if any; the change of it, or undefined to leave it. */
export interface Mention {
  readonly head: string;
  readonly field?: string | undefined;
}
export type MentionChange = (mention: Mention) => Mention | undefined;

/**
 * A CEL text with the names it mentions changed, and all else as it is written: `Seats.taken` has the head `Seats` and
 * the field `taken`. Names of functions, of fields of fields, and those that a macro gives are left alone.
 */
export function changeMentions(expression: string, change: MentionChange): string {
  if (expression.length > LONGEST) return expression;
  const isBound = findBindings(expression);
  return expression.replace(MENTION, (written: string, ...rest: unknown[]) => {
    const { head, field, index } = rest.at(-1) as { head?: string; field?: string; index?: string };
    const offset = Number(rest.at(-3));
    if (head === undefined || isBound(head, offset)) return written;
    const isCall = /^\s*\(/.test(expression.slice(offset + written.length));
    const name = field ?? index?.slice(1, -1);
    if (isCall && name === undefined) return written;
    const taken = isCall && field !== undefined ? undefined : name;
    const changed = change({ head, field: taken });
    if (changed === undefined) return written;
    const tail = written.slice(head.length);
    if (taken === undefined || changed.field === taken || changed.field === undefined)
      return changed.head + tail;
    return changed.head + writeField(tail, taken, changed.field);
  });
}

/** Keeps the way a field is written, unless its name decides it. */
function writeField(tail: string, field: string, name: string): string {
  const isIndex = tail.includes('[');
  const canDot = isIdentifier(name);
  if (canDot && (!isIndex || isIdentifier(field))) return tail.replace(field, () => name);
  return canDot ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** Tells whether a macro gives a name its meaning at an offset. */
function findBindings(expression: string): (name: string, offset: number) => boolean {
  if (!/\(\s*[A-Za-z_]\w*\s*,/.test(expression)) return () => false;
  const plain = expression.replace(TEXT, (text) => ' '.repeat(text.length));
  const bindings = [...plain.matchAll(MACRO)].map(({ 0: found, 2: name = '', index }) => {
    const open = index + found.indexOf('(');
    return { name, open, close: findClose(plain, open) };
  });
  return (name, offset) =>
    bindings.some((binding) => binding.name === name && offset > binding.open && offset < binding.close);
}

function findClose(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}

const PLACEHOLDER = /\{\s*([A-Za-z_]\w*)\s*\}/g;

/** The names in the `{placeholders}` of a message. */
export function listPlaceholders(message: string): string[] {
  return [...message.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}

/** A message with one of its `{placeholders}` renamed. */
export function renamePlaceholder(message: string, from: string, to: string): string {
  return message.replace(PLACEHOLDER, (written: string, name: string) =>
    name === from ? written.replace(name, () => to) : written,
  );
}
