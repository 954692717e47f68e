import type { Json } from '../../lib/json.ts';
import { isIdentifier } from '../../model/identifier.ts';
import type { EventDefinition } from '../../model/schema.ts';
import type { PastEvent } from '../past-event.ts';
import { type SeenType, typeOfValue, widen, writeType } from './infer-type.ts';

interface SeenField {
  readonly name: string;
  count: number;
  type: SeenType;
}

/** Types whose values are no tags; a time is none, since an expression sees a point in time and not its text. */
const NO_TAG = /(?:dyn|map|timestamp)$/;
/** More fields than this nobody reads; what else there is stays in the data. */
const MOST_FIELDS = 60;

/** An event type as its events have it: fields with types, and each tag read from the field that holds its value, or from one of its own. */
export function describeType(events: readonly PastEvent[], concepts: readonly string[]): EventDefinition {
  const seen = seeFields(events);
  const fields = new Map(seen.map((field) => [field.name, writeField(field, events.length)]));
  const names = new Set(events.flatMap(({ data }) => Object.keys(data)));
  const tags = new Map<string, string>();
  for (const concept of concepts) {
    const values = events.map(({ tags: all }) => valuesOf(all, concept));
    if (values.every((one) => one.length === 0)) continue;
    const held = seen.find((field) => holds(field, events, values));
    const name = held?.name ?? freeName(concept, names);
    names.add(name);
    if (!held) fields.set(name, typeOfTag(values));
    tags.set(concept, readTag(name, fields.get(name) ?? ''));
  }
  return {
    ...(fields.size > 0 && { fields: Object.fromEntries(fields) }),
    ...(tags.size > 0 && { tags: Object.fromEntries(tags) }),
  };
}

function seeFields(events: readonly PastEvent[]): readonly SeenField[] {
  const fields = new Map<string, SeenField>();
  for (const { data } of events) {
    for (const [name, value] of Object.entries(data)) {
      const field = fields.get(name) ?? { name, count: 0, type: 'nothing' };
      if (!fields.has(name) && (fields.size >= MOST_FIELDS || name === '__proto__')) continue;
      if (value !== null) field.count++;
      field.type = widen(field.type, typeOfValue(value));
      fields.set(name, field);
    }
  }
  return [...fields.values()];
}

function writeField({ type, count }: SeenField, of: number): string {
  return `${writeType(type)}${count < of ? '?' : ''}`;
}

/** Whether the values of a concept are what a field holds, in every event. */
function holds(
  { name, type }: SeenField,
  events: readonly PastEvent[],
  values: readonly (readonly string[])[],
): boolean {
  if (!isIdentifier(name) || NO_TAG.test(type)) return false;
  return events.every(({ data }, at) => sameTexts(data[name], values[at] ?? []));
}

function sameTexts(value: Json | undefined, texts: readonly string[]): boolean {
  const list: readonly Json[] = Array.isArray(value) ? value : value == null ? [] : [value as Json];
  return list.length === texts.length && list.every((one, at) => String(one).trim() === texts[at]);
}

function typeOfTag(values: readonly (readonly string[])[]): string {
  if (values.some((one) => one.length > 1)) return 'list<string>';
  return values.some((one) => one.length === 0) ? 'string?' : 'string';
}

function readTag(field: string, type: string): string {
  return type.endsWith('?') ? `has(event.${field}) ? event.${field} : null` : `event.${field}`;
}

function freeName(concept: string, taken: ReadonlySet<string>): string {
  let name = concept;
  for (let count = 2; taken.has(name); count++) name = count === 2 ? `${concept}Id` : `${concept}${count}`;
  return name;
}

function valuesOf(tags: readonly string[], concept: string): readonly string[] {
  const start = `${concept}:`;
  return tags.filter((tag) => tag.startsWith(start)).map((tag) => tag.slice(start.length));
}
