import type { PlannedLoad } from '../../workload/plan-load.ts';

/** Something that can grow along the picture of a load. */
export interface LoadAxis {
  /** As a sweep calls it. */
  readonly parameter: string;
  readonly label: string;
  readonly format: (value: number) => string;
  /** Ascending; the workload's own value is one of them. */
  readonly values: readonly number[];
  /** Where the workload itself is. */
  readonly own: number;
}

const DOUBLING = [1, 2, 4, 8, 16, 32, 64];
const TIMES = [1, 3, 10, 30, 100, 300, 1000];

/** What a planned load can be looked at over: how commands come first, then the time they take, then how many instances there are. */
export function listLoadAxes(plan: PlannedLoad): readonly LoadAxis[] {
  return [arrivalsAxis(plan), windowAxis(plan), ...plan.pools.map(countAxis)];
}

function arrivalsAxis({ arrivals }: PlannedLoad): LoadAxis {
  const own = arrivals.kind === 'clients' ? arrivals.clients : arrivals.rate;
  const words =
    arrivals.kind === 'clients'
      ? { parameter: 'clients', label: 'clients' }
      : { parameter: 'rate', label: 'commands a second' };
  return { ...words, format: String, values: include(DOUBLING, own), own };
}

function windowAxis({ window }: PlannedLoad): LoadAxis {
  const own =
    window.kind === 'fixed' ? window.ms : window.kind === 'exponential' ? window.mean : window.median;
  return {
    parameter: 'window',
    label: 'between read and append',
    format: (ms) => (ms < 1000 ? `${ms} ms` : `${ms / 1000} s`),
    // No time at all has no place on a picture that grows in proportion.
    values: own > 0 ? include(TIMES, own) : TIMES,
    own: own > 0 ? own : 1,
  };
}

function countAxis({ concept, count }: PlannedLoad['pools'][number]): LoadAxis {
  return {
    parameter: `count.${concept}`,
    label: `instances of ${concept}`,
    format: String,
    values: include(DOUBLING, count),
    own: count,
  };
}

function include(values: readonly number[], own: number): readonly number[] {
  return [...new Set([...values, own])].sort((a, b) => a - b);
}
