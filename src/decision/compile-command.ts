import { readFieldTypes } from '../model/field-type.ts';
import { pointer } from '../model/pointer.ts';
import type { CheckDefinition, CommandDefinition, EmitDefinition } from '../model/schema.ts';
import type { TypedConstraint } from './compile-constraint.ts';
import { celTypesOf } from './compile-event.ts';
import type { CompiledCheck, CompiledCommand, CompiledEmit, CompiledEvent } from './compiled-model.ts';
import type { Expression } from './expression.ts';
import type { ExpressionCompiler } from './expression-compiler.ts';
import { celTypeOf, ScopeTypes } from './scope-types.ts';

/** A command definition with its bindings and emitted data compiled (D5, D6). */
export function compileCommand(
  compiler: ExpressionCompiler,
  name: string,
  definition: CommandDefinition,
  events: ReadonlyMap<string, CompiledEvent>,
  constraints: ReadonlyMap<string, TypedConstraint>,
): CompiledCommand {
  const at = pointer('commands', name);
  const fields = readFieldTypes(definition.fields);
  const scope = new ScopeTypes([
    ['command', celTypesOf(fields)],
    ['now', 'google.protobuf.Timestamp'],
  ]);
  const checks = (definition.checks ?? []).flatMap((check, index) =>
    compileCheck(compiler, check, at + pointer('checks', index), scope, constraints),
  );
  const outputs = scope.with(
    checks
      .filter(({ each }) => each === null)
      .map(({ constraint }): [string, ReadonlyMap<string, string>] => [
        constraint.name,
        constraints.get(constraint.name)?.projectionTypes ?? new Map(),
      ]),
  );
  const emits = (definition.emits ?? []).flatMap((emit, index) =>
    compileEmit(compiler, emit, at + pointer('emits', index), outputs, events),
  );
  return { name, fields, checks, emits };
}

function compileCheck(
  compiler: ExpressionCompiler,
  definition: CheckDefinition,
  at: string,
  scope: ScopeTypes,
  constraints: ReadonlyMap<string, TypedConstraint>,
): CompiledCheck[] {
  const check = typeof definition === 'string' ? { constraint: definition } : definition;
  const constraint = constraints.get(check.constraint);
  if (constraint === undefined) return [];
  const each =
    check.each === undefined
      ? null
      : { list: compiler.compileTo(['list'], check.each, `${at}/each`, scope), as: check.as ?? 'item' };
  const inner = each ? scope.with([[each.as, elementType(each.list.type)]]) : scope;
  const bindings = Object.entries(check.with ?? {}).map(([parameter, source]): [string, Expression] => {
    const type = constraint.parameters.get(parameter);
    const wanted = type ? acceptable(celTypeOf(type)) : ['dyn'];
    const place = at + pointer('with', parameter);
    return [
      parameter,
      wanted[0] === 'dyn'
        ? compiler.compile(source, place, inner)
        : compiler.compileTo(wanted, source, place, inner),
    ];
  });
  return [{ at, constraint, bindings: new Map(bindings), each }];
}

function elementType(listType: string): string {
  return /^list<(.+)>$/.exec(listType)?.[1] ?? 'dyn';
}

function compileEmit(
  compiler: ExpressionCompiler,
  definition: EmitDefinition,
  at: string,
  scope: ScopeTypes,
  events: ReadonlyMap<string, CompiledEvent>,
): CompiledEmit[] {
  const emit = typeof definition === 'string' ? { event: definition } : definition;
  const event = events.get(emit.event);
  if (event === undefined) return [];
  const when = emit.when === undefined ? null : compiler.compileTo(['bool'], emit.when, `${at}/when`, scope);
  const data = Object.entries(emit.data ?? {}).map(([field, source]): [string, Expression] => {
    const type = event.fields.get(field);
    const place = at + pointer('data', field);
    const wanted = type ? celTypeOf(type) : 'dyn';
    return [
      field,
      wanted === 'dyn'
        ? compiler.compile(source, place, scope)
        : compiler.compileTo(acceptable(wanted), source, place, scope),
    ];
  });
  const fields = [...new Set([...event.fields.keys(), ...data.map(([field]) => field)])];
  const isFixed = when === null && data.every(([, expression]) => !readsProjections(expression));
  return [{ event, when, data: new Map(data), fields, isFixed }];
}

/** Whether it names more than the command and the time. */
function readsProjections({ parts }: Expression): boolean {
  return parts.paths.some((path) => !['command', 'now'].includes(path.split('.')[0] ?? ''));
}

/** An int is as good as a double in JSON, and a string can hold a timestamp or a duration. */
function acceptable(type: string): readonly string[] {
  if (type === 'double') return ['double', 'int'];
  return type.startsWith('google.protobuf.') ? [type, 'string'] : [type];
}
