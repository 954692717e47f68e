import type { Json, JsonObject } from '../../src/lib/json.ts';
import type { EmitDefinition, Model } from '../../src/model/schema.ts';
import {
  ExpressionFailed,
  evaluate,
  instant,
  objectToCel,
  type Scope,
  toCel,
  toJson,
} from './brute-force-cel.ts';
import { type Entry, makeFact, type PlainFact } from './brute-force-log.ts';
import type { CommandRun, PlainCheck, PlainProjection } from './brute-force-prepare.ts';

/** What a command does, given a log: as the engine's, without the names and places that D8 does not look at. */
export type PlainDecision =
  | { readonly kind: 'accepted'; readonly events: readonly PlainFact[] }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'error' };

/** The log that a check's projections are folded from: for all the same, unless a test asks what one of them alone does. */
export type LogOf = (check: PlainCheck) => readonly Entry[];
/** Which events a projection sees. */
export type Sight = (projection: PlainProjection, entry: Entry) => boolean;
/** The values of a check's projections by name. */
export type Values = Scope;

/** Whether two decisions are the same (D8). */
export function same(a: PlainDecision, b: PlainDecision): boolean {
  if (a === b) return true;
  if (a.kind !== 'accepted' || b.kind !== 'accepted') return a.kind === b.kind;
  return JSON.stringify(a.events.map(comparable)) === JSON.stringify(b.events.map(comparable));
}

/** The decision of a whole command on a log (D5, D6, D7); `withoutRelaxed` skips the rules of relaxed constraints (V5). */
export function decide(model: Model, run: CommandRun, logOf: LogOf, withoutRelaxed = false): PlainDecision {
  return orError(() => {
    const checks = checksOf(run);
    const values = checks.map((check) => valuesOf(model, run, check, logOf(check), () => true));
    if (!allHold(run, checks, values, withoutRelaxed, () => true)) return { kind: 'rejected' };
    return { kind: 'accepted', events: emittedBy(model, run, values) };
  });
}

/** Runs a decision; a failing expression makes it an error (D7). */
export function orError(decision: () => PlainDecision): PlainDecision {
  try {
    return decision();
  } catch (failure) {
    if (failure instanceof ExpressionFailed) return { kind: 'error' };
    throw failure;
  }
}

/** The checks of a run; throws `ExpressionFailed` when finding them failed. */
export function checksOf(run: CommandRun): readonly PlainCheck[] {
  if (run.broken) throw new ExpressionFailed('the checks of the command');
  return run.checks;
}

/** The values of a check's projections on a log, of which each sees only other commands' and given entries that `sees` allows (D3, S1). */
export function valuesOf(
  model: Model,
  run: CommandRun,
  check: PlainCheck,
  log: readonly Entry[],
  sees: Sight,
): Values {
  const values: Record<string, unknown> = {};
  for (const projection of check.projections) {
    const seen = log.filter(
      (entry) => entry.by !== run.index && matches(projection, entry) && sees(projection, entry),
    );
    values[projection.name] = fold(model, run, check, projection, seen);
  }
  return values;
}

/** Whether the rules of all the checks that `judged` picks hold; all of them are evaluated (D4, D5, D7). */
export function allHold(
  run: CommandRun,
  checks: readonly PlainCheck[],
  values: readonly Values[],
  withoutRelaxed: boolean,
  judged: (check: PlainCheck) => boolean,
): boolean {
  let holds = true;
  for (const [position, check] of checks.entries()) {
    if (check.rule === undefined || !judged(check) || (withoutRelaxed && check.relaxed)) continue;
    const scope = { ...check.parameters, ...run.scope, ...values[position] };
    if (evaluate(check.rule, scope) !== true) holds = false;
  }
  return holds;
}

/** The events of `emits`, given the values of all checks (D6). */
export function emittedBy(model: Model, run: CommandRun, values: readonly Values[]): readonly PlainFact[] {
  const scope: Record<string, unknown> = { ...run.scope };
  for (const [position, check] of checksOf(run).entries())
    if (check.plain) scope[check.constraint] = new Map(Object.entries(values[position] ?? {}));
  const events: PlainFact[] = [];
  for (const emit of run.emits) {
    const details: Exclude<EmitDefinition, string> = typeof emit === 'string' ? { event: emit } : emit;
    if (details.when !== undefined && evaluate(details.when, scope) !== true) continue;
    events.push(makeFact(model, details.event, emittedData(model, run, details, scope)));
  }
  return events;
}

/** Whether an event matches a projection's query (D2). */
export function matches(query: Pick<PlainProjection, 'types' | 'tags'>, event: PlainFact): boolean {
  return query.types.includes(event.type) && query.tags.every((tag) => event.tags.includes(tag));
}

function fold(
  model: Model,
  run: CommandRun,
  check: PlainCheck,
  projection: PlainProjection,
  seen: readonly Entry[],
): unknown {
  let state = toCel(projection.initial);
  for (const entry of seen) {
    const event = objectToCel(entry.data, model.events?.[entry.type]?.fields ?? {});
    const scope = { ...check.parameters, state, event, time: instant(entry.time), now: run.scope['now'] };
    state = evaluate(projection.on[entry.type] ?? 'state', scope);
  }
  return state;
}

function emittedData(
  model: Model,
  run: CommandRun,
  emit: Exclude<EmitDefinition, string>,
  scope: Scope,
): JsonObject {
  const data: Record<string, Json> = {};
  for (const field of Object.keys(model.events?.[emit.event]?.fields ?? {})) {
    const value = run.data[field];
    if (value !== undefined && emit.data?.[field] === undefined) data[field] = value;
  }
  for (const [field, expression] of Object.entries(emit.data ?? {}))
    data[field] = toJson(evaluate(expression, scope));
  return data;
}

function comparable(fact: PlainFact): Json {
  return [fact.type, sortKeys(fact.data), [...fact.tags].sort()];
}

function sortKeys(json: Json): Json {
  if (Array.isArray(json)) return json.map(sortKeys);
  if (json === null || typeof json !== 'object') return json;
  const entries = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, sortKeys(value)]));
}
