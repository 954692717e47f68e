import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';

/** A change by which whoever relies on a published event can no longer do so. */
export interface InterfaceBreak {
  /** The event's name. */
  readonly event: string;
  /** What has changed and what that means, in a sentence. */
  readonly message: string;
}

/** What is published now, held against what was exported before: both AsyncAPI documents of ours. A text says why the former one is none. */
export function findBreaks(before: Json, after: JsonObject): readonly InterfaceBreak[] | string {
  const former = readInterface(before);
  if (former === null) return 'This is no AsyncAPI 3 document with channels and messages.';
  const current = readInterface(after) ?? new Map<string, Published>();
  return [...former].flatMap(([event, published]) => {
    const now = current.get(event);
    if (now === undefined) {
      return [{ event, message: 'It is no longer published: it was removed, renamed or marked inside.' }];
    }
    const moved =
      now.channel === published.channel
        ? []
        : [`It moved from the channel “${published.channel}” to “${now.channel}”.`];
    return [...moved, ...compareObjects(published.payload, now.payload, '')].map((message) => ({
      event,
      message,
    }));
  });
}

interface Published {
  readonly channel: string;
  readonly payload: JsonObject;
}

/** The published events by name; null for something else. */
function readInterface(document: Json): ReadonlyMap<string, Published> | null {
  if (!isJsonObject(document)) return null;
  const version = getOwn(document, 'asyncapi');
  const messages = at(document, 'components', 'messages');
  const channels = getOwn(document, 'channels');
  if (typeof version !== 'string' || !version.startsWith('3.')) return null;
  if (!isJsonObject(messages) || !isJsonObject(channels)) return null;
  const found = new Map<string, Published>();
  for (const channel of Object.values(channels)) {
    if (!isJsonObject(channel)) continue;
    const address = getOwn(channel, 'address');
    for (const key of Object.keys(objectOf(getOwn(channel, 'messages')))) {
      const message = objectOf(getOwn(messages, key));
      const name = getOwn(message, 'name');
      found.set(typeof name === 'string' ? name : key, {
        channel: typeof address === 'string' ? address : '',
        payload: objectOf(getOwn(message, 'payload')),
      });
    }
  }
  return found;
}

function compareObjects(before: JsonObject, after: JsonObject, path: string): readonly string[] {
  const [old, now] = [objectOf(getOwn(before, 'properties')), objectOf(getOwn(after, 'properties'))];
  const [needed, needs] = [textsOf(getOwn(before, 'required')), textsOf(getOwn(after, 'required'))];
  const changed = Object.entries(old).flatMap(([name, schema]) => {
    const field = path + name;
    const other = getOwn(now, name);
    if (other === undefined) return [`The field “${field}” is gone.`];
    if (needed.has(name) && !needs.has(name)) return [`The field “${field}” may now be missing.`];
    return compareSchemas(objectOf(schema), objectOf(other), field);
  });
  const added = Object.keys(now)
    .filter((name) => !Object.hasOwn(old, name) && needs.has(name))
    .map((name) => `The new field “${path}${name}” is required, and events published before lack it.`);
  return [...changed, ...added];
}

function compareSchemas(before: JsonObject, after: JsonObject, field: string): readonly string[] {
  const [old, now] = [sayType(before), sayType(after)];
  if (old === now) return [];
  // Whole numbers are numbers, but not the other way round; either way, whoever reads it was promised otherwise.
  const [values, newValues] = [textsOf(getOwn(before, 'enum')), textsOf(getOwn(after, 'enum'))];
  if (values.size > 0 && newValues.size > 0) {
    const unknown = [...newValues].filter((value) => !values.has(value));
    return unknown.length === 0 ? [] : [`The field “${field}” may now hold ${unknown.join(', ')}.`];
  }
  return [`The field “${field}” was ${old} and is now ${now}.`];
}

/** A schema as a short text; equal texts are equal types. */
function sayType(schema: JsonObject): string {
  const { description: _, ...rest } = schema;
  const [type, format] = [getOwn(rest, 'type'), getOwn(rest, 'format')];
  if (Object.keys(rest).length === 0) return 'anything';
  if (typeof type === 'string' && Object.keys(rest).length === 1) return type;
  if (typeof type === 'string' && typeof format === 'string') return `${type} (${format})`;
  return JSON.stringify(rest);
}

function at(document: JsonObject, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((part, key) => getOwn(objectOf(part), key), document);
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function textsOf(value: Json | undefined): ReadonlySet<string> {
  return new Set(Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []);
}
