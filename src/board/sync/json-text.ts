import type { Json } from '../../lib/json.ts';

/** A JSON value as text from which `readJsonText` makes the same value, with what JSON.stringify loses: -0 and 1e999. */
export function writeJsonText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(writeJsonText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${writeJsonText(part)}`);
    return `{${parts.join(',')}}`;
  }
  if (typeof value !== 'number') return JSON.stringify(value) ?? 'null';
  if (Object.is(value, -0)) return '-0';
  if (value === Number.POSITIVE_INFINITY) return '1e999';
  return value === Number.NEGATIVE_INFINITY ? '-1e999' : JSON.stringify(value);
}

/** The value of a text of `writeJsonText`; null for any other text. */
export function readJsonText(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
