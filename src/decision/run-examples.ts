import type { Json, JsonObject } from '../lib/json.ts';
import type { Example, ExpectedOutcome } from '../model/schema.ts';
import { keyOfJson } from './cel-value.ts';
import type { CompiledModel } from './compiled-model.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import type { RecordedEvent } from './event.ts';
import { recordGiven } from './make-fact.ts';
import { prepareCommand } from './prepare.ts';

/** What became of an example; `problem` says in a sentence why it failed. */
export interface ExampleResult {
  readonly name: string;
  readonly passed: boolean;
  readonly problem?: string;
  readonly decision?: Decision;
}

/** Runs all given / when / then examples of a model. An example without `when` or `then` is unfinished and fails. */
export function runExamples(model: CompiledModel): readonly ExampleResult[] {
  return (model.model.examples ?? []).map((example) => runExample(model, example));
}

/** Runs one example: decides its command on its given events and compares with what is expected (D1–D9). */
export function runExample(model: CompiledModel, example: Example): ExampleResult {
  const { name, given, when, then: expected } = example;
  if (when === undefined)
    return { name, passed: false, problem: 'It has no "when": say which command is run' };
  const prepared = prepareCommand(model, when);
  if (typeof prepared === 'string') return { name, passed: false, problem: prepared };
  const log: RecordedEvent[] = [];
  for (const [index, event] of (given ?? []).entries()) {
    const recorded = recordGiven(model, event);
    if ('message' in recorded) {
      return {
        name,
        passed: false,
        problem: `Given event ${index + 1}, ${event.event}: ${recorded.message}`,
      };
    }
    log.push(recorded);
  }
  const decision = decide(model, prepared, log);
  if (expected === undefined)
    return { name, passed: false, problem: 'It has no "then": say what is expected', decision };
  const problem = compare(expected, decision);
  return problem === null ? { name, passed: true, decision } : { name, passed: false, problem, decision };
}

/** Why a decision is not the expected one, or null when it is. */
function compare(expected: ExpectedOutcome, decision: Decision): string | null {
  if ('events' in expected && Array.isArray(expected.events)) {
    const wanted = expected.events.map(({ event, data }) => ({
      type: event,
      data: (data ?? {}) as JsonObject,
    }));
    if (decision.kind !== 'accepted')
      return `Expected ${sayEvents(wanted)}, but it was ${sayDecision(decision)}`;
    const same =
      wanted.length === decision.events.length &&
      wanted.every((event, index) => keyOf(event) === keyOf(decision.events[index]));
    return same ? null : `Expected ${sayEvents(wanted)}, but got ${sayEvents(decision.events)}`;
  }
  if ('rejected' in expected && Array.isArray(expected.rejected)) {
    const wanted: readonly string[] = expected.rejected;
    const missing =
      decision.kind === 'rejected' ? wanted.filter((name) => !decision.constraints.includes(name)) : wanted;
    if (decision.kind === 'rejected' && missing.length === 0) return null;
    return `Expected a rejection by ${wanted.join(', ')}, but it was ${sayDecision(decision)}`;
  }
  return decision.kind === 'error' ? null : `Expected an error, but it was ${sayDecision(decision)}`;
}

function keyOf(event: { readonly type: string; readonly data: JsonObject } | undefined): string {
  return event === undefined ? '' : `${event.type} ${keyOfJson(event.data)}`;
}

/** A decision in words. */
export function sayDecision(decision: Decision): string {
  if (decision.kind === 'accepted') return `accepted with ${sayEvents(decision.events)}`;
  if (decision.kind === 'rejected') return `rejected by ${decision.constraints.join(', ')}`;
  const { at, expression, message } = decision.failure;
  return `an error in "${expression}" (${at}): ${message}`;
}

function sayEvents(events: readonly { readonly type: string; readonly data: JsonObject }[]): string {
  if (events.length === 0) return 'no events';
  return events.map(({ type, data }) => `${type} ${JSON.stringify(data satisfies Json)}`).join(', ');
}
