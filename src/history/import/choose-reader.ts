import type { FormatReader, LogProblem, RowSink } from './log-row.ts';
import { CsvReader } from './read-csv.ts';
import { JsonDocumentReader } from './read-json-document.ts';
import { JsonLinesReader } from './read-json-lines.ts';
import { XesReader } from './read-xes.ts';

type Refusal = Pick<LogProblem, 'code' | 'message'>;

const OF_OCEL = /^\s*\{\s*"(?:ocel:|objectTypes"|eventTypes"|events"\s*:\s*\[|objects"\s*:\s*[[{])/;
const SEPARATORS = [',', ';', '\t', '|'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a program from a text.
const BINARY = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;

/** The reader for a file that begins like this (some thousand characters of it), or why there is none. */
export function chooseReader(head: string, sink: RowSink): FormatReader | Refusal {
  const text = head.trimStart();
  if (text === '') return { code: 'empty', message: 'The file is empty: choose one with events in it.' };
  if (BINARY.test(text)) return refuseBinary(text);
  if (text.startsWith('<')) return chooseXml(text, sink);
  if (text.startsWith('[')) return new JsonDocumentReader(sink);
  if (text.startsWith('{')) {
    return isDocument(text) ? new JsonDocumentReader(sink) : new JsonLinesReader(sink);
  }
  const separator = guessSeparator(text);
  return separator === null ? UNKNOWN : new CsvReader(separator, sink);
}

const UNKNOWN: Refusal = {
  code: 'unknown-format',
  message:
    'This is no log that can be read: it begins like none of OCEL (JSON), XES, CSV with at least two columns, NDJSON and CloudEvents. Export it as one of these.',
};

function refuseBinary(text: string): Refusal {
  if (!text.startsWith('PK')) return UNKNOWN;
  return { code: 'packed', message: 'This is a ZIP archive: unpack it and choose the log in it.' };
}

function chooseXml(text: string, sink: RowSink): FormatReader | Refusal {
  if (/<object-types|<objects[\s>]/.test(text)) {
    const message = 'This is OCEL as XML, which is not read: export it as JSON (.json or .jsonocel).';
    return { code: 'unknown-format', message };
  }
  if (/<log[\s>]/.test(text)) return new XesReader(sink);
  const message = 'This is XML, but no XES: it has no <log>. Export the events as XES, OCEL (JSON) or CSV.';
  return { code: 'unknown-format', message };
}

/** Whether one object is the whole file, not one of many on a line each. */
function isDocument(text: string): boolean {
  if (OF_OCEL.test(text)) return true;
  const end = text.indexOf('\n');
  const line = end === -1 ? text : text.slice(0, end);
  if (isJson(line)) return false;
  const next = end === -1 ? '' : text.slice(end).trimStart();
  return !next.startsWith('{') && end !== -1;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The separator that cuts the first lines into the most cells, equally many on each. */
function guessSeparator(text: string): string | null {
  const lines = text.split(/\r\n|\r|\n/, 20).filter((line) => line.trim() !== '');
  const scores = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => countCells(line, separator));
    const [first = 1] = counts;
    const alike = counts.filter((count) => count === first).length;
    return { separator, score: first > 1 ? first * (alike / counts.length) : 0 };
  });
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.separator : null;
}

function countCells(line: string, separator: string): number {
  let count = 1;
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) count++;
  }
  return count;
}
