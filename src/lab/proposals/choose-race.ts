import type { Exploration, Unavailable } from '../../exploration/result.ts';
import type { Model, Race } from '../../model/schema.ts';
import type { LabEngine } from '../engine.ts';
import { proposeRaces } from './propose-races.ts';

/** How telling a race is: whether its commands can be in each other's way, and whether they get through at all. */
const WORTH = { breaks: 4, misses: 3, bothGoThrough: 2, someGoThrough: 1, nothing: 0 } as const;

/**
 * The first of the proposed races in which the commands can get in each other's way; where they never do, one in which
 * all of them go through. Tried where nothing is guarded, since only there everything can be seen. Where the engine
 * fails, it is the best so far. Rejects when there is nothing to propose.
 */
export async function chooseRace(
  engine: Pick<LabEngine, 'explore'>,
  model: Model,
  names: readonly string[],
): Promise<Race> {
  const races = proposeRaces(model, names);
  let [best] = races;
  let most: number = WORTH.nothing;
  if (best === undefined) throw new Error('There is no command to race.');
  for (const race of races) {
    const result = await engine.explore({ model, race, strategy: 'unguarded' }).catch(() => null);
    if (result === null) break;
    const worth = rate(result, names.length);
    if (worth > most) [best, most] = [race, worth];
    if (worth === WORTH.breaks) break;
  }
  return best;
}

function rate(result: Exploration | Unavailable, commands: number): number {
  if ('unavailable' in result) return WORTH.nothing;
  const { schedules, verdicts, violations, outcomes } = result;
  if (violations !== '0') return WORTH.breaks;
  if (verdicts.missedConflict !== undefined) return WORTH.misses;
  const accepted = BigInt(outcomes.accepted ?? '0');
  if (accepted === BigInt(schedules) * BigInt(commands)) return WORTH.bothGoThrough;
  return accepted > 0n ? WORTH.someGoThrough : WORTH.nothing;
}
