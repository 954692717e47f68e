import type { FindingKey } from '../exploration/findings.ts';
import type { Outcome } from '../exploration/result.ts';
import type { LiveStep } from '../runs/live-result.ts';
import type { RunProgress } from './live-runs.ts';

/** How one command of a run stands. */
export interface CommandProgress {
  readonly findings: readonly FindingKey[];
  readonly outcome: Outcome | null;
  /** The last step it took; null before its first. */
  readonly last: LiveStep | null;
}

export function addStep(runs: readonly RunProgress[], run: number, step: LiveStep): readonly RunProgress[] {
  const [newest] = runs;
  if (newest?.run !== run) return [{ run, steps: [step], isOver: false }, ...runs];
  return [{ ...newest, steps: [...newest.steps, step] }, ...runs.slice(1)];
}

export function endRun(
  runs: readonly RunProgress[],
  run: number,
  steps: readonly LiveStep[],
): readonly RunProgress[] {
  return [{ run, steps, isOver: true }, ...runs.filter((other) => other.run !== run)];
}

/** What one command has come to: each verdict once, in order. */
export function progressOf({ steps }: RunProgress, command: number): CommandProgress {
  const own = steps.filter((step) => step.command === command);
  const outcome = own.findLast((step) => step.outcome !== undefined)?.outcome ?? null;
  const found = own.flatMap((step): FindingKey[] => [
    ...(step.verdict ? [step.verdict] : []),
    ...(step.violation ? ['violation' as const] : []),
  ]);
  return { findings: [...new Set(found)], outcome, last: own.at(-1) ?? null };
}
