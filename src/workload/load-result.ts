import type { Outcome, Unavailable, Verdict } from '../exploration/result.ts';
import type { StrategyId } from '../strategies/program.ts';

/** A mean over independent replications, with its 95 % confidence interval; with one replication there is none (null). */
export interface Estimate {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Durations in milliseconds: of all replications together, right to 2 %. */
export interface Durations {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly worst: number;
  readonly count: number;
  /** How many took about so long, ascending. */
  readonly bars: readonly { readonly ms: number; readonly count: number }[];
}

/** What a workload came to under one strategy. */
export interface StrategyLoad {
  /** Commands that ended, and that ended accepted, a second. */
  readonly throughput: Estimate;
  readonly goodput: Estimate;
  /** The share of all appends with a verdict; of waits, the share of all commands. */
  readonly verdicts: { readonly [V in Verdict]: Estimate };
  /** The share of all appends that were stopped, rightly or not. */
  readonly stopped: Estimate;
  /** The share of all appends that left the log breaking a constraint. */
  readonly violations: Estimate;
  /** The share of all commands that ended so. */
  readonly outcomes: { readonly [O in Outcome]: Estimate };
  /** Reads for each command, and the share of them that came to nothing. */
  readonly attempts: Estimate;
  readonly wasted: Estimate;
  readonly response: Durations;
  readonly wait: Durations;
  /** The share of all commands that were stopped too often, a part of them done or not. */
  readonly givenUp: Estimate;
  /** The command that took longest from when it was issued to its end, however it ended; null when none ended. */
  readonly longest: LongestCommand | null;
  /** Each command of the mix; counts over all replications. */
  readonly commands: readonly CommandLoad[];
  /** The most reads that one command needed. */
  readonly mostAttempts: number;
  /** Of missed conflicts: how many events, and how long, the read was behind at most. */
  readonly stalest: { readonly events: number; readonly ms: number };
  /** Of each concept the instances with the most stops, misses and waits, all together the worst first; counts over all replications. */
  readonly instances: readonly InstanceLoad[];
  /** The counted time in equal parts; counts over all replications. */
  readonly over: readonly LoadStretch[];
  /** Counts over all replications, from which the shares come. */
  readonly counts: LoadCounts;
}

export interface LongestCommand {
  readonly command: string;
  /** `concept:value` of each instance it was about. */
  readonly instances: readonly string[];
  /** From when it was issued to its end, and what of it was waiting for locks; in milliseconds. */
  readonly ms: number;
  readonly waited: number;
  readonly attempts: number;
  readonly outcome: Outcome;
}

export interface CommandLoad {
  readonly command: string;
  readonly ended: number;
  readonly attempts: number;
  readonly outcomes: { readonly [O in Outcome]: number };
  /** Why it was rejected or failed, and how often: the names of the constraints, or what an expression failed with. The most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly times: number }[];
}

export interface InstanceLoad {
  /** `concept:value`. */
  readonly instance: string;
  readonly concept: string;
  readonly commands: number;
  readonly stopped: number;
  readonly missed: number;
  readonly waited: number;
}

export interface LoadStretch {
  /** When it begins, in milliseconds after the warm-up. */
  readonly at: number;
  readonly ended: number;
  readonly accepted: number;
  readonly stopped: number;
  readonly missed: number;
  readonly waited: number;
}

export interface LoadCounts {
  readonly issued: number;
  readonly ended: number;
  readonly appends: number;
  readonly reads: number;
  readonly violations: number;
  readonly verdicts: { readonly [V in Verdict]: number };
  readonly outcomes: { readonly [O in Outcome]: number };
}

/** A workload simulated under strategies, on the same arrivals. Plain JSON: what the page draws and `--json` prints. */
export interface LoadResult {
  readonly workload: string;
  readonly seed: number;
  readonly replications: number;
  /** In milliseconds of simulated time, for each replication. */
  readonly warmUp: number;
  readonly duration: number;
  readonly strategies: { readonly [S in StrategyId]?: StrategyLoad | Unavailable };
  /** What about the workload itself makes its numbers say little, in sentences. */
  readonly warnings: readonly string[];
}
