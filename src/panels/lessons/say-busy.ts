import { formatMs, formatShare } from '../../lib/format-number.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { StrategyLoad } from '../../workload/load-result.ts';
import type { SweepPoint } from '../../workload/sweep-load.ts';
import { findLocked, findTimes } from './answers.ts';
import type { LoadQuestion } from './lesson.ts';
import type { Busy } from './use-busy.ts';

/** What a strategy came to at a rate; null where it cannot be used or was not simulated. */
export function loadAt(
  points: readonly SweepPoint[],
  rate: number,
  strategy: StrategyId,
): StrategyLoad | null {
  const load = points.find(({ value }) => value === rate)?.result.strategies[strategy];
  return load === undefined || 'unavailable' in load ? null : load;
}

/** The answers to both rows of a question about load. */
export function answerBusy(
  { wide, narrow }: Busy,
  { at, guard, lock, times }: LoadQuestion,
): { readonly times: string; readonly lock: string } {
  const before = loadAt(wide, at, guard)?.stopped.mean ?? 0;
  const after = loadAt(narrow, at, guard)?.stopped.mean ?? 0;
  const locked = loadAt(wide, at, lock)?.stopped.mean ?? before;
  return { times: String(findTimes(before, after, times)), lock: findLocked(locked, before) };
}

/** How many are stopped at a rate, in a sentence. */
export function sayStopped({ wide, narrow }: Busy, rate: number, question: LoadQuestion): string {
  const before = loadAt(wide, rate, question.guard)?.stopped.mean ?? 0;
  const after = loadAt(narrow, rate, question.guard)?.stopped.mean ?? 0;
  const told = `${keepTogether(formatShare(before))} ${question.wide.name}, ${keepTogether(formatShare(after))} ${question.narrow.name}`;
  return after === 0 ? `${told}.` : `${told}: ${Math.round(before / after)} times fewer.`;
}

/** How long commands wait for a lock at a rate, in a sentence. */
export function sayWaits({ wide, narrow }: Busy, rate: number, question: LoadQuestion): string {
  const before = loadAt(wide, rate, question.lock)?.wait.mean ?? 0;
  const after = loadAt(narrow, rate, question.lock)?.wait.mean ?? 0;
  return `${keepTogether(formatMs(before))} ${question.wide.name}, ${keepTogether(formatMs(after))} ${question.narrow.name}.`;
}

/** A number and its unit on one line. */
function keepTogether(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
