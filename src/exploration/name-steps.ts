import type { PreparedRace } from './prepare-race.ts';
import { Replay } from './replay.ts';
import type { ScheduleStep } from './result.ts';

/** A schedule given by its commands, with the kind of each step. */
export function nameSteps(race: PreparedRace, commands: readonly number[]): readonly ScheduleStep[] {
  const replay = new Replay(race);
  return commands.map((command) => ({ command, step: replay.take(command).kind }));
}
