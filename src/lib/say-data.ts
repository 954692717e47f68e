import type { Json } from './json.ts';

/** A command's or event's data in one line: `studentId s1, capacity 10`. */
export function sayData(data: { readonly [field: string]: Json } | undefined): string {
  return Object.entries(data ?? {})
    .map(([field, value]) => `${field} ${sayValue(value)}`)
    .join(', ');
}

/** A value as short as it can be read without doubt: plain words without quotes, everything else as JSON. */
export function sayValue(value: Json): string {
  return typeof value === 'string' && isPlainWord(value) ? value : JSON.stringify(value);
}

function isPlainWord(text: string): boolean {
  const couldBeOther = ['true', 'false', 'null'].includes(text) || !Number.isNaN(Number(text));
  return !couldBeOther && /^[\p{Letter}\p{Number}][^\s,"“”]*$/u.test(text);
}
