import type { Unavailable } from '../../exploration/result.ts';
import type {
  BadWorkload,
  FindQuestion,
  LoadQuestion,
  WorkloadQuestion,
} from '../../lab/load/load-engine.ts';
import type { FoundOne } from '../../workload/find-one.ts';
import type { LoadResult } from '../../workload/load-result.ts';
import type { PlannedLoad } from '../../workload/plan-load.ts';
import type { LoadEvent } from '../../workload/run-load.ts';
import type { Sweep } from '../../workload/sweep.ts';
import type { SweepEvent, SweepResult } from '../../workload/sweep-load.ts';

/** What a worker of the lab is asked about load. */
export interface LoadQuestions {
  readonly planLoad: {
    readonly argument: Omit<WorkloadQuestion, 'model'>;
    readonly progress: never;
    readonly result: { readonly plan: PlannedLoad } | BadWorkload;
  };
  readonly runLoad: {
    readonly argument: Omit<LoadQuestion, 'model'>;
    readonly progress: LoadEvent;
    readonly result: LoadResult | BadWorkload;
  };
  readonly findOne: {
    readonly argument: Omit<FindQuestion, 'model'>;
    readonly progress: { readonly share: number };
    readonly result: FoundOne | Unavailable | BadWorkload | null;
  };
  readonly sweepLoad: {
    readonly argument: Omit<LoadQuestion, 'model'> & { readonly sweep: Sweep };
    readonly progress: SweepEvent;
    readonly result: SweepResult | BadWorkload;
  };
}
