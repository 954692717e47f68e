import { getOwn } from '../lib/get-own.ts';
import { checkSources } from './check-sources.ts';
import { listEventFields } from './columns.ts';
import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { pointer } from './pointer.ts';
import type { Model, ReadModelDefinition } from './schema.ts';
import { suggestName } from './suggest-name.ts';

/** Information completeness: what has no source, told at the arrow where it is missing. Events' fields are checked with their commands. */
export function* checkCompleteness(model: Model): Iterable<Diagnostic> {
  yield* checkSources(model);
  for (const [name, readModel] of Object.entries(model.readModels ?? {})) {
    yield* checkColumns(model, name, readModel);
  }
}

function* checkColumns(model: Model, name: string, readModel: ReadModelDefinition): Iterable<Diagnostic> {
  const types = Object.keys(readModel.on ?? {});
  for (const [type, expression] of Object.entries(readModel.on ?? {})) {
    const fields = getOwn(model.events, type)?.fields;
    // An event without a word about its fields is unfinished: it may have any.
    if (fields === undefined) continue;
    // Where the fields are known to the expression, whoever reads expressions tells what it lacks, with its place in it.
    const isRead = Object.keys(fields).length > 0;
    const used = new Set([
      ...(isRead ? [] : listEventFields(expression)),
      ...(isRead && types.length === 1 ? [] : listEventFields(readModel.key ?? '')),
    ]);
    for (const field of used) {
      if (Object.hasOwn(fields, field)) continue;
      const remedy = suggestName(field, fields, 'add the field to the event, or take another one here.');
      const message = `The read model "${name}" takes "${field}" from the event "${type}", which has no such field: ${remedy}`;
      yield makeDiagnostic('column-without-source', pointer('readModels', name, 'on', type), message);
    }
  }
}
