import type { Decision } from '../decision/decision.ts';
import { isSameDecision } from '../decision/same-decision.ts';
import type { Verdict } from './result.ts';

/** The verdict on one step, and whether the log breaks a constraint from then on (V6). */
export interface Judgement {
  readonly verdict: Verdict;
  readonly violation: boolean;
}

/**
 * Compares what a guard did at an append with what had changed (V1–V6). `tolerant` gives the fresh decision without
 * the rules of relaxed constraints; it is asked only where it matters.
 */
export function judgeAppend(
  stopped: boolean,
  stale: Decision,
  fresh: Decision,
  tolerant: () => Decision,
): Judgement {
  const same = isSameDecision(stale, fresh);
  if (stopped) return { verdict: same ? 'falseConflict' : 'conflict', violation: false };
  if (same) return { verdict: 'safe', violation: false };
  if (isSameDecision(stale, tolerant())) return { verdict: 'tolerated', violation: false };
  return { verdict: 'missedConflict', violation: fresh.kind !== 'accepted' };
}

/** Judges a lock that had to wait: the decision when it was asked for against the one at the read (V7). */
export function judgeWait(asked: Decision, read: Decision): Verdict {
  return isSameDecision(asked, read) ? 'needlessWait' : 'neededWait';
}
