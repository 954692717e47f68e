import type { Unavailable } from '../../exploration/result.ts';
import type { Model, Workload } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { FindOptions, FoundOne } from '../../workload/find-one.ts';
import type { LoadResult } from '../../workload/load-result.ts';
import type { LoadTrouble, PlannedLoad } from '../../workload/plan-load.ts';
import type { LoadEvent } from '../../workload/run-load.ts';
import type { Sweep } from '../../workload/sweep.ts';
import type { SweepEvent, SweepResult } from '../../workload/sweep-load.ts';
import type { Watch } from '../engine.ts';

/** A workload that cannot be run: why, with the places in it. */
export interface BadWorkload {
  readonly troubles: readonly LoadTrouble[];
}

export interface WorkloadQuestion {
  readonly model: Model;
  readonly name: string;
  /** What it leaves open is decided from the model alone; `{}` leaves open everything. */
  readonly workload: Workload;
}

export interface LoadQuestion extends WorkloadQuestion {
  readonly seed: number;
  readonly replications: number;
  /** Left out: all of them. */
  readonly strategies?: readonly StrategyId[];
}

export interface FindQuestion extends WorkloadQuestion, FindOptions {
  /** Where in a sweep it was counted; left out: in the workload as it is. */
  readonly point?: { readonly parameter: string; readonly value: number };
}

/**
 * What the page asks about load. Questions are worked on one after the other, beside the page; the numbers are those of
 * `ambit load` for the same seed. What was told before a question is given up stays true: a result tells of as many
 * replications as it names.
 */
export interface LoadEngine {
  /** What a workload comes to with all that it leaves open decided. */
  readonly planLoad: (
    question: WorkloadQuestion,
    watch?: Watch<never>,
  ) => Promise<{ readonly plan: PlannedLoad } | BadWorkload>;
  /** Tells a result after each replication, and how far it is in between. */
  readonly runLoad: (question: LoadQuestion, watch?: Watch<LoadEvent>) => Promise<LoadResult | BadWorkload>;
  /** Something that was counted, as a race with a schedule that shows it; null when there is none. */
  readonly findOne: (
    question: FindQuestion,
    watch?: Watch<{ readonly share: number }>,
  ) => Promise<FoundOne | Unavailable | BadWorkload | null>;
  /** Tells each point when it has another replication, and how far it is in between. */
  readonly sweepLoad: (
    question: LoadQuestion & { readonly sweep: Sweep },
    watch?: Watch<SweepEvent>,
  ) => Promise<SweepResult | BadWorkload>;
}
