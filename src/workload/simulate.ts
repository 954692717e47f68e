import type { CompiledModel } from '../decision/compiled-model.ts';
import type { Unavailable } from '../exploration/result.ts';
import { HomelessEvent } from '../exploration/take-step.ts';
import type { StrategyId } from '../strategies/program.ts';
import { STRATEGIES } from '../strategies/registry.ts';
import { sayHomeless } from '../strategies/say-homeless.ts';
import { findHomeless } from '../strategies/streams.ts';
import type { LoadPlan } from './load-plan.ts';
import { Simulation, type SimulationWatch } from './simulation.ts';
import type { LoadTally } from './tally.ts';

/** How far a replication is on its own clock, in milliseconds. */
export interface SimulationProgress {
  readonly at: number;
  readonly until: number;
  readonly commands: number;
}

const BETWEEN_REPORTS = 4096;

/**
 * Runs a workload once under a strategy on a simulated clock. Equal seeds and replication numbers give equal results,
 * and under all strategies the same commands arrive at the same times. Yields its progress from time to time: whoever
 * runs it may pause there or drop it. Returns why there is no result where the strategy cannot be used (S4).
 */
export function* simulate(
  model: CompiledModel,
  plan: LoadPlan,
  strategy: StrategyId,
  seed: number,
  replication: number,
  watch: SimulationWatch = {},
): Generator<SimulationProgress, LoadTally | Unavailable> {
  const homeless = plan.mix
    .map(({ command }) => (STRATEGIES[strategy].needsStreams ? findHomeless(model, command.name) : null))
    .find((event) => event !== null);
  if (homeless !== undefined && homeless !== null) return { unavailable: sayHomeless(homeless) };
  try {
    const simulation = new Simulation(model, plan, STRATEGIES[strategy], seed, replication, watch);
    const until = plan.warmUp + plan.duration;
    for (let happened = 1; simulation.advance(); happened++) {
      if (happened % BETWEEN_REPORTS === 0) yield { at: simulation.now, until, commands: simulation.issued };
    }
    return simulation.tally;
  } catch (error) {
    if (!(error instanceof HomelessEvent)) throw error;
    return { unavailable: sayHomeless(error.event) };
  }
}
