import type { Json } from '../lib/json.ts';
import { pointer } from '../model/pointer.ts';
import type { MigrationDefinition } from '../model/schema.ts';
import { compileTags } from './compile-event.ts';
import type { CompiledAggregate, CompiledChange, CompiledMigration, CompiledPart } from './compiled-model.ts';
import type { Expression } from './expression.ts';
import type { ExpressionCompiler } from './expression-compiler.ts';
import { ScopeTypes } from './scope-types.ts';

/** Of what is stored nothing is claimed: it may be older than any definition. */
const SCOPE = new ScopeTypes([
  ['event', 'dyn'],
  ['time', 'google.protobuf.Timestamp'],
]);
const TAG_TYPES = ['string', 'int', 'double', 'bool', 'null', 'list'];

/** The migrations of a model with their expressions over `event` and `time` compiled, without those that are unfinished. */
export function compileMigrations(
  compiler: ExpressionCompiler,
  migrations: readonly MigrationDefinition[] | undefined,
  aggregates: readonly CompiledAggregate[],
): readonly CompiledMigration[] {
  return (migrations ?? []).flatMap((definition, index) => {
    const at = pointer('migrations', index);
    const { name, event, when, onRead = false } = definition;
    const change = compileChange(compiler, definition, at, aggregates);
    if (change === null || event === undefined) return [];
    const condition = when === undefined ? null : compiler.compileTo(['bool'], when, `${at}/when`, SCOPE);
    return [{ name, at, event, when: condition, onRead, change }];
  });
}

/** What it does; null where it does not say all it needs. */
function compileChange(
  compiler: ExpressionCompiler,
  definition: MigrationDefinition,
  at: string,
  aggregates: readonly CompiledAggregate[],
): CompiledChange | null {
  switch (definition.change) {
    case 'rename':
      return definition.to === undefined ? null : { kind: 'rename', to: definition.to };
    case 'merge':
      return compileMerge(compiler, definition, at);
    case 'split':
      return definition.into === undefined || definition.into.length === 0
        ? null
        : {
            kind: 'split',
            into: definition.into.map((part, i) => compilePart(compiler, part, `${at}/into/${i}`)),
          };
    case 'move': {
      const to = aggregates.find(({ name }) => name === definition.aggregate);
      return to === undefined ? null : { kind: 'move', to, from: definition.from ?? null };
    }
    case 'retag': {
      const add = compileTags(compiler, definition.add, `${at}/add`, SCOPE, TAG_TYPES);
      return { kind: 'retag', add, remove: new Set(definition.remove ?? []) };
    }
    case 'fill':
      return compileFill(compiler, definition, at);
    case 'drop':
      return { kind: 'drop' };
    default:
      return null;
  }
}

function compileMerge(
  compiler: ExpressionCompiler,
  { with: other, by, to }: MigrationDefinition,
  at: string,
): CompiledChange | null {
  if (other === undefined || by === undefined) return null;
  return { kind: 'merge', with: other, by: compiler.compile(by, `${at}/by`, SCOPE), to: to ?? other };
}

function compilePart(
  compiler: ExpressionCompiler,
  { event, data, when }: NonNullable<MigrationDefinition['into']>[number],
  at: string,
): CompiledPart {
  const fields = Object.entries(data ?? {}).map(([field, source]): [string, Expression] => [
    field,
    compiler.compile(source, `${at}/data${pointer(field)}`, SCOPE),
  ]);
  return {
    event,
    data: data === undefined ? null : new Map(fields),
    when: when === undefined ? null : compiler.compileTo(['bool'], when, `${at}/when`, SCOPE),
  };
}

function compileFill(
  compiler: ExpressionCompiler,
  { field, value, expression }: MigrationDefinition,
  at: string,
): CompiledChange | null {
  if (field === undefined) return null;
  if (expression !== undefined) {
    return { kind: 'fill', field, value: compiler.compile(expression, `${at}/expression`, SCOPE) };
  }
  return value === undefined ? null : { kind: 'fill', field, value: { json: value as Json } };
}
