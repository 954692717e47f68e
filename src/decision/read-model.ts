import type { CelMap, CelValue } from './cel-value.ts';
import { fieldsToCel, toInstant, toTagValue } from './cel-value.ts';
import type { CompiledModel, CompiledReadModel } from './compiled-model.ts';
import type { ExpressionFailure } from './decision.ts';
import type { RecordedEvent } from './event.ts';
import { ExpressionError, failureOf } from './expression.ts';

/** The keys of the rows that an event changes: one, several where the key is a list, none where it is null; or why they cannot be had. */
export function keysOf(
  model: CompiledModel,
  readModel: CompiledReadModel,
  event: RecordedEvent,
): readonly string[] | ExpressionFailure {
  const { key } = readModel;
  if (!readModel.on.has(event.type)) return [];
  if (key === null) return [''];
  try {
    const value = key.evaluate({ event: dataOf(model, event) });
    if (value === null) return [];
    const values: readonly CelValue[] = Array.isArray(value) ? value : [value];
    const keys = values.map((item) => {
      const text = toTagValue(item);
      if (text !== null) return text;
      const message = 'A key needs a string, a number, a list of them, or null';
      throw new ExpressionError({ at: key.at, expression: key.source, message });
    });
    return [...new Set(keys)];
  } catch (error) {
    return failureOf(error, key.at, key.source);
  }
}

/** A row's value after one more event; `state` is its value before, `initial` of the read model where there is none. */
export function foldRow(
  model: CompiledModel,
  readModel: CompiledReadModel,
  state: CelValue,
  event: RecordedEvent,
): { readonly value: CelValue } | { readonly failure: ExpressionFailure } {
  const step = readModel.on.get(event.type);
  if (step === undefined) return { value: state };
  try {
    const scope = { state, event: dataOf(model, event), time: toInstant(event.time) };
    return { value: step.evaluate(scope) };
  } catch (error) {
    return { failure: failureOf(error, step.at, step.source) };
  }
}

function dataOf(model: CompiledModel, { type, data }: RecordedEvent): CelMap {
  return fieldsToCel(data, model.events.get(type)?.fields ?? new Map());
}
