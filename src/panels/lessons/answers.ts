import { type FindingKey, occurs } from '../../exploration/findings.ts';
import type { Exploration, ToldSchedule, Verdict } from '../../exploration/result.ts';

/** The worst first, as a learner is asked for it; what is not in it is never asked for. */
const WORST_FIRST: readonly FindingKey[] = [
  'missedConflict',
  'partial',
  'tolerated',
  'falseConflict',
  'conflict',
  'needlessWait',
  'neededWait',
  'safe',
];

/** The worst that can happen in a race; null where nothing of all this does. */
export function findWorst(exploration: Exploration): FindingKey | null {
  return WORST_FIRST.find((finding) => occurs(exploration, finding)) ?? null;
}

export const SHARES = ['none', 'some', 'most', 'all'] as const;
export type Share = (typeof SHARES)[number];

/** In how many schedules of a race something happens, roughly. */
export function findShare(exploration: Exploration, finding: FindingKey): Share {
  const [part, whole] = [countSchedules(exploration, finding), BigInt(exploration.schedules)];
  if (part === 0n) return 'none';
  if (part === whole) return 'all';
  return 2n * part < whole ? 'some' : 'most';
}

/** In how many schedules of a race something happens, as a number. */
export function countSchedules(exploration: Exploration, finding: FindingKey): bigint {
  if (finding === 'violation') return BigInt(exploration.violations);
  if (finding === 'partial' || finding === 'error') throw new Error(`${finding} has no share of schedules`);
  return BigInt(exploration.verdicts[finding]?.schedules ?? '0');
}

/** The one of some numbers that a ratio comes nearest to, as one compares ratios; above all where nothing is left to divide by. */
export function findTimes(wide: number, narrow: number, options: readonly number[]): number {
  const distance = (option: number) =>
    wide === 0 || narrow === 0 ? -option : Math.abs(Math.log(wide / narrow / option));
  return options.toSorted((a, b) => distance(a) - distance(b))[0] ?? 1;
}

export const LOCKED = ['none', 'fewer', 'same'] as const;
export type Locked = (typeof LOCKED)[number];

/** How many are stopped with a lock, compared with how many without. */
export function findLocked(stopped: number, before: number): Locked {
  if (stopped === 0) return 'none';
  return stopped < 0.75 * before ? 'fewer' : 'same';
}

export const ENDINGS = ['through', 'stopped'] as const;
export type Ending = (typeof ENDINGS)[number];

const STOPS: readonly (Verdict | undefined)[] = ['conflict', 'falseConflict'];

/** How each append of a schedule ends, by the number of its step counted from 0. */
export function findEndings(told: ToldSchedule): ReadonlyMap<number, Ending> {
  const endings = new Map<number, Ending>();
  for (const [index, { step, verdict }] of told.steps.entries()) {
    if (step === 'append') endings.set(index, STOPS.includes(verdict) ? 'stopped' : 'through');
  }
  return endings;
}
