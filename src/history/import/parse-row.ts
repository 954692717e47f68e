import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { MOST_LEVELS, type RowPlace, type RowSink, takeSample } from './log-row.ts';

/** The object that a text is, or undefined after the sink was told why it is none. */
export function parseRow(text: string, place: RowPlace, sink: RowSink): JsonObject | undefined {
  const sample = takeSample(text);
  const value = tryParse(text);
  if (value === undefined || (hasManyBrackets(text) && nestsTooDeeply(text))) {
    sink.bad({ ...place, reason: 'unreadable', message: sayWhy(text), sample });
    return undefined;
  }
  if (!isJsonObject(value)) {
    const message = 'An event has to be an object in curly brackets.';
    sink.bad({ ...place, reason: 'not-object', message, sample });
    return undefined;
  }
  return value;
}

function tryParse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') {
      depth++;
      if (depth > MOST_LEVELS) return true;
    } else if (char === '}' || char === ']') depth--;
  }
  return false;
}

/** Nearly every row has too few brackets to nest too deeply, which is told at once. */
function hasManyBrackets(text: string): boolean {
  return countUpTo(MOST_LEVELS, text, '{') + countUpTo(MOST_LEVELS, text, '[') > MOST_LEVELS;
}

/** How often a character stands in a text, or one more than `most` where that is more often. */
function countUpTo(most: number, text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at !== -1 && count <= most; at = text.indexOf(char, at + 1)) count++;
  return count;
}

function sayWhy(text: string): string {
  try {
    JSON.parse(text);
    return `More than ${MOST_LEVELS} brackets are open at once: no event nests so deeply.`;
  } catch (error) {
    return `This is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
