import type { JsonObject } from '../lib/json.ts';
import type { GivenEvent } from '../model/schema.ts';
import { type CelMap, type CelValue, fieldsToCel, toInstant, toTagValue } from './cel-value.ts';
import type { CompiledEvent, CompiledModel, CompiledTag } from './compiled-model.ts';
import type { ExpressionFailure } from './decision.ts';
import type { Fact, RecordedEvent } from './event.ts';
import { ExpressionError } from './expression.ts';
import { DEFAULT_TIME } from './prepare.ts';

/** An event with its tags, as its definition computes them from the data. Throws an `ExpressionError` when a tag fails. */
export function makeFact(definition: CompiledEvent, data: JsonObject): Fact {
  const event = readFields(definition, data);
  const tags = definition.tags.flatMap((tag) => listTags(tag, event));
  return { type: definition.name, data, tags: [...new Set(tags)] };
}

/** An event's data as tag expressions see it. Throws an `ExpressionError` when a field is not of its type. */
export function readFields(definition: CompiledEvent, data: JsonObject): CelMap {
  try {
    return fieldsToCel(data, definition.fields);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const at = `/events/${definition.name}/fields`;
    throw new ExpressionError({ at, expression: '', message: error.message });
  }
}

/** The tags of one concept: a list gives several, null none. Throws an `ExpressionError` when they cannot be had. */
export function listTags({ concept, value }: CompiledTag, event: CelMap): string[] {
  const result = value.evaluate({ event });
  if (result === null) return [];
  const values: readonly CelValue[] = Array.isArray(result) ? result : [result];
  return values.map((item) => {
    const text = toTagValue(item);
    if (text !== null) return `${concept}:${text}`;
    const message = 'A tag needs a string, a number, a list of them, or null';
    throw new ExpressionError({ at: value.at, expression: value.source, message });
  });
}

/** A given event as it stands in a log (D9). Returns a failure when its tags or its time cannot be had. */
export function recordGiven(model: CompiledModel, given: GivenEvent): RecordedEvent | ExpressionFailure {
  const definition = model.events.get(given.event) ?? { name: given.event, fields: new Map(), tags: [] };
  const time = given.time ?? DEFAULT_TIME;
  try {
    toInstant(time);
    return { ...makeFact(definition, (given.data ?? {}) as JsonObject), time };
  } catch (error) {
    if (error instanceof ExpressionError) return error.failure;
    if (error instanceof RangeError) return { at: '', expression: '', message: error.message };
    throw error;
  }
}
