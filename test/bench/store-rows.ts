import type { Samples } from './store-page/alternate.ts';
import type { WriterReport } from './store-page/contend.ts';

/** What the ratio of ours to the reference is to be. */
export type Aim = { readonly atLeast: number } | { readonly atMost: number };

/** One line of the result: the medians of some rounds, and the median of the rounds' ratios. */
export interface Row {
  readonly what: string;
  readonly unit: 'appends/s' | 'events/s' | 'ms';
  readonly against: string;
  readonly ours: number;
  readonly reference: number;
  readonly ratio: number;
  /** The lowest and highest ratio of a round. */
  readonly ratios: readonly [number, number];
  readonly aim?: Aim;
  readonly met?: boolean;
  readonly rounds: number;
}

/** Writers at work: medians of some rounds, and the worst of all. */
export interface ContentionRow {
  readonly what: string;
  readonly writers: number;
  readonly boundary: string;
  readonly successes: number;
  readonly retries: number;
  readonly worstRetries: number;
  /** The least that a writer got done, as a share of what the busiest did. */
  readonly evenness: number;
  readonly rounds: number;
}

/** Sums up rounds whose samples are milliseconds; each unit of work counts as `size` of what a rate counts. */
export function makeRow(
  samples: Samples,
  { size = 1, ...said }: Pick<Row, 'what' | 'unit' | 'against'> & { aim?: Aim; size?: number },
): Row {
  const amount = (ms: number) => (said.unit === 'ms' ? ms : (1000 * size) / ms);
  const ours = samples.ours.map(amount);
  const reference = samples.reference.map(amount);
  const ratios = ours.map((value, round) => value / (reference[round] ?? Number.NaN));
  const ratio = findMedian(ratios);
  return {
    ...said,
    ours: round(findMedian(ours)),
    reference: round(findMedian(reference)),
    ratio: round(ratio),
    ratios: [round(Math.min(...ratios)), round(Math.max(...ratios))],
    ...(said.aim && { met: isMet(said.aim, ratio) }),
    rounds: ours.length,
  };
}

/** Sums up rounds of so many writers. */
export function makeContentionRow(
  boundary: string,
  rounds: readonly (readonly WriterReport[])[],
): ContentionRow {
  const writers = rounds[0]?.length ?? 0;
  const sum = (reports: readonly WriterReport[], of: (report: WriterReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  const median = (of: (reports: readonly WriterReport[]) => number) => round(findMedian(rounds.map(of)));
  return {
    what: `${writers} ${writers === 1 ? 'writer' : 'writers'}, ${boundary}`,
    writers,
    boundary,
    successes: median((all) => sum(all, ({ successes, milliseconds }) => (1000 * successes) / milliseconds)),
    retries: median((all) => sum(all, ({ retries }) => retries) / sum(all, ({ successes }) => successes)),
    worstRetries: Math.max(...rounds.flat().map(({ worst }) => worst)),
    evenness: median((all) => {
      const done = all.map(({ successes }) => successes);
      return Math.min(...done) / Math.max(...done);
    }),
    rounds: rounds.length,
  };
}

function isMet(aim: Aim, ratio: number): boolean {
  return 'atLeast' in aim ? ratio >= aim.atLeast : ratio <= aim.atMost;
}

function findMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** To three digits, more before the point. */
function round(value: number): number {
  return value >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}
