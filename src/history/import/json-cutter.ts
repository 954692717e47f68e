import { LONGEST_ROW, type LogProblem, MOST_LEVELS } from './log-row.ts';

/** A value cut from a document, not parsed yet. */
export interface CutValue {
  /** The member of the document it stands in or is; null in an array at the root. */
  readonly member: string | null;
  /** Its key where it stands in an opened object, null in an array and for a member that was not opened. */
  readonly key: string | null;
  readonly text: string;
  /** The line it begins on, from 1. */
  readonly line: number;
}

export interface CutterHooks {
  /** Whether the members or elements of this member are wanted one by one. */
  opens(member: string): boolean;
  value(value: CutValue): void;
  problem(problem: LogProblem): void;
}

type Container = { readonly isObject: boolean; key: string | null };
type Expected = 'value' | 'first' | 'key' | 'colon' | 'comma' | 'nothing';

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Cuts a JSON document that comes in pieces into the elements of its array, or of the members one wants opened, so that
 * a large file needs room for one element at a time. What is in an element is left to `JSON.parse`.
 */
export class JsonCutter {
  readonly #hooks: CutterHooks;
  readonly #containers: Container[] = [];
  #expected: Expected = 'value';
  #line = 1;
  #stopped = false;
  /** The value that is being cut. */
  #inValue = false;
  #isWhole = false;
  #isKey = false;
  #startLine = 1;
  #held = '';
  #depth = 0;
  #quoted = false;
  #escaped = false;

  constructor(hooks: CutterHooks) {
    this.#hooks = hooks;
  }

  write(text: string): void {
    let at = 0;
    while (at < text.length && !this.#stopped) {
      at = this.#inValue ? this.#cutValue(text, at) : this.#readBetween(text, at);
    }
  }

  end(): void {
    if (this.#stopped || this.#expected === 'nothing') return;
    const line = this.#inValue ? this.#startLine : this.#line;
    this.#stop('cut-off', 'The file ends in the middle: what came before is read. Get the whole file.', line);
  }

  #readBetween(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) this.#line++;
    if (isSpace(code)) return at + 1;
    const top = this.#containers.at(-1);
    if (this.#expected === 'comma' && code === COMMA && top) {
      this.#expected = top.isObject ? 'key' : 'value';
    } else if (this.#expected === 'colon' && code === COLON) {
      this.#expected = 'value';
    } else if (this.#closes(code, top)) {
      this.#containers.pop();
      this.#expected = this.#containers.length > 0 ? 'comma' : 'nothing';
    } else if (this.#beginsKey(code, top)) {
      this.#begin(true);
      return at;
    } else if (this.#beginsValue(code, top)) {
      return this.#beginValue(code, at);
    } else {
      this.#stop('broken', sayUnexpected(text.charAt(at), this.#expected), this.#line);
    }
    return at + 1;
  }

  #closes(code: number, top: Container | undefined): boolean {
    if (!top || (this.#expected !== 'comma' && this.#expected !== 'first')) return false;
    return code === (top.isObject ? CLOSE_OBJECT : CLOSE_ARRAY);
  }

  #beginsKey(code: number, top: Container | undefined): boolean {
    const isKeyPlace = this.#expected === 'key' || (this.#expected === 'first' && top?.isObject === true);
    return isKeyPlace && code === QUOTE;
  }

