import { pointer } from '../model/pointer.ts';
import type { PolicyDefinition } from '../model/schema.ts';
import { eventTypeOf } from './compile-event.ts';
import type { CompiledCommand, CompiledEvent, CompiledPolicy } from './compiled-model.ts';
import type { Expression } from './expression.ts';
import type { ExpressionCompiler } from './expression-compiler.ts';
import { celTypeOf, ScopeTypes } from './scope-types.ts';

/** A policy with its expressions over `event` compiled. */
export function compilePolicy(
  compiler: ExpressionCompiler,
  name: string,
  policy: PolicyDefinition,
  events: ReadonlyMap<string, CompiledEvent>,
  commands: ReadonlyMap<string, CompiledCommand>,
): CompiledPolicy {
  const at = pointer('policies', name);
  const scope = new ScopeTypes([['event', eventTypeOf(policy.on ?? [], events)]]);
  const when =
    policy.when === undefined ? null : compiler.compileTo(['bool'], policy.when, `${at}/when`, scope);
  const issues = commands.get(policy.issues ?? '') ?? null;
  const data = Object.entries(policy.with ?? {}).map(([field, source]): [string, Expression] => {
    const type = issues?.fields.get(field);
    const wanted = type ? celTypeOf(type) : 'dyn';
    const place = at + pointer('with', field);
    return [
      field,
      wanted === 'dyn'
        ? compiler.compile(source, place, scope)
        : compiler.compileTo([wanted], source, place, scope),
    ];
  });
  return { name, on: new Set(policy.on ?? []), when, issues, data: new Map(data) };
}
