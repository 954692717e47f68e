import type { JsonObject } from '../lib/json.ts';
import type { IssuedCommand } from '../model/schema.ts';
import { type CelMap, type CelValue, fieldsToCel, keyOfCel, toInstant, toTagValue } from './cel-value.ts';
import type {
  CompiledCheck,
  CompiledCommand,
  CompiledConstraint,
  CompiledModel,
  CompiledProjection,
} from './compiled-model.ts';
import type { ExpressionFailure } from './decision.ts';
import type { Fact } from './event.ts';
import { ExpressionError, type Scope } from './expression.ts';
import { type Query, type QueryItem, unionOf } from './query.ts';

/** When nothing else says when something happens (D9). */
export const DEFAULT_TIME = '2000-01-01T00:00:00Z';

/** A projection with its parameters filled in: what it reads is fixed for the whole run of a command (D2). */
export interface ProjectionInstance {
  readonly constraint: CompiledConstraint;
  readonly projection: CompiledProjection;
  readonly item: QueryItem;
  /** Parameters and `now`, as the fold expressions see them (D3). */
  readonly scope: Scope;
  /** Two instances with equal keys have equal values on every log. */
  readonly key: string;
}

/** One check of a command: of an `each` check there is one per element. */
export interface PreparedCheck {
  readonly constraint: CompiledConstraint;
  readonly scope: Scope;
  /** Indexes into `PreparedCommand.projections`, in the order of the constraint's projections. */
  readonly projections: readonly number[];
  readonly each: boolean;
}

/** A command with its data: its checks, queries and boundary are fixed before any event is read. */
export interface PreparedCommand {
  readonly command: CompiledCommand;
  readonly data: JsonObject;
  readonly now: string;
  readonly scope: Scope & { readonly command: CelMap };
  readonly checks: readonly PreparedCheck[];
  readonly projections: readonly ProjectionInstance[];
  /** Those of its events that do not depend on what is read, by their place in `emits`, once they were asked for. */
  readonly facts: (Fact | undefined)[];
  /** All that its decision depends on (B1). */
  readonly boundary: Query;
  /** The boundary without relaxed constraints (B2). */
  readonly guarded: Query;
  /** Set when a binding or a tag filter fails: every decision is then this error (D7). */
  readonly failure: ExpressionFailure | null;
}

/**
 * Fills in the data of an issued command: check instances, projection queries and boundary (B1, B2). `now` is used
 * when the command has none of its own (D9). Returns a sentence when the model has no such command, or a time is none.
 */
export function prepareCommand(
  model: CompiledModel,
  issued: IssuedCommand,
  now: string = DEFAULT_TIME,
): PreparedCommand | string {
  const command = model.commands.get(issued.command);
  if (command === undefined) return `There is no command "${issued.command}"`;
  const data = (issued.data ?? {}) as JsonObject;
  try {
    const at = issued.now ?? now;
    const scope = { command: fieldsToCel(data, command.fields), now: toInstant(at) };
    return assemble(command, data, at, scope);
  } catch (error) {
    if (error instanceof RangeError) return `${command.name}: ${error.message}`;
    throw error;
  }
}

function assemble(
  command: CompiledCommand,
  data: JsonObject,
  now: string,
  scope: PreparedCommand['scope'],
): PreparedCommand {
  const projections: ProjectionInstance[] = [];
  const checks: PreparedCheck[] = [];
  let failure: ExpressionFailure | null = null;
  try {
    for (const check of command.checks) {
      for (const element of elementsOf(check, scope))
        checks.push(prepareCheck(check, element, scope, projections));
    }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    failure = error.failure;
  }
  return new Prepared(command, data, now, scope, checks, projections, failure);
}

/** Works out its queries when they are asked for: of the many commands of a load, most never are. */
class Prepared implements PreparedCommand {
  readonly command: CompiledCommand;
  readonly data: JsonObject;
  readonly now: string;
  readonly scope: PreparedCommand['scope'];
  readonly checks: readonly PreparedCheck[];
  readonly projections: readonly ProjectionInstance[];
  readonly failure: ExpressionFailure | null;
  readonly facts: (Fact | undefined)[] = [];
  #boundary: Query | null = null;
  #guarded: Query | null = null;

