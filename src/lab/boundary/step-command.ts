import type { IssuedCommand } from '../../model/schema.ts';
import type { LabDesk, RaceChoice } from '../lab-desk.ts';
import type { RaceEntry } from '../race-results.ts';
import { shownSchedule } from '../shown-schedule.ts';

export type ShownStep = Pick<LabDesk, 'size' | 'tab' | 'race' | 'schedule' | 'step' | 'strategy'>;

/** The command that takes the step a person went to in a race beside the board; null where no step was gone to. */
export function findStepCommand(shown: ShownStep, entries: readonly RaceEntry[]): IssuedCommand | null {
  const { size, tab, race, step } = shown;
  if (size !== 'open' || tab !== 'races' || race === null || step === null) return null;
  const by = findOrder(shown, race, entries)[step - 1];
  const commands = race.kind === 'found' ? race.race.commands : findEntry(race.at, entries)?.race?.commands;
  return by === undefined ? null : (commands?.[by] ?? null);
}

function findOrder(
  { schedule, strategy }: ShownStep,
  race: RaceChoice,
  entries: readonly RaceEntry[],
): readonly number[] {
  if (schedule !== null) return schedule.order;
  const known = race.kind === 'kept' ? findEntry(race.at, entries)?.results[strategy] : undefined;
  if (known?.state !== 'done' || 'unavailable' in known.result) return [];
  return shownSchedule(null, strategy, known.result).order;
}

function findEntry(at: number, entries: readonly RaceEntry[]): RaceEntry | undefined {
  return entries.find((entry) => entry.at === at);
}
