import type { Json } from '../lib/json.ts';
import { pointer } from '../model/pointer.ts';
import type { ReadModelDefinition } from '../model/schema.ts';
import { toCel } from './cel-value.ts';
import { eventTypeOf } from './compile-event.ts';
import type { CompiledEvent, CompiledReadModel } from './compiled-model.ts';
import type { ExpressionCompiler } from './expression-compiler.ts';
import { ScopeTypes } from './scope-types.ts';

/** A read model with its key and its folds compiled; they see `event`, the folds also `state` and `time`. */
export function compileReadModel(
  compiler: ExpressionCompiler,
  name: string,
  definition: ReadModelDefinition,
  events: ReadonlyMap<string, CompiledEvent>,
): CompiledReadModel {
  const at = pointer('readModels', name);
  const types = Object.keys(definition.on ?? {});
  const key =
    definition.key === undefined
      ? null
      : compiler.compile(
          definition.key,
          `${at}/key`,
          new ScopeTypes([['event', eventTypeOf(types, events)]]),
        );
  const on = Object.entries(definition.on ?? {}).map(([type, source]) => {
    const scope = new ScopeTypes([
      ['state', 'dyn'],
      ['event', eventTypeOf([type], events)],
      ['time', 'google.protobuf.Timestamp'],
    ]);
    return [type, compiler.compile(source, at + pointer('on', type), scope)] as const;
  });
  const initial = toCel((definition.initial ?? null) as Json);
  return { name, mode: definition.mode ?? 'async', key, initial, on: new Map(on) };
}
