import { type CelMap, fieldsToCel, toInstant, toJson, toTagValue } from '../../decision/cel-value.ts';
import type {
  CompiledAggregate,
  CompiledChange,
  CompiledModel,
  CompiledPart,
  CompiledTag,
} from '../../decision/compiled-model.ts';
import { ExpressionError, failureOf, type Scope } from '../../decision/expression.ts';
import { makeFact } from '../../decision/make-fact.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { StoredRecord } from './stored-record.ts';

type ChangeOf<K extends CompiledChange['kind']> = Extract<CompiledChange, { readonly kind: K }>;

/** What the expressions of a migration see of a stored event. Throws a `RangeError` for a time that is none. */
export function scopeOf({ data, time }: StoredRecord): Scope & { readonly event: CelMap } {
  return { event: fieldsToCel(data, new Map()), time: toInstant(time) };
}

/**
 * What becomes of one event under one change, a merge apart: one event, several, or none. Positions and ids are the
 * event's own; whoever asked sees to those of parts. Throws an `ExpressionError`.
 */
export function changeEvent<T extends StoredRecord>(
  model: CompiledModel,
  change: Exclude<CompiledChange, { readonly kind: 'merge' }>,
  event: T,
): readonly T[] {
  switch (change.kind) {
    case 'rename':
      return [{ ...event, type: change.to }];
    case 'split':
      return change.into.flatMap((part) => makePart(model, part, event));
    case 'move':
      return [{ ...event, streams: moveStreams(change, event) }];
    case 'retag':
      return [{ ...event, tags: changeTags(change, event) }];
    case 'fill':
      return [fillField(change, event)];
    case 'drop':
      return [];
  }
}

function makePart<T extends StoredRecord>(
  model: CompiledModel,
  { event: type, data, when }: CompiledPart,
  event: T,
): readonly T[] {
  const scope = scopeOf(event);
  if (when !== null && when.evaluate(scope) !== true) return [];
  const own = data === null ? event.data : Object.fromEntries(fill(data, scope));
  const definition = model.events.get(type);
  const tags = definition === undefined ? event.tags : makeFact(definition, own).tags;
  return [{ ...event, type, data: own, tags }];
}

function* fill(data: NonNullable<CompiledPart['data']>, scope: Scope): Iterable<readonly [string, Json]> {
  for (const [field, expression] of data) {
    const value = expression.evaluate(scope);
    try {
      yield [field, toJson(value)];
    } catch (error) {
      throw new ExpressionError(failureOf(error, expression.at, expression.source));
    }
  }
}

/** The streams of the new aggregate that the event's tags name, after those it stays in (S4). */
function moveStreams(
  { to, from }: ChangeOf<'move'>,
  { streams = [], tags }: StoredRecord,
): readonly string[] {
  const kept = from === null ? [] : streams.filter((stream) => !stream.startsWith(`${from}-`));
  return [...new Set([...kept, ...streamsIn(to, tags)])];
}

function streamsIn({ name, id }: CompiledAggregate, tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => tag.startsWith(`${id}:`)).map((tag) => `${name}-${tag.slice(id.length + 1)}`);
}

function changeTags({ add, remove }: ChangeOf<'retag'>, event: StoredRecord): readonly string[] {
  const scope = scopeOf(event);
  const kept = event.tags.filter((tag) => !remove.has(tag.slice(0, tag.indexOf(':'))));
  return [...new Set([...kept, ...add.flatMap((tag) => tagsFrom(tag, scope))])];
}

function tagsFrom({ concept, value }: CompiledTag, scope: Scope): readonly string[] {
  const result = value.evaluate(scope);
  if (result === null) return [];
  return (Array.isArray(result) ? result : [result]).map((item: unknown) => {
    const text = toTagValue(item);
    if (text !== null) return `${concept}:${text}`;
    const message = 'A tag needs a string, a number, a list of them, or null';
    throw new ExpressionError({ at: value.at, expression: value.source, message });
  });
}

function fillField<T extends StoredRecord>({ field, value }: ChangeOf<'fill'>, event: T): T {
  if (Object.hasOwn(event.data, field)) return event;
  if ('json' in value) return { ...event, data: withField(event.data, field, value.json) };
  const [[, json]] = [...fill(new Map([[field, value]]), scopeOf(event))] as [readonly [string, Json]];
  return { ...event, data: withField(event.data, field, json) };
}

/** `fromEntries` defines own properties, so that a field such as __proto__ stays data. */
function withField(data: JsonObject, field: string, value: Json): JsonObject {
  return Object.fromEntries([...Object.entries(data), [field, value]]);
}
