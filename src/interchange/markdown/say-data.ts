import type { Json } from '../../lib/json.ts';
import type { Fields, FieldType } from '../../model/schema.ts';
import { escapeMarkdown, writeCode } from './markdown-text.ts';

/** A name that may be anything, even nothing. */
export function sayName(name: string): string {
  return name.trim() === '' ? '*(no name)*' : escapeMarkdown(name);
}

/** Names as code, with commas between them. */
export function sayNames(names: readonly string[]): string {
  return names.map(writeCode).join(', ');
}

/** Fields with their types: "`courseId` string, `capacity` int". */
export function sayFields(fields: Fields | undefined): string {
  return Object.entries(fields ?? {})
    .map(([name, type]) => `${writeCode(name)} ${sayType(type)}`)
    .join(', ');
}

/** Data as one finds it in an example: "courseId "c1", capacity 1". */
export function sayData(data: { readonly [field: string]: unknown } | undefined): string {
  return Object.entries(data ?? {})
    .map(([name, value]) => `${escapeMarkdown(name)} ${writeCode(JSON.stringify(value as Json))}`)
    .join(', ');
}

/** A description as a paragraph of its own; nothing when there is none. */
export function sayDescription(description: string | undefined): readonly string[] {
  return description === undefined || description.trim() === '' ? [] : [escapeMarkdown(description), ''];
}

function sayType(type: FieldType): string {
  if (typeof type === 'string') return escapeMarkdown(type);
  return `one of ${type.map((text) => writeCode(JSON.stringify(text))).join(', ')}`;
}
