import { getOwn } from '../lib/get-own.ts';
import { checkBeginnings } from './check-beginnings.ts';
import { listColumns } from './columns.ts';
import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { isBlank, listNeeded } from './needs.ts';
import { pointer } from './pointer.ts';
import type { Model, ScreenDefinition } from './schema.ts';

/** Where the fields of commands come from, and which elements nothing leads to yet. */
export function* checkSources(model: Model): Iterable<Diagnostic> {
  yield* checkScreens(model);
  yield* checkPolicies(model);
  const isEventModel =
    Object.keys(model.screens ?? {}).length > 0 ||
    (model.slices ?? []).some(({ kind }) => kind !== undefined);
  // On a board that is only stormed, all of it would be unfinished in this way.
  if (isEventModel) yield* checkBeginnings(model);
}

function* checkScreens(model: Model): Iterable<Diagnostic> {
  for (const [name, screen] of Object.entries(model.screens ?? {})) {
    if (isBlank(screen)) continue;
    const offered = listOffered(model, screen);
    if (offered === 'anything') continue;
    for (const [index, command] of (screen.issues ?? []).entries()) {
      for (const field of listNeeded(model, command)) {
        if (offered.has(field)) continue;
        const message = `The field "${field}" of the command "${command}" has no source on the screen "${name}": add it to the screen's fields, or show a read model that has it.`;
        yield makeDiagnostic('field-without-source', pointer('screens', name, 'issues', index), message);
      }
    }
  }
}

function* checkPolicies(model: Model): Iterable<Diagnostic> {
  for (const [name, policy] of Object.entries(model.policies ?? {})) {
    for (const field of listNeeded(model, policy.issues ?? '')) {
      if (Object.hasOwn(policy.with ?? {}, field)) continue;
      const message = `The field "${field}" of the command "${policy.issues}" has no source in the policy "${name}": say in "with" where it comes from.`;
      yield makeDiagnostic('field-without-source', pointer('policies', name, 'issues'), message);
    }
  }
}

/** What a person finds or types in on a screen. A read model that does not show its columns may have any. */
function listOffered(model: Model, { fields, shows }: ScreenDefinition): ReadonlySet<string> | 'anything' {
  const offered = new Set(Object.keys(fields ?? {}));
  for (const name of shows ?? []) {
    const readModel = getOwn(model.readModels, name);
    const columns = readModel && listColumns(readModel);
    if (columns === undefined) return 'anything';
    for (const column of columns) offered.add(column);
  }
  return offered;
}
