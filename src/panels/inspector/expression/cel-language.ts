import { HighlightStyle, StreamLanguage, type StringStream, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';

interface CelState {
  /** The quotes that end the text over several lines we are in. */
  readonly quotes: string | null;
}

const ATOMS = new Set(['true', 'false', 'null']);

/** CEL's words and signs, for colouring only; the decision room is who understands them. */
export const celLanguage = StreamLanguage.define<{ state: CelState }>({
  name: 'cel',
  tokenTable: { function: tags.function(tags.variableName), property: tags.propertyName },
  startState: () => ({ state: { quotes: null } }),
  copyState: ({ state }) => ({ state }),
  token: (stream, holder) => {
    if (holder.state.quotes !== null) return readLongText(stream, holder);
    if (stream.eatSpace()) return null;
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    return readText(stream, holder) ?? readWord(stream) ?? readSign(stream);
  },
});

function readText(stream: StringStream, holder: { state: CelState }): string | null {
  const [, quotes] = matchStart(stream, /^[rRbB]{0,2}("""|'''|"|')/);
  if (quotes === undefined) return null;
  if (quotes.length === 3) {
    holder.state = { quotes };
    return readLongText(stream, holder);
  }
  let isEscaped = false;
  for (let sign = stream.next(); sign !== undefined; sign = stream.next()) {
    if (sign === quotes && !isEscaped) break;
    isEscaped = sign === '\\' && !isEscaped;
  }
  return 'string';
}

function readLongText(stream: StringStream, holder: { state: CelState }): string {
  while (!stream.eol()) {
    if (stream.match(holder.state.quotes ?? '"')) {
      holder.state = { quotes: null };
      break;
    }
    stream.next();
  }
  return 'string';
}

function readWord(stream: StringStream): string | null {
  if (stream.match(/^(0x[\da-fA-F]+|\d+(\.\d+)?([eE][+-]?\d+)?)u?/)) return 'number';
  const isField = stream.string.slice(0, stream.pos).trimEnd().endsWith('.');
  const [word] = matchStart(stream, /^[A-Za-z_]\w*/);
  if (word === undefined) return null;
  if (/^\s*\(/.test(stream.string.slice(stream.pos))) return 'function';
  if (isField) return 'property';
  if (word === 'in') return 'keyword';
  return ATOMS.has(word) ? 'atom' : 'variable';
}

function readSign(stream: StringStream): string | null {
  if (stream.match(/^(&&|\|\||[=!<>]=|[-+*/%<>!?:])/)) return 'operator';
  stream.next();
  return null;
}

function matchStart(stream: StringStream, pattern: RegExp): readonly (string | undefined)[] {
  const match = stream.match(pattern);
  return typeof match === 'object' && match !== null ? [...match] : [];
}

const colours = HighlightStyle.define([
  { tag: [tags.string], color: 'var(--safe)' },
  { tag: [tags.number, tags.atom], color: 'var(--conflict)' },
  { tag: [tags.keyword, tags.operator], color: 'var(--ink-2)' },
  { tag: [tags.function(tags.variableName)], color: 'var(--accent)' },
  { tag: [tags.propertyName], color: 'var(--tag)' },
  { tag: [tags.variableName], color: 'var(--ink)' },
  { tag: [tags.comment], color: 'var(--ink-3)', fontStyle: 'italic' },
]);

/** Colours for CEL. */
export const cel: Extension = [celLanguage, syntaxHighlighting(colours)];
