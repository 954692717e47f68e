const UTF_16_SIGNS: readonly (readonly [string, readonly (number | 'any')[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  // Without a byte order mark: Latin letters have an empty half.
  ['utf-16le', ['any', 0, 'any', 0]],
  ['utf-16be', [0, 'any', 0, 'any']],
];
const HEAD_LENGTH = 128;

/** Turns bytes that come in pieces, cut anywhere, into text: UTF-8, UTF-16 by its signs, or what an XML head names. */
export class ByteDecoder {
  #decoder: TextDecoder | undefined;
  #head: number[] = [];
  /** How many characters were no such encoding, and the line of the first. */
  bad = 0;
  firstBadLine = 0;
  #line = 1;

  get encoding(): string {
    return this.#decoder?.encoding ?? 'utf-8';
  }

  decode(bytes: Uint8Array): string {
    if (this.#decoder) return this.#inspect(this.#decoder.decode(bytes, { stream: true }));
    const missing = HEAD_LENGTH - this.#head.length;
    this.#head.push(...bytes.subarray(0, missing));
    if (this.#head.length < HEAD_LENGTH) return '';
    return this.#begin() + this.decode(bytes.subarray(missing));
  }

  end(): string {
    const head = this.#decoder ? '' : this.#begin();
    return head + this.#inspect(this.#decoder?.decode() ?? '');
  }

  #begin(): string {
    const head = Uint8Array.from(this.#head);
    this.#head = [];
    this.#decoder = new TextDecoder(guessEncoding(head));
    return this.#inspect(this.#decoder.decode(head, { stream: true }));
  }

  #inspect(text: string): string {
    const found = text.indexOf('\uFFFD');
    if (found !== -1 && this.bad === 0) this.firstBadLine = this.#line + countLines(text.slice(0, found));
    for (let at = found; at !== -1; at = text.indexOf('\uFFFD', at + 1)) this.bad++;
    if (this.bad === 0) this.#line += countLines(text);
    return text;
  }
}

function guessEncoding(head: Uint8Array): string {
  const fits = (sign: readonly (number | 'any')[]) =>
    sign.length <= head.length &&
    sign.every((byte, at) => (byte === 'any' ? head[at] !== 0 : head[at] === byte));
  const found = UTF_16_SIGNS.find(([, sign]) => fits(sign));
  if (found) return found[0];
  const [, named] = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(String.fromCharCode(...head)) ?? [];
  return named !== undefined && isKnown(named) ? named : 'utf-8';
}

function isKnown(encoding: string): boolean {
  try {
    new TextDecoder(encoding);
    // The head itself was read byte by byte, so it cannot be in a wider encoding, whatever it says.
    return !/utf-?16/i.test(encoding);
  } catch {
    return false;
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
