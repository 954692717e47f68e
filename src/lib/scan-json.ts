import { describeUnexpected } from './describe-unexpected.ts';

export type JsonPath = readonly (string | number)[];

/** What `JSON.parse` does not tell about a text: where it is wrong in words, and what it would lose silently. */
export interface JsonScan {
  /** The first place where the text is not JSON, as an offset, and what to do about it. */
  readonly problem?: { readonly offset: number; readonly message: string };
  /** The offset of the first bracket that opens a level too many. */
  readonly tooDeepAt?: number;
  /** Keys that stand more than once in their object. */
  readonly repeatedKeys: readonly JsonPath[];
  /** Whole numbers of which a double keeps only some digits. */
  readonly inexactNumbers: readonly { readonly path: JsonPath; readonly literal: string }[];
}

export interface ScanLimits {
  /** How many levels of brackets may be open at once. */
  readonly depth: number;
  /** How many repeated keys, and how many inexact numbers, are noted. */
  readonly remarks: number;
}

/** Scans a text for what keeps it from being JSON, or from being read exactly. No nesting is too deep for it. */
export function scanJson(text: string, limits: ScanLimits): JsonScan {
  return new JsonScanner(text, limits).scan();
}

/** An open object (with the keys seen so far) or array, and the key or index it is at. */
type Frame = { readonly keys: Set<string> | null; at: string | number };

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /(?:true|false|null)(?!\w)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Walks from token to token with a stack of its own, where a recursive parser would use the call stack. */
class JsonScanner {
  readonly #text: string;
  readonly #limits: ScanLimits;
  readonly #frames: Frame[] = [];
  readonly #repeatedKeys: JsonPath[] = [];
  readonly #inexactNumbers: { path: JsonPath; literal: string }[] = [];
  #at = 0;
  #stop: Pick<JsonScan, 'problem' | 'tooDeepAt'> | undefined;

  constructor(text: string, limits: ScanLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  scan(): JsonScan {
    this.#readValue();
    while (this.#stop === undefined && this.#frames.length > 0) this.#readInside();
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#expect('the end of the text');
    return { ...this.#stop, repeatedKeys: this.#repeatedKeys, inexactNumbers: this.#inexactNumbers };
  }

  /** What follows a value, or a bracket just opened, inside an object or array. */
  #readInside(): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    const close = frame.keys ? '}' : ']';
    const isEmpty = frame.keys ? frame.keys.size === 0 : frame.at === -1;
    if (this.#take(close)) {
      this.#frames.pop();
    } else if (!isEmpty && !this.#take(',')) {
      this.#expect(`a comma or "${close}"`);
    } else if (typeof frame.at === 'number') {
      frame.at += 1;
      this.#readValue();
    } else if (frame.keys) {
      this.#readKey(frame, frame.keys);
      this.#readValue();
    }
  }

  #readKey(frame: Frame, keys: Set<string>): void {
    this.#skipSpace();
    const start = this.#at;
    if (this.#text[start] === '"') this.#readString();
    else this.#expect('a key in double quotes');
    if (this.#stop) return;
    const key = unquote(this.#text.slice(start, this.#at));
    frame.at = key;
    if (keys.has(key) && this.#repeatedKeys.length < this.#limits.remarks) {
      this.#repeatedKeys.push(this.#path());
    }
    keys.add(key);
    if (!this.#take(':')) this.#expect('a colon');
  }

  #readValue(): void {
    if (this.#stop) return;
    this.#skipSpace();
    const char = this.#text[this.#at];
    if (char === '"') this.#readString();
    else if (char === '{' || char === '[') this.#open(char);
    else this.#readLiteral();
  }

  #open(bracket: '{' | '['): void {
    if (this.#frames.length >= this.#limits.depth) {
      this.#stop = { tooDeepAt: this.#at };
      return;
    }
    this.#frames.push(bracket === '{' ? { keys: new Set(), at: '' } : { keys: null, at: -1 });
    this.#at += 1;
  }

  #readString(): void {
    const start = this.#at;
    for (this.#at += 1; this.#at < this.#text.length; this.#at++) {
      const char = this.#text.charCodeAt(this.#at);
      if (char < 0x20) return void this.#fail('A line break or tab stands in a text: write \\n or \\t.');
      if (char === 0x22) {
        this.#at += 1;
        return;
      }
      if (char === 0x5c) {
        const sequence = this.#match(ESCAPE);
        if (!sequence) return void this.#fail('JSON has no such escape: write \\\\ for a backslash.');
        this.#at += sequence.length - 1;
      }
    }
    this.#at = start;
    this.#fail('This text is not closed: add a double quote where it ends.');
  }

  #readLiteral(): void {
    const literal = this.#match(NUMBER) ?? this.#match(WORD);
    if (literal === undefined) return void this.#expect('a value');
    if (losesDigits(literal) && this.#inexactNumbers.length < this.#limits.remarks) {
      this.#inexactNumbers.push({ path: this.#path(), literal });
    }
    this.#at += literal.length;
  }

  #match(token: RegExp): string | undefined {
    token.lastIndex = this.#at;
    return token.exec(this.#text)?.[0];
  }

  #take(char: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #skipSpace(): void {
    for (;;) {
      const char = this.#text.charCodeAt(this.#at);
      if (char !== 0x20 && char !== 0x0a && char !== 0x0d && char !== 0x09) return;
      this.#at += 1;
    }
  }

  #path(): JsonPath {
    return this.#frames.map((frame) => frame.at);
  }

  #expect(what: string): void {
    this.#fail(describeUnexpected(this.#text, this.#at, what));
  }

  #fail(message: string): void {
    this.#stop ??= { problem: { offset: this.#at, message } };
  }
}

function unquote(literal: string): string {
  return literal.includes('\\') ? JSON.parse(literal) : literal.slice(1, -1);
}

function losesDigits(literal: string): boolean {
  if (literal.length <= 15 || !/^-?\d+$/.test(literal)) return false;
  const read = Number(literal);
  return Number.isFinite(read) && BigInt(read) !== BigInt(literal);
}
