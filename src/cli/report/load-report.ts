import type { Unavailable } from '../../exploration/result.ts';
import { countOf, formatShare } from '../../lib/format-number.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { Duration } from '../../workload/duration.ts';
import type { LoadPlan } from '../../workload/load-plan.ts';
import type { Estimate, LoadResult, StrategyLoad } from '../../workload/load-result.ts';
import type { Layout } from './layout.ts';
import { layTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

const HEADS = [
  'Strategy',
  'Accepted',
  'Stopped',
  'For nothing',
  'Missed',
  'Given up',
  'Attempts',
  'Wait p95',
  'Answer p95',
];

/** What a workload came to under each strategy, and what it was. */
export function reportLoad(
  plan: LoadPlan,
  result: LoadResult,
  { columns, paint }: Layout,
): readonly string[] {
  const { seed, replications, duration, warmUp, strategies } = result;
  const told = STRATEGY_IDS.flatMap((id) => (strategies[id] ? [{ id, load: strategies[id] }] : []));
  const rows = told.flatMap(({ id, load }) => ('unavailable' in load ? [] : [drawRow(id, load)]));
  const unavailable = told.flatMap(({ id, load }) =>
    'unavailable' in load ? [`  ${STRATEGIES[id].name} cannot be used: ${load.unavailable}.`] : [],
  );
  return [
    `${paint.bold('Load')}  ${plan.name}`,
    ...wrapText(sayPlan(plan), columns - 2).map((line) => `  ${line}`),
    '',
    ...layTable([HEADS.map((head) => paint.dim(head)), ...rows], {
      aligns: ['left', ...HEADS.slice(1).map(() => 'right' as const)],
    }),
    ...unavailable,
    ...sayWarnings(
      result,
      told.map(({ load }) => load),
      columns,
    ),
    ...sayLongest(told, columns),
    '',
    ...wrapText(
      `Seed ${seed}, ${countOf(replications, 'replication', 'replications')} of ${duration / 1000} s after ${warmUp / 1000} s of warm-up, on a simulated clock; all strategies on the same arrivals. Accepted: commands a second, with half the width of its 95 % confidence interval. Stopped, for nothing, missed: of all appends. Given up: commands that were stopped too often. Attempts: reads for each command. Wait for a lock, and answer: 95 % take no longer.`,
      columns,
    ).map((line) => paint.dim(line)),
  ];
}

function drawRow(id: StrategyId, load: StrategyLoad): readonly string[] {
  const { goodput, stopped, verdicts, givenUp, attempts, wait, response } = load;
  return [
    STRATEGIES[id].name,
    `${goodput.mean.toFixed(1)}/s${sayHalf(goodput)}`,
    formatShare(stopped.mean),
    formatShare(verdicts.falseConflict.mean),
    formatShare(verdicts.missedConflict.mean),
    formatShare(givenUp.mean),
    attempts.mean.toFixed(2),
    wait.count > 0 ? `${wait.p95.toFixed(0)} ms` : '–',
    `${response.p95.toFixed(0)} ms`,
  ];
}

/** A load of which nothing ever succeeds shows nothing about boundaries. */
function sayWarnings(
  { warnings }: LoadResult,
  loads: readonly (StrategyLoad | Unavailable)[],
  columns: number,
): readonly string[] {
  if (warnings.length === 0) return [];
  const able = loads.filter((load): load is StrategyLoad => !('unavailable' in load));
  const isHopeless = able.every(({ goodput }) => goodput.mean === 0);
  const lines = [
    ...(isHopeless ? ['No command was accepted.'] : []),
    ...warnings,
    'Say under “start” what has to happen first, or under “commands” what the fields hold.',
  ];
  return ['', ...lines.flatMap((line) => wrapText(line, columns - 2).map((part) => `  ${part}`))];
}

/** Who waited longest of all, where some waited longer than most. */
function sayLongest(
  told: readonly { readonly id: StrategyId; readonly load: StrategyLoad | Unavailable }[],
  columns: number,
): readonly string[] {
  const all = told.flatMap(({ id, load }) =>
    'unavailable' in load || load.longest === null ? [] : [{ id, ...load.longest }],
  );
  const [first, ...others] = all;
  if (first === undefined) return [];
  const { id, command, instances, ms, attempts } = others.reduce(
    (most, one) => (one.ms > most.ms ? one : most),
    first,
  );
  const about = instances.length > 0 ? ` (${instances.join(', ')})` : '';
  const text = `Longest of all: ${command}${about} took ${ms.toFixed(0)} ms and ${countOf(attempts, 'attempt', 'attempts')}, under ${STRATEGIES[id].name}.`;
  return ['', ...wrapText(text, columns - 2).map((part) => `  ${part}`)];
}

function sayHalf({ mean, high }: Estimate): string {
  return high === null ? '' : ` ±${(high - mean).toFixed(1)}`;
}

function sayPlan({ mix, arrivals, window, attempts, pools }: LoadPlan): string {
  const total = mix.reduce((sum, { weight }) => sum + weight, 0);
  const commands = mix.map(({ command, weight }) => `${command.name} ${formatShare(weight / total)}`);
  const instances = [...pools.values()].map(({ concept, count }) => `${count} × ${concept}`);
  return [
    `${sayArrivals(arrivals)}: ${commands.join(', ')}.`,
    `Between read and append ${sayDuration(window)}; ${Number.isFinite(attempts) ? countOf(attempts, 'attempt', 'attempts') : 'as many attempts as it takes'}.`,
    ...(instances.length > 0 ? [`At the start ${instances.join(', ')}.`] : []),
  ].join(' ');
}

function sayArrivals(arrivals: LoadPlan['arrivals']): string {
  switch (arrivals.kind) {
    case 'poisson':
      return `${arrivals.rate} commands a second`;
    case 'bursts':
      return `${arrivals.rate} commands a second, ${arrivals.size} at once`;
    case 'clients':
      return `${countOf(arrivals.clients, 'client', 'clients')}, thinking ${sayDuration(arrivals.think)}`;
  }
}

function sayDuration(duration: Duration): string {
  switch (duration.kind) {
    case 'fixed':
      return `${duration.ms} ms`;
    case 'exponential':
      return `${duration.mean} ms on average`;
    case 'logNormal':
      return `${duration.median} ms in the middle`;
  }
}
