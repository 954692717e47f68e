import type { CompiledEvent, CompiledModel, CompiledTag } from '../../decision/compiled-model.ts';
import { getOwn } from '../../lib/get-own.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { FieldKind } from '../../model/field-type.ts';
import type { PastEvent } from '../past-event.ts';
import type { ReplayedEvent } from './replay-report.ts';

/** `event.course`, also where it may be missing, as a first model writes it. */
const OF_FIELD = /^(?:has\(event\.(\w+)\) \? )?event\.(\w+)(?: : null)?$/;

/**
 * An event of a log from outside as it would stand in a store of this model, at a position. A log may say in a tag alone
 * what an event is about, where the model reads that tag from a field: a field that the data lacks then holds the tag's value.
 */
export function standInLog(model: CompiledModel, past: PastEvent, position: number): ReplayedEvent {
  const { id, type, tags } = past;
  const definition = model.events.get(type);
  const data = definition === undefined ? past.data : fillFromTags(definition, past);
  return { position, id, type, tags, data, time: sayTime(past.time) };
}

function fillFromTags({ fields, tags }: CompiledEvent, past: PastEvent): JsonObject {
  let { data } = past;
  for (const tag of tags) {
    const name = readFieldName(tag);
    const type = name === null ? undefined : fields.get(name);
    if (name === null || type === undefined || getOwn(data, name) !== undefined) continue;
    const start = `${tag.concept}:`;
    const texts = past.tags.flatMap((one) => (one.startsWith(start) ? [one.slice(start.length)] : []));
    const value = readValue(texts, type);
    if (value !== undefined) data = { ...data, [name]: value };
  }
  return data;
}

/** The one field that a tag's expression reads, or null where it computes something else. */
function readFieldName({ value }: CompiledTag): string | null {
  const [, asked, name = null] = OF_FIELD.exec(value.source.trim()) ?? [];
  return asked === undefined || asked === name ? name : null;
}

/** What a field of this type holds that gives these tags; undefined where none does. */
function readValue(texts: readonly string[], type: FieldKind): Json | undefined {
  if (type.kind === 'list') {
    const elements = texts.map((text) => readText(text, type.element));
    return elements.includes(undefined) ? undefined : (elements as readonly Json[]);
  }
  const [only, another] = texts;
  return only === undefined || another !== undefined ? undefined : readText(only, type);
}

function readText(text: string, { kind }: FieldKind): Json | undefined {
  if (kind === 'bool') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (kind !== 'int' && kind !== 'double') return text;
  const number = Number(text);
  return String(number) === text ? number : undefined;
}

/** Beyond what RFC 3339 can write, the text is none, and replay says so. */
function sayTime(time: number): string {
  return Number.isNaN(new Date(time).getTime()) ? String(time) : new Date(time).toISOString();
}
