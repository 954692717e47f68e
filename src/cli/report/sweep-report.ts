import { countOf, formatShare } from '../../lib/format-number.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { StrategyLoad } from '../../workload/load-result.ts';
import { sayParameter } from '../../workload/sweep.ts';
import type { SweepPoint, SweepResult } from '../../workload/sweep-load.ts';
import type { Layout } from './layout.ts';
import { layTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

interface Measure {
  readonly title: string;
  readonly measure: (load: StrategyLoad) => number;
  readonly say: (value: number) => string;
  /** The chart's full height stands for this much; for the largest value when there is none. */
  readonly full?: number;
  /** Told also where it is nothing at every value. */
  readonly isAlways?: true;
}

const MEASURES: readonly Measure[] = [
  {
    title: 'Stopped, of all appends',
    measure: ({ stopped }) => stopped.mean,
    say: formatShare,
    full: 1,
    isAlways: true,
  },
  {
    title: 'Missed conflicts, of all appends',
    measure: ({ verdicts }) => verdicts.missedConflict.mean,
    say: formatShare,
    full: 1,
  },
  {
    title: 'Given up, of all commands',
    measure: ({ givenUp }) => givenUp.mean,
    say: formatShare,
    full: 1,
  },
  { title: 'Accepted, a second', measure: ({ goodput }) => goodput.mean, say: (rate) => rate.toFixed(1) },
  {
    title: 'Answer within so many ms, 95 % of all commands',
    measure: ({ response }) => response.p95,
    say: (ms) => ms.toFixed(0),
  },
];

const NAME_COLUMNS = 22;
const VALUE_COLUMNS = 8;

/** What a workload came to at each value of a sweep: a table with a small chart for each thing that matters. */
export function reportSweep(result: SweepResult, { columns, paint }: Layout): readonly string[] {
  const { workload, parameter, seed, points } = result;
  const shown = thinOut(points, Math.max(2, Math.floor((columns - NAME_COLUMNS) / VALUE_COLUMNS) - 1));
  const [first] = points;
  if (first === undefined) return [];
  const { replications, duration, warmUp } = first.result;
  const left = points.length - shown.length;
  return [
    `${paint.bold('Load')}  ${workload}, by ${sayParameter(parameter)}`,
    ...MEASURES.filter((one) => one.isAlways || points.some((point) => showsAny(point, one))).flatMap(
      (one) => [
        '',
        ...layTable(
          [
            [paint.bold(one.title), ...shown.map(({ value }) => paint.dim(String(value)))],
            ...STRATEGY_IDS.flatMap((id) => drawRows(id, one, shown, points)),
          ],
          { aligns: ['left', ...shown.map(() => 'right' as const)] },
        ),
      ],
    ),
    ...sayUnavailable(first),
    '',
    ...wrapText(
      `Seed ${seed}, ${countOf(replications, 'replication', 'replications')} of ${duration / 1000} s after ${warmUp / 1000} s of warm-up at each value, on a simulated clock, with the same chance at each value and under each strategy.${left > 0 ? ` ${countOf(left, 'value is', 'values are')} left out here for want of room; --json has all.` : ''}`,
      columns,
    ).map((line) => paint.dim(line)),
  ];
}

function showsAny({ result }: SweepPoint, { measure }: Measure): boolean {
  return Object.values(result.strategies).some((load) => !('unavailable' in load) && measure(load) > 0);
}

function drawRows(
  id: StrategyId,
  { measure, say, full }: Measure,
  shown: readonly SweepPoint[],
  all: readonly SweepPoint[],
): readonly (readonly string[])[] {
  const numberAt = ({ result }: SweepPoint) => {
    const load = result.strategies[id];
    return load === undefined || 'unavailable' in load ? null : measure(load);
  };
  const numbers = shown.map(numberAt);
  if (numbers.every((number) => number === null)) return [];
  const cells = numbers.map((number) => (number === null ? '–' : say(number)));
  const heights = all.map((point) => numberAt(point) ?? 0);
  return [[STRATEGIES[id].name, ...cells, drawBars(heights, full ?? Math.max(...heights))]];
}

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

function drawBars(heights: readonly number[], full: number): string {
  return heights
    .map((height) => (height <= 0 || full <= 0 ? ' ' : BARS[Math.min(7, Math.floor((8 * height) / full))]))
    .join('');
}

function sayUnavailable({ result }: SweepPoint): readonly string[] {
  const lines = STRATEGY_IDS.flatMap((id) => {
    const load = result.strategies[id];
    const reason = load !== undefined && 'unavailable' in load ? load.unavailable : null;
    return reason === null ? [] : [`  ${STRATEGIES[id].name} cannot be used: ${reason}.`];
  });
  return lines.length > 0 ? ['', ...lines] : [];
}

/** At most so many, evenly chosen, the first and the last among them. */
function thinOut<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  const places = Array.from({ length: most }, (_, at) => Math.round((at * (all.length - 1)) / (most - 1)));
  return places.flatMap((place) => all[place] ?? []);
}
