import type { Json } from '../lib/json.ts';
import { type CelMap, type CelValue, fieldsToCel, toInstant, toJson } from './cel-value.ts';
import type { CompiledEmit, CompiledModel, FieldTypes } from './compiled-model.ts';
import type { Decision, ExpressionFailure } from './decision.ts';
import type { Fact, RecordedEvent } from './event.ts';
import { ExpressionError, failureOf, type Scope } from './expression.ts';
import { makeFact } from './make-fact.ts';
import type { PreparedCheck, PreparedCommand, ProjectionInstance } from './prepare.ts';
import { matchesItem } from './query.ts';

/** The value of a projection after some events, or the failure of the fold that ended it (D3, D7). */
export type FoldState = { readonly value: CelValue } | { readonly failure: ExpressionFailure };

/** The values of all projections of a command, in the order of `PreparedCommand.projections`. */
export type View = readonly FoldState[];

/** Which checks' rules count: all, all but relaxed ones (V5), or those of a saga's leg (S6). */
export type RuleFilter = (check: PreparedCheck) => boolean;

/** The filter that lets every check count. */
export const everyRule: RuleFilter = () => true;

/** The value before any event. */
export function startFold(instance: ProjectionInstance): FoldState {
  return { value: instance.projection.initial };
}

/** The value after one more event that the projection reads; a fold that failed stays failed (D3, D7). */
export function foldEvent(
  model: CompiledModel,
  instance: ProjectionInstance,
  state: FoldState,
  event: RecordedEvent,
): FoldState {
  const step = instance.projection.on.get(event.type);
  if ('failure' in state || step === undefined) return state;
  try {
    const scope = {
      ...instance.scope,
      state: state.value,
      event: readData(model, event),
      time: toInstant(event.time),
    };
    return { value: step.evaluate(scope) };
  } catch (error) {
    return { failure: failureOf(error, step.at, step.source) };
  }
}

/** The last event that was read, and its data: one event is folded into several projections in a row. */
let lastRead: { readonly model: CompiledModel; readonly event: RecordedEvent; readonly data: CelMap } | null =
  null;

const NO_FIELDS: FieldTypes = new Map();

function readData(model: CompiledModel, event: RecordedEvent): CelMap {
  if (lastRead?.event === event && lastRead.model === model) return lastRead.data;
  const data = fieldsToCel(event.data, model.events.get(event.type)?.fields ?? NO_FIELDS);
  lastRead = { model, event, data };
  return data;
}

/** Folds a log, in position order, into the values of all projections of a command (D1–D3). */
export function readView(
  model: CompiledModel,
  prepared: PreparedCommand,
  log: readonly RecordedEvent[],
): View {
  return prepared.projections.map((instance) =>
    log
      .filter((event) => matchesItem(instance.item, event))
      .reduce((state, event) => foldEvent(model, instance, state, event), startFold(instance)),
  );
}

/** What a command does, given a log (D1–D9). */
export function decide(
  model: CompiledModel,
  prepared: PreparedCommand,
  log: readonly RecordedEvent[],
): Decision {
  return decideOn(prepared, readView(model, prepared, log), everyRule);
}

/** What a command does, given the values of its projections; only the rules that the filter names can reject (D4–D7). */
export function decideOn(prepared: PreparedCommand, view: View, counts: RuleFilter): Decision {
  return catchFailure(() => {
    requireValues(prepared, view);
    const failed = listFailed(prepared, view, counts);
    if (failed.length > 0) return { kind: 'rejected', constraints: failed };
    return { kind: 'accepted', events: makeEvents(prepared, view) };
  });
}

/** Runs a part of a decision; an expression that fails makes it an error (D7). */
export function catchFailure(decision: () => Decision): Decision {
  try {
    return decision();
  } catch (error) {
    if (error instanceof ExpressionError) return { kind: 'error', failure: error.failure };
    throw error;
  }
}

/** Throws the failure of the command's bindings or of any fold of the given checks (D7). */
export function requireValues(prepared: PreparedCommand, view: View, counts: RuleFilter = everyRule): void {
  if (prepared.failure) throw new ExpressionError(prepared.failure);
  for (const check of prepared.checks) {
    if (!counts(check)) continue;
    for (const index of check.projections) {
      const state = view[index];
      if (state && 'failure' in state) throw new ExpressionError(state.failure);
    }
  }
}

/** The names of the constraints whose rules are not true, in the listed order, each once (D4, D5). */
export function listFailed(prepared: PreparedCommand, view: View, counts: RuleFilter): readonly string[] {
  const failed = prepared.checks.filter((check) => counts(check) && !holds(check, view));
  return failed.length === 0 ? NONE : [...new Set(failed.map(({ constraint }) => constraint.name))];
}

const NONE: readonly string[] = [];

/** Whether a check's rule is exactly true; without a rule it is (D4). Throws an `ExpressionError`. */
export function holds(check: PreparedCheck, view: View): boolean {
  const { rule } = check.constraint;
  if (rule === null) return true;
  const scope: Record<string, unknown> = { ...check.scope };
  for (const [name, value] of valuesOf(check, view)) scope[name] = value;
  return rule.evaluate(scope) === true;
}

/** A check's projections by name. */
function valuesOf(check: PreparedCheck, view: View): CelMap {
  const values = new Map<string, CelValue>();
  check.constraint.projections.forEach(({ name }, position) => {
    const state = view[check.projections[position] ?? -1];
    if (state && 'value' in state) values.set(name, state.value);
  });
  return values;
}

/** The events a command emits when nothing is in their way, in order, without those whose `when` is not true (D6). Throws an `ExpressionError`. */
export function makeEvents(prepared: PreparedCommand, view: View): readonly Fact[] {
  let scope: Scope | null = null;
  const events: Fact[] = [];
  prepared.command.emits.forEach((emit, place) => {
    if (emit.isFixed) {
      prepared.facts[place] ??= makeEvent(prepared, emit, prepared.scope);
      events.push(prepared.facts[place]);
      return;
    }
    scope ??= emitScope(prepared, view);
    if (emit.when === null || emit.when.evaluate(scope) === true)
      events.push(makeEvent(prepared, emit, scope));
  });
  return events;
}

function makeEvent(prepared: PreparedCommand, emit: CompiledEmit, scope: Scope): Fact {
  const entries = emit.fields.flatMap((field) => fieldOf(prepared, emit, field, scope));
  return makeFact(emit.event, Object.fromEntries(entries));
}

/** What the expressions of a command's emits see (D6). */
export function emitScope(prepared: PreparedCommand, view: View): Scope {
  const scope: Record<string, unknown> = { ...prepared.scope };
  for (const check of prepared.checks) {
    if (!check.each) scope[check.constraint.name] = valuesOf(check, view);
  }
  return scope;
}

/** A field of an emitted event with its value; nothing where the command has none to give. Throws an `ExpressionError`. */
export function fieldOf(
  prepared: PreparedCommand,
  emit: CompiledEmit,
  field: string,
  scope: Scope,
): readonly (readonly [string, Json])[] {
  const expression = emit.data.get(field);
  if (expression === undefined) {
    const given = prepared.data[field];
    return given === undefined ? [] : [[field, given]];
  }
  const value = expression.evaluate(scope);
  try {
    return [[field, toJson(value)]];
  } catch (error) {
    throw new ExpressionError(failureOf(error, expression.at, expression.source));
  }
}
