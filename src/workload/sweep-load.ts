import type { CompiledModel } from '../decision/compiled-model.ts';
import type { Workload } from '../model/schema.ts';
import type { LoadPlan } from './load-plan.ts';
import type { LoadResult } from './load-result.ts';
import { type LoadTrouble, planLoad } from './plan-load.ts';
import { type LoadEvent, type LoadOptions, runLoad } from './run-load.ts';
import { type Sweep, varyWorkload } from './sweep.ts';

/** A workload at each value of one parameter. Plain JSON. */
export interface SweepResult {
  readonly workload: string;
  readonly parameter: string;
  readonly seed: number;
  /** Ascending; each with as many replications as were done. */
  readonly points: readonly SweepPoint[];
}

export interface SweepPoint {
  readonly value: number;
  readonly result: LoadResult;
}

/** What is told while a sweep runs: how far it is, or the result at one value, which refines what was told before. */
export type SweepEvent =
  | { readonly kind: 'progress'; readonly value: number; readonly share: number }
  | { readonly kind: 'point'; readonly value: number; readonly result: LoadResult };

/** Plans for all values of a sweep, or what is wrong with the workload at one of them. */
export function planSweep(
  model: CompiledModel,
  name: string,
  workload: Workload,
  { parameter, values }: Sweep,
):
  | readonly { readonly value: number; readonly plan: LoadPlan }[]
  | { readonly troubles: readonly LoadTrouble[] } {
  const plans = [];
  for (const value of values) {
    const plan = planLoad(model, name, varyWorkload(workload, parameter, value, model.model));
    if ('troubles' in plan) return plan;
    plans.push({ value, plan });
  }
  return plans;
}

/**
 * Runs a workload at each value of a sweep, one replication at all of them after the other, with the same chance at each
 * value and under each strategy. Whoever runs it may stop at any time and keep the points it was told. Returns all.
 */
export function* sweepLoad(
  model: CompiledModel,
  parameter: string,
  plans: readonly { readonly value: number; readonly plan: LoadPlan }[],
  options: LoadOptions,
): Generator<SweepEvent, SweepResult> {
  const runs = plans.map(({ value, plan }) => ({ value, steps: runLoad(model, plan, options) }));
  const points = new Map<number, LoadResult>();
  const whole = runs.length * options.replications;
  for (let round = 0; round < options.replications; round++) {
    for (const [index, { value, steps }] of runs.entries()) {
      yield { kind: 'progress', value, share: (round * runs.length + index) / whole };
      const result = yield* runReplication(steps, (part) => ({
        kind: 'progress',
        value,
        // A run tells its share of all its replications; one is over where the next begins.
        share: (round * runs.length + index + part * options.replications - round) / whole,
      }));
      points.set(value, result);
      yield { kind: 'point', value, result };
    }
  }
  return {
    workload: plans[0]?.plan.name ?? '',
    parameter,
    seed: options.seed,
    points: [...points].map(([value, result]) => ({ value, result })),
  };
}

/** Goes on with a run up to the end of its present replication. */
function* runReplication(
  steps: Generator<LoadEvent, LoadResult>,
  tell: (share: number) => SweepEvent,
): Generator<SweepEvent, LoadResult> {
  for (let step = steps.next(); !step.done; step = steps.next()) {
    if (step.value.kind === 'result') return step.value.result;
    yield tell(step.value.share);
  }
  throw new Error('A run ends after its last replication');
}