  constructor(
    command: CompiledCommand,
    data: JsonObject,
    now: string,
    scope: PreparedCommand['scope'],
    checks: readonly PreparedCheck[],
    projections: readonly ProjectionInstance[],
    failure: ExpressionFailure | null,
  ) {
    this.command = command;
    this.data = data;
    this.now = now;
    this.scope = scope;
    this.checks = checks;
    this.projections = projections;
    this.failure = failure;
  }

  get boundary(): Query {
    this.#boundary ??= this.#unite(this.checks);
    return this.#boundary;
  }

  get guarded(): Query {
    this.#guarded ??= this.#unite(this.checks.filter(({ constraint }) => !constraint.relaxed));
    return this.#guarded;
  }

  #unite(checks: readonly PreparedCheck[]): Query {
    return unionOf(
      checks.flatMap((check) => check.projections.flatMap((index) => this.projections[index]?.item ?? [])),
    );
  }
}

/** What `each` ranges over; one check without an element where there is no `each`. */
function elementsOf(check: CompiledCheck, scope: Scope): readonly Scope[] {
  const { each } = check;
  if (each === null) return [scope];
  const list = each.list.evaluate(scope);
  if (!Array.isArray(list)) {
    throw new ExpressionError({
      at: each.list.at,
      expression: each.list.source,
      message: 'A list is needed here',
    });
  }
  return list.map((element: CelValue) => ({ ...scope, [each.as]: element }));
}

function prepareCheck(
  check: CompiledCheck,
  element: Scope,
  scope: PreparedCommand['scope'],
  projections: ProjectionInstance[],
): PreparedCheck {
  const { constraint } = check;
  const inner: Record<string, unknown> = {};
  for (const [name, type] of constraint.parameters) {
    const value = bindParameter(check, name, type.optional === true, element, scope.command);
    if (value === undefined) continue;
    // A whole number bound to a double parameter becomes one, as in data.
    inner[name] = type.kind === 'double' && typeof value === 'bigint' ? Number(value) : value;
  }
  inner['now'] = scope['now'];
  const indexes = constraint.projections.map((projection) => {
    const instance = instantiate(constraint, projection, inner);
    const known = projections.findIndex(
      (other) => other.projection === projection && other.key === instance.key,
    );
    return known >= 0 ? known : projections.push(instance) - 1;
  });
  return {
    constraint,
    scope: { ...inner, ...scope },
    projections: indexes,
    each: check.each !== null,
  };
}

/** A parameter's value: its binding, or the command's field of the same name, which only an optional parameter can do without (D7). */
function bindParameter(
  check: CompiledCheck,
  name: string,
  optional: boolean,
  element: Scope,
  command: CelMap,
): CelValue | undefined {
  const binding = check.bindings.get(name);
  const value = binding ? binding.evaluate(element) : command.get(name);
  if (value !== undefined || optional) return value;
  const message = `No such key: ${name}`;
  throw new ExpressionError({ at: check.at, expression: `command.${name}`, message });
}

function instantiate(
  constraint: CompiledConstraint,
  projection: CompiledProjection,
  scope: Scope,
): ProjectionInstance {
  const tags = projection.tags.map(({ concept, value }) => {
    const text = toTagValue(value.evaluate(scope));
    if (text === null) {
      const message = 'A tag filter needs one string or number';
      throw new ExpressionError({ at: value.at, expression: value.source, message });
    }
    return `${concept}:${text}`;
  });
  return new Instance(constraint, projection, { types: projection.types, tags }, scope);
}

/** Writes its key when it is asked for: that takes longer than all the rest. */
class Instance implements ProjectionInstance {
  readonly constraint: CompiledConstraint;
  readonly projection: CompiledProjection;
  readonly item: QueryItem;
  readonly scope: Scope;
  #key: string | null = null;

  constructor(constraint: CompiledConstraint, projection: CompiledProjection, item: QueryItem, scope: Scope) {
    this.constraint = constraint;
    this.projection = projection;
    this.item = item;
    this.scope = scope;
  }

  get key(): string {
    this.#key ??= JSON.stringify([
      this.constraint.name,
      this.projection.name,
      ...Object.entries(this.scope).map(([name, value]) => [name, keyOfCel(value)]),
    ]);
    return this.#key;
  }
}
