import type { ExampleResult } from '../decision/run-examples.ts';
import type { CheckedRace } from '../exploration/checked-race.ts';
import { raceAsJson } from '../interchange/json/race-as-json.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
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
    races: races.map(raceAsJson),
  };
}

/** A finding as JSON; where the file is no JSON, also its line and column. */
function diagnosticAsJson({ code, severity, at, message, range, position }: Diagnostic): object {
  return { code, severity, at, message, ...(range && { range }), ...(position && { position }) };
}
