import type { Json, JsonObject } from '../lib/json.ts';
import { pointer } from '../model/pointer.ts';
import { fieldsToCel, toInstant, toJson } from './cel-value.ts';
import type { CompiledCommand, CompiledModel, CompiledPolicy } from './compiled-model.ts';
import type { ExpressionFailure } from './decision.ts';
import type { Fact } from './event.ts';
import { type Expression, ExpressionError } from './expression.ts';
import { type PreparedCommand, prepareCommand } from './prepare.ts';

/** A command that a policy issues because of an event (P3). */
export interface Reaction {
  readonly policy: CompiledPolicy;
  readonly issues: CompiledCommand;
  readonly data: JsonObject;
  /** Set when `when` or `with` failed: the command is an error then (P5). */
  readonly failure: ExpressionFailure | null;
}

/**
 * What the policies of a model do because of one event, in the order of the model: each that names its type, whose
 * `when` is true or cannot be evaluated, and whose command exists (P3, P5). Each is to be done once per event.
 */
export function reactTo(model: CompiledModel, fact: Fact): readonly Reaction[] {
  return model.policies.flatMap((policy): readonly Reaction[] => {
    const { issues } = policy;
    if (issues === null || !policy.on.has(fact.type)) return [];
    try {
      const event = readEvent(model, fact);
      if (policy.when !== null && policy.when.evaluate({ event }) !== true) return [];
      const data = [...policy.data].map(([field, source]) => [field, evaluateTo(source, event)] as const);
      return [{ policy, issues, data: Object.fromEntries(data), failure: null }];
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return [{ policy, issues, data: {}, failure: error.failure }];
    }
  });
}

/** The command of a reaction, with its data filled in. One that failed, or whose data does not fit the command's fields, asks for nothing and is an error (P5). `now` is an RFC 3339 instant. */
export function prepareReaction(model: CompiledModel, reaction: Reaction, now: string): PreparedCommand {
  const { issues, data, failure, policy } = reaction;
  if (failure !== null) return makeBroken(issues, failure, now);
  const prepared = prepareCommand(model, { command: issues.name, data }, now);
  if (typeof prepared !== 'string') return prepared;
  return makeBroken(
    issues,
    { at: pointer('policies', policy.name, 'with'), expression: '', message: prepared },
    now,
  );
}

function readEvent(model: CompiledModel, { type, data }: Fact): ReturnType<typeof fieldsToCel> {
  try {
    return fieldsToCel(data, model.events.get(type)?.fields ?? new Map());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ExpressionError({
      at: pointer('events', type, 'fields'),
      expression: '',
      message: error.message,
    });
  }
}

function evaluateTo(source: Expression, event: unknown): Json {
  const value = source.evaluate({ event });
  try {
    return toJson(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ExpressionError({ at: source.at, expression: source.source, message: error.message });
  }
}

function makeBroken(command: CompiledCommand, failure: ExpressionFailure, now: string): PreparedCommand {
  const nothing = { items: [] };
  const scope = { command: new Map(), now: toInstant(now) };
  return {
    command,
    data: {},
    now,
    scope,
    checks: [],
    projections: [],
    facts: [],
    boundary: nothing,
    guarded: nothing,
    failure,
  };
}
