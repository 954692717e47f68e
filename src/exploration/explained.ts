import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { Exploration, ToldSchedule, WitnessKey } from './result.ts';

/** A witness with all it takes to tell it. */
export interface Explained {
  readonly race: Race;
  readonly strategy: StrategyId;
  readonly shows: WitnessKey;
  readonly exploration: Exploration;
  readonly told: ToldSchedule;
}
