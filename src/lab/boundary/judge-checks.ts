import type { BoundaryReport } from '../../strategies/report-boundary.ts';
import { type BoundaryKind, kindOf } from './boundary-kinds.ts';

/** Whether what a constraint needs is guarded: all of it, some, or none. */
export type CheckGuard = Exclude<BoundaryKind, 'extra'> | 'partly';

/** How what each constraint of a command needs is guarded; a constraint that needs no events is in no part. */
export function judgeChecks(report: BoundaryReport): ReadonlyMap<string, CheckGuard> {
  const constraints = new Set(report.parts.flatMap((part) => part.constraints));
  return new Map(
    [...constraints].map((name) => {
      const own = report.parts.filter((part) => part.constraints.includes(name));
      return [name, judge(new Set(own.map(kindOf)))];
    }),
  );
}

function judge(kinds: ReadonlySet<BoundaryKind>): CheckGuard {
  if (kinds.has('open')) return kinds.has('kept') ? 'partly' : 'open';
  return kinds.has('relaxed') ? 'relaxed' : 'kept';
}

/** How that is said where there is little room. */
export function sayCheckGuard(guarded: CheckGuard, { guard }: Pick<BoundaryReport, 'guard'>): string {
  const held = guard.kind === 'locks' ? 'locked' : 'guarded';
  return { kept: held, partly: `partly ${held}`, open: `not ${held}`, relaxed: 'relaxed' }[guarded];
}
