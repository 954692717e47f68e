import { formatMs, formatShare } from '../../lib/format-number.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { StrategyLoad } from '../../workload/load-result.ts';
import type { SweepPoint } from '../../workload/sweep-load.ts';
import { type Chosen, loadAt } from './load-series.ts';

/** Less of a difference than this nobody would call one. */
const CLEAR = 1.5;

/** The one sentence about a point: what the chosen strategy does there, and the one beside it. */
export function sayLoad(point: SweepPoint, { strategy, beside }: Chosen, where: string): string {
  const load = loadAt(point, strategy);
  const other = beside === null ? null : loadAt(point, beside);
  if (load === null) return `${STRATEGIES[strategy].name} cannot be used with this model.`;
  const name = STRATEGIES[strategy].name;
  const first = `${where}, ${name} ${sayOne(load)}`;
  if (other === null || beside === null) return `${first}.`;
  return `${first}; ${STRATEGIES[beside].name} ${sayOne(other)}${sayRatio(load, other)}.`;
}

/** The one sentence about two settings: what the chosen strategy does now, and what it did before. */
export function sayChange(now: SweepPoint, before: SweepPoint, strategy: StrategyId, where: string): string {
  const other = nameBefore(now, before);
  const then = other === null ? 'before, it' : `with “${other}” it`;
  const [load, last] = [loadAt(now, strategy), loadAt(before, strategy)];
  const name = STRATEGIES[strategy].name;
  if (load === null || last === null) return `${name} cannot be used with this model.`;
  return `${where}, ${name} ${sayOne(load)}${sayRatio(last, load)}; ${then} ${sayOne(last)}.`;
}

/** The workload that is compared with, where it is another one of the model; null where it is the same one before a change. */
export function nameBefore(now: SweepPoint, before: SweepPoint): string | null {
  const [own, other] = [now, before].map(({ result }) => result.workload.replace(/, changed$/, ''));
  return other === own ? null : (other ?? null);
}

function sayOne(load: StrategyLoad): string {
  const missed = load.verdicts.missedConflict.mean;
  const stops =
    load.wait.count > 0 && load.stopped.mean === 0
      ? `lets commands wait instead, 1 in 100 longer than ${formatMs(load.wait.p99)}`
      : `stops ${formatShare(load.stopped.mean)} of appends`;
  return missed > 0 ? `${stops} and misses ${formatShare(missed)}` : stops;
}

function sayRatio(load: StrategyLoad, other: StrategyLoad): string {
  const [a, b] = [load.stopped.mean, other.stopped.mean];
  if (a === 0 || b === 0) return '';
  const ratio = a / b;
  if (ratio >= CLEAR) return `, ${sayTimes(ratio)} fewer`;
  if (ratio <= 1 / CLEAR) return `, ${sayTimes(1 / ratio)} more`;
  return ', about as many';
}

function sayTimes(ratio: number): string {
  return `${ratio < 10 ? Math.round(ratio * 10) / 10 : Math.round(ratio)} times`;
}
