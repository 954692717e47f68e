import { type CsvCell, writeCsv } from '../../lib/write-csv.ts';
import { STRATEGY_IDS } from '../../strategies/program.ts';
import type { Estimate, StrategyLoad } from '../../workload/load-result.ts';
import type { SweepResult } from '../../workload/sweep-load.ts';

type Column = readonly [name: string, read: (load: StrategyLoad) => Estimate | number];

/** Shares are from 0 to 1, times in milliseconds, rates in a second. */
const COLUMNS: readonly Column[] = [
  ['throughput', (load) => load.throughput],
  ['goodput', (load) => load.goodput],
  ['stopped', (load) => load.stopped],
  ['conflict', (load) => load.verdicts.conflict],
  ['false_conflict', (load) => load.verdicts.falseConflict],
  ['missed_conflict', (load) => load.verdicts.missedConflict],
  ['violations', (load) => load.violations],
  ['given_up', (load) => load.givenUp],
  ['attempts', (load) => load.attempts],
  ['wasted', (load) => load.wasted],
  ['wait_p50_ms', (load) => load.wait.p50],
  ['wait_p95_ms', (load) => load.wait.p95],
  ['wait_p99_ms', (load) => load.wait.p99],
  ['wait_worst_ms', (load) => load.wait.worst],
  ['response_p50_ms', (load) => load.response.p50],
  ['response_p95_ms', (load) => load.response.p95],
  ['response_p99_ms', (load) => load.response.p99],
  ['response_worst_ms', (load) => load.response.worst],
];

/** A sweep as a table: a row for each value and strategy; what is estimated has its confidence interval beside it. */
export function loadAsCsv({ parameter, points }: SweepResult): string {
  const head: CsvCell[] = [parameter, 'strategy', 'replications', 'unavailable'];
  const sample = points.flatMap(({ result }) => Object.values(result.strategies)).find(isKnown);
  for (const [name, read] of COLUMNS) {
    head.push(name);
    if (sample !== undefined && typeof read(sample) !== 'number') head.push(`${name}_low`, `${name}_high`);
  }
  const rows = points.flatMap(({ value, result }) =>
    STRATEGY_IDS.flatMap((id): CsvCell[][] => {
      const load = result.strategies[id];
      if (load === undefined) return [];
      const first = [value, id, result.replications];
      if (!isKnown(load)) return [[...first, load.unavailable]];
      return [[...first, null, ...COLUMNS.flatMap(([, read]) => writeNumber(read(load)))]];
    }),
  );
  return writeCsv([head, ...rows]);
}

function isKnown(load: StrategyLoad | { readonly unavailable: string }): load is StrategyLoad {
  return !('unavailable' in load);
}

function writeNumber(number: Estimate | number): readonly CsvCell[] {
  return typeof number === 'number' ? [number] : [number.mean, number.low, number.high];
}
