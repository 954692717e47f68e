import type { Model } from '../model/schema.ts';
import { compileCommand } from './compile-command.ts';
import { compileConstraint } from './compile-constraint.ts';
import { compileEvent } from './compile-event.ts';
import { compileMigrations } from './compile-migration.ts';
import { compilePolicy } from './compile-policy.ts';
import { compileReadModel } from './compile-read-model.ts';
import type { CompiledAggregate, CompiledModel } from './compiled-model.ts';
import { ExpressionCompiler } from './expression-compiler.ts';

/**
 * Parses and type-checks every expression of a model once. Never fails: what is wrong is in `diagnostics`, and an
 * expression that is wrong makes the decisions that need it errors (D7). References to what does not exist are left
 * out; `checkModel` of the model room names them.
 */
export function compileModel(model: Model): CompiledModel {
  const compiler = new ExpressionCompiler();
  const events = compileEach(model.events, (name, event) => compileEvent(compiler, name, event));
  const constraints = compileEach(model.constraints, (name, constraint) =>
    compileConstraint(compiler, name, constraint, events),
  );
  const commands = compileEach(model.commands, (name, command) =>
    compileCommand(compiler, name, command, events, constraints),
  );
  const policies = Object.entries(model.policies ?? {}).map(([name, policy]) =>
    compilePolicy(compiler, name, policy, events, commands),
  );
  const readModels = compileEach(model.readModels, (name, readModel) =>
    compileReadModel(compiler, name, readModel, events),
  );
  const aggregates = listAggregates(model);
  const migrations = compileMigrations(compiler, model.migrations, aggregates);
  return {
    model,
    events,
    constraints,
    commands,
    aggregates,
    policies,
    readModels,
    migrations,
    diagnostics: compiler.diagnostics,
  };
}

function compileEach<D, C>(
  section: { readonly [name: string]: D } | undefined,
  compile: (name: string, definition: D) => C,
): Map<string, C> {
  return new Map(
    Object.entries(section ?? {}).map(([name, definition]) => [name, compile(name, definition)]),
  );
}

function listAggregates(model: Model): CompiledAggregate[] {
  return Object.entries(model.aggregates ?? {}).flatMap(([name, { id, events }]) =>
    id === undefined ? [] : [{ name, id, events: new Set(events ?? []) }],
  );
}
