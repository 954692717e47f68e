/** What a file seems to be, by its first bytes. */
export type Format =
  | 'json'
  | 'svg'
  | 'web page'
  | 'other markup'
  | 'PNG picture'
  | 'JPEG picture'
  | 'PDF'
  | 'archive'
  | 'event log';

const SIGNATURES: readonly (readonly [Format, readonly number[]])[] = [
  ['PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG picture', [0xff, 0xd8, 0xff]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['archive', [0x1f, 0x8b]],
];
/** Enough to get past an XML declaration and a comment or two. */
const HEAD = 4096;

/** Guesses what a file is. What is none of the known other things is taken for JSON, whose reader says what is wrong. */
export function guessFormat(name: string, source: string | Uint8Array): Format {
  if (typeof source !== 'string') {
    const known = SIGNATURES.find(([, bytes]) => bytes.every((byte, index) => source[index] === byte));
    if (known) return known[0];
  }
  const head = typeof source === 'string' ? source.slice(0, HEAD) : decodeHead(source);
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('<')) return guessMarkup(start);
  return /\.(ndjson|jsonl)$/i.test(name) ? 'event log' : 'json';
}

function guessMarkup(start: string): Format {
  if (/<svg[\s>]/i.test(start)) return 'svg';
  return /^<(!doctype html|html)/i.test(start) ? 'web page' : 'other markup';
}

function decodeHead(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, HEAD));
}
