import type { ToldStep } from '../exploration/result.ts';

/** How a step goes with those of the same schedule under another strategy, all by their places. */
export interface StepPair {
  /** Where the same command does the same there; null where it does not. */
  readonly partner: number | null;
  /** The step there by which this one has its turn. */
  readonly due: number;
}

/** How the steps of a schedule go with the steps of the one it follows. */
export function pairSteps(others: readonly ToldStep[], steps: readonly ToldStep[]): readonly StepPair[] {
  const used = new Set<number>();
  const partners = others.map(({ command, step }) => {
    const found = steps.findIndex(
      (candidate, index) => !used.has(index) && candidate.command === command && candidate.step === step,
    );
    if (found < 0) return null;
    used.add(found);
    return found;
  });
  return others.map(({ command }, index) => {
    const next = partners.find(
      (partner, later) => later >= index && partner !== null && others[later]?.command === command,
    );
    return { partner: partners[index] ?? null, due: next ?? steps.length - 1 };
  });
}

/** How many steps are taken when so many of the schedule that they follow are: those whose turn has come. */
export function alignSteps(taken: number, pairs: readonly StepPair[]): number {
  const waiting = pairs.findIndex(({ due }) => due >= taken);
  return waiting < 0 ? pairs.length : waiting;
}

/** The first step, counted from 0, that goes otherwise than in the schedule that it follows: null where none does. */
export function findFork(
  others: readonly ToldStep[],
  steps: readonly ToldStep[],
  pairs: readonly StepPair[],
): number | null {
  const fork = others.findIndex((other, index) => {
    const partner = steps[pairs[index]?.partner ?? -1];
    if (partner) return partner.verdict !== other.verdict || partner.outcome !== other.outcome;
    // A lock that is had at once changes nothing yet.
    return other.step !== 'acquire' || (other.waitsFor ?? []).length > 0;
  });
  return fork < 0 ? null : fork;
}
