import type { CompiledModel } from '../decision/compiled-model.ts';
import type { Unavailable } from '../exploration/result.ts';
import { STRATEGY_IDS, type StrategyId } from '../strategies/program.ts';
import type { LoadPlan } from './load-plan.ts';
import type { LoadResult, StrategyLoad } from './load-result.ts';
import { simulate } from './simulate.ts';
import { summariseLoad } from './summarise-load.ts';
import type { LoadTally } from './tally.ts';
import { warnAbout } from './warn-about.ts';

export interface LoadOptions {
  readonly seed: number;
  readonly replications: number;
  /** Left out: all of them. */
  readonly strategies?: readonly StrategyId[];
}

/** What is told while a workload runs: how far it is, or the result of the replications so far. */
export type LoadEvent =
  | {
      readonly kind: 'progress';
      readonly strategy: StrategyId;
      readonly replication: number;
      /** How much of everything is done, from 0 to 1. */
      readonly share: number;
    }
  | { readonly kind: 'result'; readonly result: LoadResult };

/**
 * Runs a workload under strategies, one replication of all of them after the other, on the same arrivals. Yields a
 * result after each replication, and its progress in between: whoever runs it may stop at any time and keep the last
 * one. Returns the result of all replications.
 */
export function* runLoad(
  model: CompiledModel,
  plan: LoadPlan,
  { seed, replications, strategies = STRATEGY_IDS }: LoadOptions,
): Generator<LoadEvent, LoadResult> {
  const tallies = new Map<StrategyId, LoadTally[]>();
  const unavailable = new Map<StrategyId, Unavailable>();
  let result = summarise(plan, seed, 0, tallies, unavailable);
  for (let replication = 0; replication < replications; replication++) {
    for (const [index, strategy] of strategies.entries()) {
      if (unavailable.has(strategy)) continue;
      const steps = simulate(model, plan, strategy, seed, replication);
      let step = steps.next();
      while (!step.done) {
        const part = step.value.at / step.value.until;
        const share = (replication + (index + part) / strategies.length) / replications;
        yield { kind: 'progress', strategy, replication, share };
        step = steps.next();
      }
      if ('unavailable' in step.value) unavailable.set(strategy, step.value);
      else tallies.set(strategy, [...(tallies.get(strategy) ?? []), step.value]);
    }
    result = summarise(plan, seed, replication + 1, tallies, unavailable);
    yield { kind: 'result', result };
  }
  return result;
}

function summarise(
  { name, warmUp, duration }: LoadPlan,
  seed: number,
  replications: number,
  tallies: ReadonlyMap<StrategyId, readonly LoadTally[]>,
  unavailable: ReadonlyMap<StrategyId, Unavailable>,
): LoadResult {
  const strategies: { [S in StrategyId]?: StrategyLoad | Unavailable } = {};
  for (const id of STRATEGY_IDS) {
    const own = tallies.get(id);
    const reason = unavailable.get(id);
    if (own !== undefined) strategies[id] = summariseLoad(own);
    else if (reason !== undefined) strategies[id] = reason;
  }
  const warnings = warnAbout(strategies);
  return { workload: name, seed, replications, warmUp, duration, strategies, warnings };
}
