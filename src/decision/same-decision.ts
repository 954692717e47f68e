import { keyOfJson } from './cel-value.ts';
import type { Decision } from './decision.ts';
import type { Fact } from './event.ts';

/** A text that two decisions share exactly when they are the same (D8): equal events, or both rejected, or both errors. */
export function keyOfDecision(decision: Decision): string {
  return decision.kind === 'accepted' ? `accepted ${decision.events.map(keyOfFact).join()}` : decision.kind;
}

/** Whether two decisions are the same (D8). */
export function isSameDecision(one: Decision, other: Decision): boolean {
  return one === other || keyOfDecision(one) === keyOfDecision(other);
}

/** A text that two facts share exactly when type, data and tags are equal; the order of tags does not matter. */
export function keyOfFact({ type, data, tags }: Fact): string {
  return JSON.stringify([type, keyOfJson(data), [...tags].sort()]);
}