  #beginsValue(code: number, top: Container | undefined): boolean {
    const isPlace = this.#expected === 'value' || (this.#expected === 'first' && top?.isObject === false);
    return isPlace && !isDelimiter(code);
  }

  #beginValue(code: number, at: number): number {
    const isBracket = code === OPEN_OBJECT || code === OPEN_ARRAY;
    const [root] = this.#containers;
    const isRoot = root === undefined;
    const isOpened = this.#containers.length === 1 && root?.key != null && this.#hooks.opens(root.key);
    if (!isBracket || !(isRoot || isOpened)) {
      this.#begin(false);
      return at;
    }
    this.#containers.push({ isObject: code === OPEN_OBJECT, key: null });
    this.#expected = 'first';
    return at + 1;
  }

  #begin(isKey: boolean): void {
    this.#inValue = true;
    this.#isKey = isKey;
    this.#startLine = this.#line;
    this.#held = '';
    this.#depth = 0;
    this.#quoted = false;
    this.#escaped = false;
  }

  /** Goes on to the end of the value, or of the text; only strings and brackets matter. */
  #cutValue(text: string, from: number): number {
    let at = from;
    this.#isWhole = false;
    while (at < text.length && !this.#isWhole && !this.#stopped) {
      at = this.#quoted ? this.#skipQuoted(text, at) : this.#skipOutside(text, at);
    }
    const piece = text.slice(from, at);
    if (this.#isWhole) return this.#finish(piece, at);
    this.#held += piece;
    if (this.#held.length > LONGEST_ROW) this.#refuseLength();
    return at;
  }

  #skipQuoted(text: string, from: number): number {
    if (this.#escaped) {
      this.#escaped = false;
      return from + 1;
    }
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) this.#line++;
      this.#escaped = code === BACKSLASH;
      if (this.#escaped) return at + 1;
      if (code !== QUOTE) continue;
      this.#quoted = false;
      this.#isWhole = this.#depth === 0;
      return at + 1;
    }
    return text.length;
  }

  #skipOutside(text: string, from: number): number {
    for (let at = from; at < text.length && !this.#stopped; at++) {
      const code = text.charCodeAt(at);
      this.#isWhole = this.#depth === 0 && (isDelimiter(code) || isSpace(code));
      if (this.#isWhole) return at;
      if (code === NEWLINE) this.#line++;
      this.#quoted = code === QUOTE;
      if (this.#quoted) return at + 1;
      if (code === OPEN_OBJECT || code === OPEN_ARRAY) this.#deepen();
      if (code !== CLOSE_OBJECT && code !== CLOSE_ARRAY) continue;
      this.#depth--;
      this.#isWhole = this.#depth === 0;
      if (this.#isWhole) return at + 1;
    }
    return text.length;
  }

  #finish(lastPiece: string, next: number): number {
    const text = this.#held === '' ? lastPiece : this.#held + lastPiece;
    this.#held = '';
    this.#inValue = false;
    if (text.length > LONGEST_ROW) this.#refuseLength();
    else if (this.#isKey) this.#takeKey(text);
    else this.#takeValue(text);
    return next;
  }

  #takeKey(text: string): void {
    const top = this.#containers.at(-1);
    const key = parseString(text);
    if (!top || key === null) {
      this.#stop('broken', 'This key is not JSON: a text in double quotes belongs here.', this.#startLine);
      return;
    }
    top.key = key;
    this.#expected = 'colon';
  }

  #takeValue(text: string): void {
    const [root, inner] = this.#containers;
    this.#expected = root ? 'comma' : 'nothing';
    this.#hooks.value({ member: root?.key ?? null, key: inner?.key ?? null, text, line: this.#startLine });
  }

  #deepen(): void {
    this.#depth++;
    if (this.#depth <= MOST_LEVELS) return;
    const message = `More than ${MOST_LEVELS} brackets are open at once: no log of events nests so deeply. Leave this part out.`;
    this.#stop('too-deep', message, this.#line);
  }

  #refuseLength(): void {
    const message = `This one element is longer than ${LONGEST_ROW} characters: probably a bracket or a quote before it is not closed. Repair it or leave it out.`;
    this.#stop('too-large', message, this.#startLine);
  }

  #stop(code: LogProblem['code'], message: string, line: number): void {
    this.#stopped = true;
    this.#hooks.problem({ code, severity: 'error', message, line });
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === NEWLINE || code === 0x0d || code === 0x09;
}

function isDelimiter(code: number): boolean {
  return code === COMMA || code === COLON || code === CLOSE_ARRAY || code === CLOSE_OBJECT;
}

function parseString(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

const WORDS: { readonly [E in Expected]: string } = {
  value: 'a value',
  first: 'a value or the closing bracket',
  key: 'a key in double quotes',
  colon: 'a colon',
  comma: 'a comma or the closing bracket',
  nothing: 'the end of the file',
};

function sayUnexpected(char: string, expected: Expected): string {
  return `This is not JSON: here stands ${JSON.stringify(char)}, but ${WORDS[expected]} belongs here. What came before is read.`;
}
