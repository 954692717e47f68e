import type { Explained } from '../../exploration/explained.ts';
import type { WitnessKey } from '../../exploration/result.ts';
import { nameStep } from './name-step.ts';

/** A schedule told step by step as JSON, with what it shows (null for any schedule that is no shortest way to anything) and how common that is. */
export function explainedAsJson(
  model: string,
  {
    race,
    strategy,
    shows,
    exploration,
    told,
  }: Omit<Explained, 'shows'> & { readonly shows: WitnessKey | null },
): object {
  const { schedules, verdicts, violations, outcomes } = exploration;
  return {
    model,
    race: race.name,
    strategy,
    shows,
    schedules,
    verdicts,
    violations,
    outcomes,
    schedule: told.steps.map(nameStep),
    ...told,
  };
}
