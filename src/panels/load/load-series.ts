import { formatShare } from '../../lib/format-number.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { Series, SeriesLook } from '../../ui/chart/series.ts';
import type { Estimate, StrategyLoad } from '../../workload/load-result.ts';
import type { SweepPoint } from '../../workload/sweep-load.ts';

/** What is drawn over the load. */
export const LOAD_METRICS = ['stopped', 'falseConflict', 'missed', 'givenUp', 'goodput'] as const;
export type LoadMetric = (typeof LOAD_METRICS)[number];

interface MetricWords {
  readonly name: string;
  /** What the picture shows, and of what. */
  readonly title: string;
  readonly isShare: boolean;
  readonly read: (load: StrategyLoad) => Estimate;
}

export const METRICS: { readonly [M in LoadMetric]: MetricWords } = {
  stopped: {
    name: 'Stopped',
    title: 'Appends stopped, of all appends',
    isShare: true,
    read: (load) => load.stopped,
  },
  falseConflict: {
    name: 'For nothing',
    title: 'Appends stopped for nothing, of all appends',
    isShare: true,
    read: (load) => load.verdicts.falseConflict,
  },
  missed: {
    name: 'Missed',
    title: 'Missed conflicts, of all appends',
    isShare: true,
    read: (load) => load.verdicts.missedConflict,
  },
  givenUp: {
    name: 'Given up',
    title: 'Commands given up after too many attempts, of all commands',
    isShare: true,
    read: (load) => load.givenUp,
  },
  goodput: {
    name: 'Accepted',
    title: 'Commands accepted a second',
    isShare: false,
    read: (load) => load.goodput,
  },
};

/** Which strategies stand out in a picture. */
export interface Chosen {
  readonly strategy: StrategyId;
  readonly beside: StrategyId | null;
}

/** What a strategy came to at a point; null where it cannot be used. */
export function loadAt({ result }: SweepPoint, strategy: StrategyId): StrategyLoad | null {
  const load = result.strategies[strategy];
  return load === undefined || 'unavailable' in load ? null : load;
}

/** A line for each strategy that ever shows any of a metric; the others are told by `listFlat`. */
export function drawMetric(
  points: readonly SweepPoint[],
  metric: LoadMetric,
  chosen: Chosen,
): readonly Series[] {
  const { read } = METRICS[metric];
  return STRATEGY_IDS.flatMap((id) => {
    const line = lineOf(points, id, (load) => read(load));
    if (line.every(({ y }) => y === 0)) return [];
    const missed = missedAtEnd(points, id);
    return [
      {
        id,
        name: STRATEGIES[id].name,
        look: lookOf(id, chosen, missed > 0),
        points: line,
        ...(missed > 0 && metric !== 'missed' && { note: `misses ${formatShare(missed)}` }),
      },
    ];
  });
}

/** The strategies for which a metric is always 0. */
export function listFlat(points: readonly SweepPoint[], metric: LoadMetric): readonly StrategyId[] {
  const { read } = METRICS[metric];
  return STRATEGY_IDS.filter((id) => {
    const line = lineOf(points, id, (load) => read(load));
    return line.length > 0 && line.every(({ y }) => y === 0);
  });
}

/** How long 99 of 100 commands wait for a lock at most, in milliseconds; for strategies that lock. */
export function drawWaits(points: readonly SweepPoint[], chosen: Chosen, least: number): readonly Series[] {
  return STRATEGY_IDS.flatMap((id) => {
    const line = lineOf(points, id, ({ wait }) => ({ mean: wait.p99, low: null, high: null }));
    if (line.every(({ y }) => y === 0)) return [];
    const shown = line.map((point) => ({ ...point, y: Math.max(least, point.y) }));
    return [{ id, name: STRATEGIES[id].name, look: lookOf(id, chosen, false), points: shown }];
  });
}

function lineOf(points: readonly SweepPoint[], id: StrategyId, read: (load: StrategyLoad) => Estimate) {
  return points.flatMap((point) => {
    const load = loadAt(point, id);
    if (load === null) return [];
    const { mean, low, high } = read(load);
    return [{ x: point.value, y: mean, low, high }];
  });
}

function missedAtEnd(points: readonly SweepPoint[], id: StrategyId): number {
  const last = points.at(-1);
  return (last && loadAt(last, id)?.verdicts.missedConflict.mean) ?? 0;
}

function lookOf(id: StrategyId, { strategy, beside }: Chosen, misses: boolean): SeriesLook {
  if (id === strategy) return 'strong';
  if (id === beside) return 'second';
  return misses ? 'alarm' : 'quiet';
}
