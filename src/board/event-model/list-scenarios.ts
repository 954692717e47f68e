import type { Example, Model } from '../../model/schema.ts';
import { type ElementKey, makeKey } from '../element-key.ts';

/** An example as three short parts: what happened, what is asked, what comes of it. */
export interface Scenario {
  /** Its index in the document's examples. */
  readonly example: number;
  readonly name: string;
  readonly given: readonly string[];
  readonly when: string;
  readonly outcome: readonly string[];
  readonly isRejected: boolean;
}

/** The examples of the commands among these elements. */
export function listScenarios(model: Model, keys: readonly ElementKey[]): Scenario[] {
  const scenarios: Scenario[] = [];
  for (const [index, example] of (model.examples ?? []).entries()) {
    const command = example.when?.command;
    if (command === undefined || !keys.includes(makeKey('command', command))) continue;
    scenarios.push(readScenario(index, command, example));
  }
  return scenarios;
}

function readScenario(index: number, command: string, { name, given, then }: Example): Scenario {
  const isRejected = then !== undefined && !then.events;
  return {
    example: index,
    name,
    given: countNames((given ?? []).map(({ event }) => event)),
    when: command,
    outcome: listOutcome(then),
    isRejected,
  };
}

function listOutcome(then: Example['then']): string[] {
  if (then === undefined) return ['not said yet'];
  if (then.events)
    return then.events.length === 0 ? ['nothing'] : countNames(then.events.map(({ event }) => event));
  return then.rejected ? [...then.rejected] : ['an error'];
}

/** Each name once, in the order of its first time, with how often when that is more than once. */
function countNames(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count > 1 ? `${name} ×${count}` : name));
}
