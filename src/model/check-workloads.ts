import type { Json } from '../lib/json.ts';
import { checkFieldNames } from './check-data.ts';
import { describeJson } from './describe-json.ts';
import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { readFieldTypes } from './field-type.ts';
import { fitsType } from './fits-type.ts';
import { pointer } from './pointer.ts';
import type { CommandDefinition, Model, Workload } from './schema.ts';

/** Workloads in which nothing is ever issued, or whose data is not what the commands take. */
export function* checkWorkloads(model: Model): Iterable<Diagnostic> {
  for (const [name, workload] of Object.entries(model.workloads ?? {})) {
    const at = pointer('workloads', name, 'commands');
    yield* checkWeights(name, workload, at);
    for (const [command, { data }] of Object.entries(workload.commands ?? {})) {
      const definition = model.commands?.[command];
      if (definition) yield* checkData(command, definition, data ?? {}, `${at}${pointer(command, 'data')}`);
    }
  }
}

function* checkWeights(name: string, { commands }: Workload, at: string): Iterable<Diagnostic> {
  if (commands === undefined) return;
  const weights = Object.values(commands).map(({ weight = 1 }) => weight);
  if (weights.some((weight) => weight > 0)) return;
  const remedy =
    weights.length > 0
      ? 'all weights are 0: give one a larger one.'
      : 'name one, or leave out "commands" for all.';
  yield makeDiagnostic('idle-workload', at, `The workload "${name}" issues no command: ${remedy}`);
}

/** Each field has a value, or a list of values to choose from. */
function* checkData(
  command: string,
  { fields }: CommandDefinition,
  data: { readonly [field: string]: Json },
  at: string,
): Iterable<Diagnostic> {
  yield* checkFieldNames(data, { owner: `command "${command}"`, fields }, at);
  for (const [field, type] of readFieldTypes(fields)) {
    const written = Object.hasOwn(data, field) ? data[field] : undefined;
    if (written === undefined) continue;
    const values = Array.isArray(written) ? written : [written];
    const wrong = values.find((value) => !fitsType(value, type));
    if (wrong === undefined && values.length > 0) continue;
    const found =
      wrong === undefined ? 'there is none in the list' : `one of its values is ${describeJson(wrong)}`;
    const message = `The field "${field}" of the command "${command}" is ${JSON.stringify(fields?.[field])}, but ${found}: correct one of them.`;
    yield makeDiagnostic('wrong-value', at + pointer(field), message);
  }
}
