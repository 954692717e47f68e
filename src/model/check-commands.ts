import { getOwn } from '../lib/get-own.ts';
import { checkFieldNames } from './check-data.ts';
import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { parseFieldType } from './field-type.ts';
import { pointer } from './pointer.ts';
import type { CheckDefinition, CommandDefinition, EmitDefinition, Fields, Model } from './schema.ts';
import { suggestName } from './suggest-name.ts';

/** What flows into a command's checks and events, and into the commands that policies issue. */
export function* checkCommands(model: Model): Iterable<Diagnostic> {
  for (const [name, command] of Object.entries(model.commands ?? {})) {
    const at = pointer('commands', name);
    for (const [index, check] of (command.checks ?? []).entries()) {
      yield* checkArguments(model, command, check, at + pointer('checks', index));
    }
    for (const [index, emit] of (command.emits ?? []).entries()) {
      yield* checkEmit(model, command, emit, at + pointer('emits', index));
    }
    if ((command.emits ?? []).length === 0) {
      const message = `The command "${name}" leads to no event: list in "emits" what happens when it is accepted.`;
      yield makeDiagnostic('command-without-events', at, message);
    }
  }
  for (const [name, policy] of Object.entries(model.policies ?? {})) {
    const fields = getOwn(model.commands, policy.issues ?? '')?.fields;
    const owner = `command "${policy.issues}"`;
    yield* checkFieldNames(policy.with, { owner, fields }, pointer('policies', name, 'with'));
  }
}

function* checkArguments(
  model: Model,
  command: CommandDefinition,
  check: CheckDefinition,
  at: string,
): Iterable<Diagnostic> {
  const called = typeof check === 'string' ? { constraint: check } : check;
  const constraint = getOwn(model.constraints, called.constraint);
  if (constraint === undefined) return;
  const parameters = constraint.parameters ?? {};
  const given = called.with ?? {};
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(parameters, name)) continue;
    const remedy = suggestName(name, parameters, 'remove it, or add it to "parameters".');
    const message = `The constraint "${called.constraint}" has no parameter "${name}": ${remedy}`;
    yield makeDiagnostic('unknown-parameter', at + pointer('with', name), message);
  }
  for (const name of listMissing(parameters, given, command)) {
    const message = `The constraint "${called.constraint}" needs "${name}", and the command has no field of that name: add the field, or say in "with" where the value comes from.`;
    yield makeDiagnostic('missing-argument', at, message);
  }
}

function* checkEmit(
  model: Model,
  command: CommandDefinition,
  emit: EmitDefinition,
  at: string,
): Iterable<Diagnostic> {
  const emitted = typeof emit === 'string' ? { event: emit } : emit;
  const fields = getOwn(model.events, emitted.event)?.fields;
  yield* checkFieldNames(emitted.data, { owner: `event "${emitted.event}"`, fields }, `${at}/data`);
  // A command without any fields yet is unfinished, and each field of its events would be one more remark about that.
  if (command.fields === undefined && emitted.data === undefined) return;
  for (const name of listMissing(fields ?? {}, emitted.data ?? {}, command)) {
    const message = `Nothing fills the field "${name}" of the event "${emitted.event}": add it to "data" here, or give the command a field of that name.`;
    yield makeDiagnostic('unfilled-field', at, message);
  }
}

/** The fields that are neither optional, nor given, nor a field of the command too. */
function listMissing(fields: Fields, given: object, command: CommandDefinition): string[] {
  return Object.entries(fields)
    .filter(([name, type]) => {
      const isFilled = Object.hasOwn(given, name) || Object.hasOwn(command.fields ?? {}, name);
      return !isFilled && !parseFieldType(type)?.optional;
    })
    .map(([name]) => name);
}
