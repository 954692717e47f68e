import type { CompiledModel } from '../decision/compiled-model.ts';
import { exploreSteps } from '../exploration/explore.ts';
import type { Exploration, Unavailable } from '../exploration/result.ts';
import { groupDigits } from '../lib/format-number.ts';
import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import { STRATEGIES } from '../strategies/registry.ts';
import type { Io } from './io.ts';
import { runWithProgress } from './progress.ts';

/** Explores a race under a strategy, and tells how far it is where that takes long. */
export function exploreRace(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  io: Io,
): Promise<Exploration | Unavailable> {
  const name = `${race.name}, ${STRATEGIES[strategy].name}`;
  return runWithProgress(exploreSteps(model, race, strategy), io, ({ states, waiting }) => {
    return `${name}: ${groupDigits(states)} states found, ${groupDigits(waiting)} still to look at`;
  });
}
