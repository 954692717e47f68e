/** A line that is not what it should be; lines count from 1. */
export interface BadLine {
  readonly line: number;
  readonly reason: string;
}

/** A value of one line, or why it has none. */
export type ReadLine = { readonly line: number; readonly value: unknown } | BadLine;

/** Cuts text that comes in pieces, such as a file's stream, into lines: at LF or CRLF, wherever the pieces end. */
export async function* splitLines(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}

/** Reads NDJSON: a JSON value on each line. Blank lines are passed over, and so is a byte order mark. */
export async function* readNdjson(
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<ReadLine, void, undefined> {
  let line = 0;
  for await (const text of lines) {
    line++;
    const json = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (json.trim() === '') continue;
    yield parseLine(json, line);
  }
}

function parseLine(json: string, line: number): ReadLine {
  try {
    return { line, value: JSON.parse(json) };
  } catch (error) {
    return { line, reason: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
