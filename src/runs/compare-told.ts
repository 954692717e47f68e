import type { LogEntry, ToldSchedule, ToldStep } from '../exploration/result.ts';
import type { LiveRun, LiveStep } from './live-result.ts';

/** What of a step can be another on the store than in exploration. */
export type StepTrait = 'step' | 'head' | 'readAt' | 'waits' | 'verdict' | 'violation' | 'outcome' | 'wrote';

/** A run on a store held against the same schedule as exploration tells it (R2); plain JSON. */
export interface RunComparison {
  readonly isEqual: boolean;
  /** For each step that both took: what is not the same. */
  readonly steps: readonly (readonly StepTrait[])[];
  /** How many steps each took. */
  readonly counts: { readonly live: number; readonly told: number };
  /** The first position where the logs are not the same, from 1; null where there is none. */
  readonly logDiffersAt: number | null;
}

/** Compares every step, verdict and outcome, and the log that is left, with what exploration tells (R2). */
export function compareTold(told: ToldSchedule, live: LiveRun): RunComparison {
  const counts = { live: live.steps.length, told: told.steps.length };
  const steps = live.steps.flatMap((step, index) => {
    const twin = told.steps[index];
    return twin === undefined ? [] : [listTraits(twin, step)];
  });
  const logDiffersAt = findDifference(told.log, live.log);
  const isEqual =
    counts.live === counts.told && steps.every((traits) => traits.length === 0) && logDiffersAt === null;
  return { isEqual, steps, counts, logDiffersAt };
}

function listTraits(told: ToldStep, live: LiveStep): readonly StepTrait[] {
  const pairs: readonly (readonly [StepTrait, unknown, unknown])[] = [
    [
      'step',
      [told.command, told.step, told.attempt, told.stream],
      [live.command, live.step, live.attempt, live.stream],
    ],
    ['head', told.head, live.head],
    ['readAt', told.readAt, live.readAt],
    ['waits', told.waitsFor && told.waitsFor.length > 0, live.waits],
    ['verdict', told.verdict, live.verdict],
    ['violation', told.violation, live.violation],
    ['outcome', told.outcome, live.outcome],
    ['wrote', told.wrote, live.wrote],
  ];
  return pairs.filter(([, one, other]) => !isSame(one, other)).map(([trait]) => trait);
}

function findDifference(told: readonly LogEntry[], live: readonly LogEntry[]): number | null {
  const length = Math.max(told.length, live.length);
  for (let index = 0; index < length; index++) {
    if (!isSame(factsOf(told[index]), factsOf(live[index]))) return index + 1;
  }
  return null;
}

function factsOf(entry: LogEntry | undefined): unknown {
  return entry && [entry.position, entry.type, entry.tags, entry.data, entry.time, entry.by, entry.streams];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
