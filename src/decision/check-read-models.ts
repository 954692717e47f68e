import { pointer } from '../model/pointer.ts';
import type { Model } from '../model/schema.ts';
import { eventTypeOf } from './compile-event.ts';
import type { CompiledEvent } from './compiled-model.ts';
import type { ExpressionCompiler } from './expression-compiler.ts';
import { ScopeTypes } from './scope-types.ts';

/** Checks the expressions of read models, which take no part in a decision. */
export function checkReadModels(
  compiler: ExpressionCompiler,
  model: Model,
  events: ReadonlyMap<string, CompiledEvent>,
): void {
  for (const [name, readModel] of Object.entries(model.readModels ?? {})) {
    const at = pointer('readModels', name);
    const types = Object.keys(readModel.on ?? {});
    if (readModel.key !== undefined) {
      compiler.compile(readModel.key, `${at}/key`, new ScopeTypes([['event', eventTypeOf(types, events)]]));
    }
    for (const [type, source] of Object.entries(readModel.on ?? {})) {
      const scope = new ScopeTypes([
        ['state', 'dyn'],
        ['event', eventTypeOf([type], events)],
        ['time', 'google.protobuf.Timestamp'],
      ]);
      compiler.compile(source, at + pointer('on', type), scope);
    }
  }
}
