import { checkCommands } from './check-commands.ts';
import { checkCompleteness } from './check-completeness.ts';
import { checkExamples } from './check-examples.ts';
import { checkFieldTypes } from './check-field-types.ts';
import { checkMigrations } from './check-migrations.ts';
import { checkNames } from './check-names.ts';
import { checkReferences } from './check-references.ts';
import { checkUsage } from './check-usage.ts';
import { checkWorkloads } from './check-workloads.ts';
import type { Diagnostic } from './diagnostic.ts';
import { limitDiagnostics } from './limit-diagnostics.ts';
import type { Model } from './schema.ts';

/** Everything there is to say about a model without reading its expressions; at most 1,000 findings, all of which `MODEL_CODES` lists. */
export function checkModel(model: Model): Diagnostic[] {
  return limitDiagnostics(findAll(model));
}

function* findAll(model: Model): Iterable<Diagnostic> {
  yield* checkNames(model);
  yield* checkFieldTypes(model);
  yield* checkReferences(model);
  yield* checkCommands(model);
  yield* checkCompleteness(model);
  yield* checkUsage(model);
  yield* checkExamples(model);
  yield* checkWorkloads(model);
  yield* checkMigrations(model);
}
