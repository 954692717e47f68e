import { keyOfJson } from './cel-value.ts';
import type { Decision } from './decision.ts';
import type { Fact } from './event.ts';

/** A text that two decisions share exactly when they are the same (D8): equal events, or both rejected, or both errors. */
export function keyOfDecision(decision: Decision): string {
  return decision.kind === 'accepted' ? `accepted ${decision.events.map(keyOfFact).join()}` : decision.kind;
}

/** Whether two decisions are the same (D8). */
export function isSameDecision(one: Decision, other: Decision): boolean {
  if (one === other) return true;
  if (one.kind !== 'accepted' || other.kind !== 'accepted') return one.kind === other.kind;
  return (
    one.events.length === other.events.length &&
    one.events.every((event, place) => isSameFact(event, other.events[place]))
  );
}

function isSameFact(one: Fact, other: Fact | undefined): boolean {
  return one === other || (other !== undefined && keyOfFact(one) === keyOfFact(other));
}

/** A text that two facts share exactly when type, data and tags are equal; the order of tags does not matter. */
export function keyOfFact({ type, data, tags }: Fact): string {
  return JSON.stringify([type, keyOfJson(data), [...tags].sort()]);
}
