import type { Json } from '../../lib/json.ts';

/** A value as JSON in one line, with room to break it. */
export function sayJson(value: Json): string {
  // A line break inside a text is escaped, so each of these stands between two parts.
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
}
