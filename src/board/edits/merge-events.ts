import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { changeEach, isArray, replaceEntry } from './change-each.ts';

/**
 * The model after two of its events turned out to be one fact: one event with the fields and tags of both, and everything
 * that read, emitted, owned or was given either of them has that one, once. Nothing changes where one is missing.
 */
export function mergeEvents(document: JsonObject, from: string, to: string): JsonObject {
  const events = getOwn(document, 'events');
  if (!isJsonObject(events) || from === to) return document;
  const [one, other] = [getOwn(events, from), getOwn(events, to)];
  if (!isJsonObject(one) || !isJsonObject(other)) return document;
  const merged = { ...other, ...join(one, other, 'fields'), ...join(one, other, 'tags') };
  const rest = Object.entries(events).flatMap(([name, event]): [string, Json][] =>
    name === from ? [] : [[name, name === to ? merged : event]],
  );
  const without = replaceEntry(document, 'events', Object.fromEntries(rest));
  return PLACES.reduce(
    (now, { path, merge }) => changeEach(now, path, (part) => merge(part, from, to)),
    without,
  );
}

type Merge = (part: Json, from: string, to: string) => Json;

/** By name in an object: the place of the one goes over to the other, unless that has one already. */
const mergeKeys: Merge = (part, from, to) => {
  if (!isJsonObject(part) || !Object.hasOwn(part, from)) return part;
  const isThere = Object.hasOwn(part, to);
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, value]): [string, Json][] => {
      if (name !== from) return [[name, value]];
      return isThere ? [] : [[to, value]];
    }),
  );
};

/** By name in a list, each name once. */
const mergeNames: Merge = (part, from, to) => {
  if (!isArray(part) || !part.includes(from)) return part;
  return [...new Set(part.map((name) => (name === from ? to : name)))];
};

/** Emitted or given one after the other they were one fact: there it is once, with the data of both. */
const mergeMentions: Merge = (part, from, to) => {
  if (!isArray(part)) return part;
  const merged: Json[] = [];
  let halves: string | null = null;
  for (const mention of part) {
    const name = nameOf(mention);
    const last = merged.at(-1);
    if (name !== from && name !== to) {
      merged.push(mention);
      halves = null;
    } else if (last !== undefined && halves !== null && halves !== name) {
      merged[merged.length - 1] = joinMentions(last, mention, to);
      halves = null;
    } else {
      merged.push(name === from ? called(mention, to) : mention);
      halves = name;
    }
  }
  return merged;
};

const PLACES: readonly { readonly path: string; readonly merge: Merge }[] = [
  { path: 'constraints/*/projections/*/on', merge: mergeKeys },
  { path: 'readModels/*/on', merge: mergeKeys },
  { path: 'aggregates/*/events', merge: mergeNames },
  { path: 'policies/*/on', merge: mergeNames },
  { path: 'externalSystems/*/on', merge: mergeNames },
  {
    path: 'slices/*/elements',
    merge: (part, from, to) => mergeNames(part, `event:${from}`, `event:${to}`),
  },
  { path: 'commands/*/emits', merge: mergeMentions },
  { path: 'races/*/given', merge: mergeMentions },
  { path: 'examples/*/given', merge: mergeMentions },
  { path: 'examples/*/then/events', merge: mergeMentions },
];

function join(one: JsonObject, other: JsonObject, key: string): JsonObject {
  const [first, second] = [getOwn(one, key), getOwn(other, key)];
  if (!isJsonObject(first)) return isJsonObject(second) ? { [key]: second } : {};
  return { [key]: { ...first, ...(isJsonObject(second) ? second : {}) } };
}

function nameOf(mention: Json): string | null {
  if (typeof mention === 'string') return mention;
  const name = isJsonObject(mention) ? getOwn(mention, 'event') : undefined;
  return typeof name === 'string' ? name : null;
}

function called(mention: Json, name: string): Json {
  return isJsonObject(mention) ? replaceEntry(mention, 'event', name) : name;
}

function joinMentions(one: Json, other: Json, to: string): Json {
  if (typeof one === 'string' && typeof other === 'string') return to;
  const [first, second] = [one, other].map((mention) => (isJsonObject(mention) ? mention : { event: to }));
  const joined = { ...first, ...second, event: to };
  return { ...joined, ...join(first ?? {}, second ?? {}, 'data') };
}
