import { pointer } from '../model/pointer.ts';
import type { Model } from '../model/schema.ts';
import { celTypesOf } from './compile-event.ts';
import type { CompiledCommand, CompiledEvent } from './compiled-model.ts';
import type { ExpressionCompiler } from './expression-compiler.ts';
import { celTypeOf, ScopeTypes } from './scope-types.ts';

/** Checks the expressions of policies and read models, which take no part in a single decision. */
export function checkPeriphery(
  compiler: ExpressionCompiler,
  model: Model,
  events: ReadonlyMap<string, CompiledEvent>,
  commands: ReadonlyMap<string, CompiledCommand>,
): void {
  checkPolicies(compiler, model, events, commands);
  checkReadModels(compiler, model, events);
}

function checkPolicies(
  compiler: ExpressionCompiler,
  model: Model,
  events: ReadonlyMap<string, CompiledEvent>,
  commands: ReadonlyMap<string, CompiledCommand>,
): void {
  for (const [name, policy] of Object.entries(model.policies ?? {})) {
    const at = pointer('policies', name);
    const scope = new ScopeTypes([['event', eventType(policy.on ?? [], events)]]);
    if (policy.when !== undefined) compiler.compileTo(['bool'], policy.when, `${at}/when`, scope);
    const fields = commands.get(policy.issues ?? '')?.fields;
    for (const [field, source] of Object.entries(policy.with ?? {})) {
      const type = fields?.get(field);
      const wanted = type ? celTypeOf(type) : 'dyn';
      const place = at + pointer('with', field);
      if (wanted === 'dyn') compiler.compile(source, place, scope);
      else compiler.compileTo([wanted], source, place, scope);
    }
  }
}

function checkReadModels(
  compiler: ExpressionCompiler,
  model: Model,
  events: ReadonlyMap<string, CompiledEvent>,
): void {
  for (const [name, readModel] of Object.entries(model.readModels ?? {})) {
    const at = pointer('readModels', name);
    const types = Object.keys(readModel.on ?? {});
    if (readModel.key !== undefined) {
      compiler.compile(readModel.key, `${at}/key`, new ScopeTypes([['event', eventType(types, events)]]));
    }
    for (const [type, source] of Object.entries(readModel.on ?? {})) {
      const scope = new ScopeTypes([
        ['state', 'dyn'],
        ['event', eventType([type], events)],
        ['time', 'google.protobuf.Timestamp'],
      ]);
      compiler.compile(source, at + pointer('on', type), scope);
    }
  }
}

/** The fields of one known event type; of several, or of an unknown one, nothing is claimed. */
function eventType(
  types: readonly string[],
  events: ReadonlyMap<string, CompiledEvent>,
): string | ReadonlyMap<string, string> {
  const [only] = types;
  const fields = types.length === 1 && only !== undefined ? events.get(only)?.fields : undefined;
  return fields && fields.size > 0 ? celTypesOf(fields) : 'dyn';
}
