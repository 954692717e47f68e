import { type CheckGuard, judgeChecks, sayCheckGuard } from '../../../lab/boundary/judge-checks.ts';
import { BoundaryIcon } from '../../../ui/boundary-mark.tsx';
import type { Reported } from './use-reports.ts';

export interface CheckGuardMarkProps {
  readonly constraint: string;
  /** The boundary of the command that checks it, under the chosen strategy. */
  readonly reported: Reported | null;
}

/** Whether what a constraint needs is guarded when the command writes. */
export function CheckGuardMark({ constraint, reported }: CheckGuardMarkProps) {
  if (reported === null || 'unavailable' in reported) return null;
  const guarded = judgeChecks(reported).get(constraint);
  if (guarded === undefined) return null;
  const kind = guarded === 'partly' ? 'open' : guarded;
  return (
    <span className={`check-guard boundary-${kind}`} title={MEANINGS[guarded]}>
      {sayCheckGuard(guarded, reported)}
      <BoundaryIcon kind={kind} isLock={reported.guard.kind === 'locks'} />
    </span>
  );
}

const MEANINGS: Readonly<Record<CheckGuard, string>> = {
  kept: 'Whatever it needs is watched until the command has written',
  partly: 'Some of what it needs can change before the command has written',
  open: 'What it needs can change before the command has written',
  relaxed: 'It is checked when the command reads, and on purpose not again',
};
