import type { Json } from '../lib/json.ts';
import type { JsonPath } from '../lib/scan-json.ts';

/** A place in words: `events/CourseDefined/fields`. */
export function describePath(path: JsonPath): string {
  return path.length === 0 ? 'The document' : path.map((key) => clip(String(key), 60)).join('/');
}

/** A value in words, for "but it is …". */
export function describeJson(value: Json | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  return typeof value === 'string' ? `the text ${JSON.stringify(clip(value, 40))}` : String(value);
}

function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
