import { FINDING_KEYS } from '../exploration/findings.ts';
import type { Exploration } from '../exploration/result.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { ScheduleChoice } from './engine.ts';

/** The schedule that a race is shown by: the chosen one, or a shortest one to the worst that can happen (X3); to how a command ends, where nothing is ever judged. */
export function shownSchedule(
  chosen: ScheduleChoice | null,
  strategy: StrategyId,
  { witnesses }: Pick<Exploration, 'witnesses'>,
): ScheduleChoice {
  if (chosen !== null) return chosen;
  const worst = FINDING_KEYS.find((key) => witnesses[key] !== undefined);
  const steps = (worst ? witnesses[worst] : (witnesses.rejected ?? witnesses.accepted)) ?? [];
  return { strategy, order: steps.map(({ command }) => command) };
}
