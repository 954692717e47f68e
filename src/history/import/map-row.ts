import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { PastEvent } from '../past-event.ts';
import { readField, readText, readTexts, sayField } from './field-path.ts';
import type { LogMapping, TagMapping } from './log-mapping.ts';
import { type BadRow, type LogRow, takeSample } from './log-row.ts';
import { readTime } from './read-time.ts';

/** A row as an event under a mapping, or why it is none. */
export function mapRow(row: LogRow, mapping: LogMapping): PastEvent | BadRow {
  const { fields } = row;
  const types = mapping.type.flatMap((path) => readText(readField(fields, path)) ?? []);
  if (types.length === 0)
    return refuse(row, 'no-type', sayMissing(mapping.type.map(sayField).join(', '), 'type'));
  const timeValue = readField(fields, mapping.time);
  const time = readTime(timeValue, mapping.dayOrder);
  if (time === null) return refuse(row, 'no-time', sayBadTime(timeValue, mapping));
  const text = (path: LogMapping['id']) => (path === null ? null : readText(readField(fields, path)));
  return {
    id: text(mapping.id) ?? `row ${row.row}`,
    type: types.join(' '),
    time,
    actor: text(mapping.actor),
    correlation: text(mapping.correlation),
    tags: tagRow(fields, mapping),
    data: collectData(fields, mapping),
  };
}

function tagRow(fields: JsonObject, { tags }: LogMapping): readonly string[] {
  if (tags.length === 0) return [];
  const found = tags.flatMap((tag) => readInstances(fields, tag).map((value) => `${tag.concept}:${value}`));
  return found.length > 1 ? [...new Set(found)] : found;
}

function readInstances(row: JsonObject, { fields }: TagMapping): readonly string[] {
  const [only] = fields;
  if (only && fields.length === 1) return readTexts(readField(row, only));
  const parts = fields.map((path) => readText(readField(row, path)));
  return parts.length === 0 || parts.includes(null) ? [] : [parts.join('#')];
}

function collectData(fields: JsonObject, mapping: LogMapping): JsonObject {
  const [only] = mapping.data;
  const onlyValue = only && mapping.data.length === 1 ? readField(fields, only) : undefined;
  if (isJsonObject(onlyValue)) return onlyValue;
  const data: Record<string, Json> = {};
  for (const path of mapping.data) {
    const value = readField(fields, path);
    if (isJsonObject(value)) for (const [key, inner] of Object.entries(value)) put(data, key, inner);
    else if (value !== undefined) put(data, path.at(-1) ?? '', value);
  }
  return data;
}

/** A plain write to this one name would set the object's prototype instead. */
function put(data: Record<string, Json>, key: string, value: Json): void {
  if (key !== '__proto__') data[key] = value;
  else Object.defineProperty(data, key, { value, enumerable: true, configurable: true, writable: true });
}

function refuse(row: LogRow, reason: BadRow['reason'], message: string): BadRow {
  return { row: row.row, line: row.line, reason, message, sample: takeSample(JSON.stringify(row.fields)) };
}

function sayMissing(field: string, part: string): string {
  return `"${field}" is missing or empty, so the event has no ${part}.`;
}

function sayBadTime(value: Json | undefined, { time }: LogMapping): string {
  const text = readText(value);
  if (text === null) return sayMissing(sayField(time), 'time');
  return `"${takeSample(text)}" in "${sayField(time)}" is no time: write it like 2020-12-31T10:00:00Z.`;
}
