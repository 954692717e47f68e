import { keyOfJson } from '../decision/cel-value.ts';
import type { CompiledModel, CompiledReadModel } from '../decision/compiled-model.ts';
import { keepValue, recallValue } from '../decision/kept-value.ts';
import { foldRow, keysOf } from '../decision/read-model.ts';
import type { Projector } from '../event-store/projector.ts';
import { getOwn } from '../lib/get-own.ts';
import type { Json } from '../lib/json.ts';

/**
 * What makes the rows of a read model of the model. A fact that a saga wrote to several streams counts once, from its
 * first copy on (S6). Its definition is what the model says of it, and the fields of the events that it reads.
 */
export function projectReadModel(model: CompiledModel, readModel: CompiledReadModel): Projector {
  const { name } = readModel;
  const types = [...readModel.on.keys()];
  return {
    name,
    definition: defineReadModel(model, name, types),
    types,
    keysOf: (event) => (event.copyOf === undefined ? keysOf(model, readModel, event) : []),
    fold: (kept, event) => {
      const state = kept === undefined ? readModel.initial : recallValue(kept);
      const result = foldRow(model, readModel, state, event);
      if ('failure' in result) return { fault: result.failure };
      try {
        return { value: keepValue(result.value) };
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        const { at = '', source = '' } = readModel.on.get(event.type) ?? {};
        return { fault: { at, expression: source, message: error.message } };
      }
    },
  };
}

/** The projectors of all read models of a mode, in the order of the model. */
export function projectorsOf(model: CompiledModel, mode?: CompiledReadModel['mode']): readonly Projector[] {
  return [...model.readModels.values()]
    .filter((readModel) => mode === undefined || readModel.mode === mode)
    .map((readModel) => projectReadModel(model, readModel));
}

function defineReadModel({ model }: CompiledModel, name: string, types: readonly string[]): string {
  const definition = getOwn(model.readModels, name);
  const { key = null, initial = null, on = {} } = definition ?? {};
  const fields = types.map((type) => [type, getOwn(model.events, type)?.fields ?? null]);
  return keyOfJson([key, initial, on, fields] as unknown as Json);
}
