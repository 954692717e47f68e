import { type RaceWalk, START } from './race-walk.ts';
import type { ScheduleStep } from './result.ts';

/** A schedule given by its commands, with the kind of each step. Throws where a command has none to take: the schedule is no prefix of the race's. */
export function nameSteps(walk: RaceWalk, commands: readonly number[]): readonly ScheduleStep[] {
  let state = START;
  return commands.map((command) => {
    const step = walk.nextOf(state, command);
    if (step === null) throw new Error(`command ${command} has no step to take`);
    state = walk.step(state, command).next;
    return { command, step };
  });
}
