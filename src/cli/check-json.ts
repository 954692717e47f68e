import type { ExampleResult } from '../decision/run-examples.ts';
import type { Exploration, ScheduleStep, Unavailable } from '../exploration/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CheckedRace } from './check-model-file.ts';
import type { LoadedModel } from './load-model.ts';

/** What `check --json` prints for a file, in one line. */
export function reportAsJson(
  { compiled, diagnostics }: LoadedModel,
  examples: readonly ExampleResult[],
  races: readonly CheckedRace[],
): object {
  return {
    model: compiled?.model.name ?? null,
    diagnostics: diagnostics.map(diagnosticAsJson),
    examples: examples.map(({ name, passed, problem }) => ({ name, passed, ...(problem && { problem }) })),
    races: races.map(({ race, results }) => ({
      name: race.name,
      strategies: Object.fromEntries(
        results.map(({ strategy, result }) => [strategy, explorationAsJson(result)]),
      ),
    })),
  };
}

/** A finding as JSON; where the file is no JSON, also its line and column. */
function diagnosticAsJson({ code, severity, at, message, range, position }: Diagnostic): object {
  return { code, severity, at, message, ...(range && { range }), ...(position && { position }) };
}

function explorationAsJson(result: Exploration | Unavailable): object {
  if ('unavailable' in result) return { unavailable: result.unavailable };
  const { schedules, verdicts, violations, outcomes, witnesses, precision, recall, ...more } = result;
  return {
    schedules,
    verdicts,
    violations,
    outcomes,
    witnesses: Object.fromEntries(
      Object.entries(witnesses).map(([shown, steps]) => [shown, steps.map(nameStep)]),
    ),
    precision,
    recall,
    ...more,
  };
}

/** A step as people write it: `#1 read`. */
export function nameStep({ command, step }: ScheduleStep): string {
  return `#${command + 1} ${step}`;
}
