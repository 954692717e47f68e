import type { ToldStep } from '../exploration/result.ts';

/**
 * How the steps of a schedule under one strategy go with those of the same schedule under another: for each step, the
 * place of the one where the same command does the same there; null where it does not.
 */
export function pairSteps(
  steps: readonly ToldStep[],
  others: readonly ToldStep[],
): readonly (number | null)[] {
  const used = new Set<number>();
  return steps.map(({ command, step }) => {
    const pair = others.findIndex(
      (other, index) => !used.has(index) && other.command === command && other.step === step,
    );
    if (pair < 0) return null;
    used.add(pair);
    return pair;
  });
}

/** How many steps of the other schedule are taken when so many of this one are. */
export function alignSteps(taken: number, pairs: readonly (number | null)[], others: number): number {
  if (taken >= pairs.length) return others;
  const reached = pairs.slice(0, taken).map((pair) => (pair === null ? 0 : pair + 1));
  return Math.max(0, ...reached);
}

/** The first step of the other schedule, counted from 0, that goes otherwise than here: null where none does. */
export function findFork(
  steps: readonly ToldStep[],
  others: readonly ToldStep[],
  pairs: readonly (number | null)[],
): number | null {
  const differs = (other: ToldStep, index: number) => {
    const partner = steps[pairs.indexOf(index)];
    if (partner) return partner.verdict !== other.verdict || partner.outcome !== other.outcome;
    // A lock that is had at once changes nothing yet.
    return other.step !== 'acquire' || (other.waitsFor ?? []).length > 0;
  };
  const fork = others.findIndex(differs);
  return fork < 0 ? null : fork;
}
