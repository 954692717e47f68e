import type { Json, JsonObject } from '../../src/lib/json.ts';
import type {
  CheckDefinition,
  EmitDefinition,
  IssuedCommand,
  Model,
  ProjectionDefinition,
  Race,
} from '../../src/model/schema.ts';
import { ExpressionFailed, evaluate, instant, objectToCel, type Scope, tagText } from './brute-force-cel.ts';
import { DEFAULT_TIME, servingStream } from './brute-force-log.ts';

/** A projection with its query's values filled in (D2). `servedBy` is the one stream that serves it in a saga, if any (S6). */
export interface PlainProjection {
  readonly name: string;
  readonly initial: Json;
  readonly on: { readonly [type: string]: string };
  readonly types: readonly string[];
  readonly tags: readonly string[];
  readonly servedBy: string | undefined;
}

/** One check of one command run, with its parameters' values. `plain` is false for an instance of `each`. */
export interface PlainCheck {
  readonly constraint: string;
  readonly parameters: Scope;
  readonly projections: readonly PlainProjection[];
  readonly rule: string | undefined;
  readonly relaxed: boolean;
  readonly plain: boolean;
}

/**
 * What is fixed about one command of a race, whatever the log. `broken` when a binding, `each` or tag filter failed:
 * every decision is an error then, and `checks` holds those before the failure (their lock keys are still asked for).
 */
export interface CommandRun {
  readonly index: number;
  readonly now: string;
  readonly data: JsonObject;
  readonly scope: Scope;
  readonly checks: readonly PlainCheck[];
  readonly broken: boolean;
  readonly emits: readonly EmitDefinition[];
}

/** What is fixed about one command of a race. */
export function prepareRun(model: Model, race: Race, issued: IssuedCommand, index: number): CommandRun {
  const definition = model.commands?.[issued.command];
  const data = issued.data ?? {};
  const now = issued.now ?? race.now ?? DEFAULT_TIME;
  const scope = { command: objectToCel(data, definition?.fields ?? {}), now: instant(now) };
  return {
    index,
    now,
    data,
    scope,
    ...prepareChecks(model, definition?.checks ?? [], scope),
    emits: definition?.emits ?? [],
  };
}

function prepareChecks(
  model: Model,
  definitions: readonly CheckDefinition[],
  scope: Scope,
): { readonly checks: readonly PlainCheck[]; readonly broken: boolean } {
  const checks: PlainCheck[] = [];
  try {
    for (const definition of definitions)
      for (const parameters of elementsOf(definition, scope))
        checks.push(prepareCheck(model, definition, scope, parameters));
    return { checks, broken: false };
  } catch (failure) {
    if (failure instanceof ExpressionFailed) return { checks, broken: true };
    throw failure;
  }
}

/** What the bindings of a check see: once for a plain check, once per element for `each`. */
function elementsOf(check: CheckDefinition, scope: Scope): readonly Scope[] {
  if (typeof check === 'string' || check.each === undefined) return [scope];
  const elements = evaluate(check.each, scope);
  if (!Array.isArray(elements)) throw new ExpressionFailed(`no list: ${check.each}`);
  const name = check.as ?? 'item';
  return elements.map((element: unknown) => ({ ...scope, [name]: element }));
}

function prepareCheck(model: Model, check: CheckDefinition, base: Scope, scope: Scope): PlainCheck {
  const details: Exclude<CheckDefinition, string> = typeof check === 'string' ? { constraint: check } : check;
  const definition = model.constraints?.[details.constraint];
  const parameters: Record<string, unknown> = {};
  for (const name of Object.keys(definition?.parameters ?? {}))
    parameters[name] = evaluate(details.with?.[name] ?? `command.${name}`, scope);
  const projections = Object.entries(definition?.projections ?? {}).map(([name, projection]) =>
    prepareProjection(model, name, projection, { ...base, ...parameters }),
  );
  return {
    constraint: details.constraint,
    parameters,
    projections,
    rule: definition?.rule,
    relaxed: definition?.consistency === 'relaxed',
    plain: details.each === undefined,
  };
}

function prepareProjection(
  model: Model,
  name: string,
  projection: ProjectionDefinition,
  scope: Scope,
): PlainProjection {
  const tags = Object.entries(projection.tags ?? {}).map(
    ([concept, expression]) => `${concept}:${tagText(evaluate(expression, scope))}`,
  );
  const on = projection.on ?? {};
  const query = { types: Object.keys(on), tags };
  return { name, initial: projection.initial ?? null, on, ...query, servedBy: servingStream(model, query) };
}
