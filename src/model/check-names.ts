import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { isIdentifier, isVariableName } from './identifier.ts';
import { pointer } from './pointer.ts';
import type { ConstraintDefinition, Model } from './schema.ts';

/** What an expression sees besides the parameters. */
const BESIDE_PARAMETERS = new Set(['command', 'now', 'state', 'event', 'time']);
/** What a rule sees besides the projections and parameters. */
const BESIDE_PROJECTIONS = new Set(['command', 'now']);

/** Names that expressions or tags cannot use, and names given twice. */
export function* checkNames(model: Model): Iterable<Diagnostic> {
  yield* checkFieldNames(model);
  for (const [name, constraint] of Object.entries(model.constraints ?? {})) {
    yield* checkConstraintNames(name, constraint);
  }
  yield* checkElementNames(model);
  yield* checkTagNames(model);
  for (const section of ['examples', 'races', 'slices'] as const) {
    yield* checkRepeatedNames(section, model[section] ?? []);
  }
}

function* checkFieldNames(model: Model): Iterable<Diagnostic> {
  for (const section of ['events', 'commands'] as const) {
    const self = section === 'events' ? 'event' : 'command';
    for (const [owner, { fields }] of Object.entries(model[section] ?? {})) {
      for (const name of Object.keys(fields ?? {}).filter((field) => !isIdentifier(field))) {
        const message = `Expressions can reach the field "${name}" only as ${self}[${JSON.stringify(name)}]: use letters, digits and _ to have ${self}.name.`;
        yield makeDiagnostic('awkward-name', pointer(section, owner, 'fields', name), message);
      }
    }
  }
}

function* checkConstraintNames(name: string, constraint: ConstraintDefinition): Iterable<Diagnostic> {
  const at = pointer('constraints', name);
  const parameters = constraint.parameters ?? {};
  const projections = Object.keys(constraint.projections ?? {});
  for (const parameter of Object.keys(parameters)) {
    const place = at + pointer('parameters', parameter);
    if (!isVariableName(parameter)) yield reportNoIdentifier('parameter', parameter, place);
    else if (BESIDE_PARAMETERS.has(parameter)) yield reportTaken('parameter', parameter, place);
  }
  for (const projection of projections) {
    const place = at + pointer('projections', projection);
    const isTaken = BESIDE_PROJECTIONS.has(projection) || Object.hasOwn(parameters, projection);
    if (!isVariableName(projection)) yield reportNoIdentifier('projection', projection, place);
    else if (isTaken) yield reportTaken('projection', projection, place);
  }
  if (constraint.rule === undefined && projections.length > 0 && !isVariableName(name)) {
    const message = `The constraint "${name}" only provides values, but events cannot use them as Constraint.projection: give it a name of letters, digits and _.`;
    yield makeDiagnostic('awkward-name', at, message);
  }
}

function* checkElementNames(model: Model): Iterable<Diagnostic> {
  for (const [name, { checks }] of Object.entries(model.commands ?? {})) {
    for (const [index, check] of (checks ?? []).entries()) {
      const element = typeof check === 'string' ? undefined : check.as;
      if (element === undefined || isVariableName(element)) continue;
      yield reportNoIdentifier('element', element, pointer('commands', name, 'checks', index, 'as'));
    }
  }
}

function* checkTagNames(model: Model): Iterable<Diagnostic> {
  const isWrong = (tag: string) => tag === '' || tag.includes(':');
  const report = (tag: string, at: string) => {
    const message = `The tag "${tag}" cannot be told apart in concept:value: give it a name without a colon.`;
    return makeDiagnostic('wrong-tag-name', at + pointer(tag), message);
  };
  for (const tag of Object.keys(model.tags ?? {}).filter(isWrong)) yield report(tag, '/tags');
  for (const [name, { tags }] of Object.entries(model.events ?? {})) {
    for (const tag of Object.keys(tags ?? {}).filter(isWrong))
      yield report(tag, pointer('events', name, 'tags'));
  }
  for (const [name, { projections }] of Object.entries(model.constraints ?? {})) {
    for (const [projection, { tags }] of Object.entries(projections ?? {})) {
      const at = pointer('constraints', name, 'projections', projection, 'tags');
      for (const tag of Object.keys(tags ?? {}).filter(isWrong)) yield report(tag, at);
    }
  }
}

function* checkRepeatedNames(
  section: string,
  entries: readonly { readonly name: string }[],
): Iterable<Diagnostic> {
  const seen = new Set<string>();
  for (const [index, { name }] of entries.entries()) {
    if (seen.has(name)) {
      const message = `Another one of the ${section} is already called "${name}": rename one of them.`;
      yield makeDiagnostic('repeated-name', pointer(section, index, 'name'), message);
    }
    seen.add(name);
  }
}

function reportNoIdentifier(kind: string, name: string, at: string): Diagnostic {
  const why =
    /^\w+$/.test(name) && !/^\d/.test(name)
      ? 'as CEL keeps this word for itself'
      : 'as it is not made of letters, digits and _';
  return makeDiagnostic(
    'not-an-identifier',
    at,
    `Expressions cannot use the ${kind} "${name}", ${why}: rename it.`,
  );
}

function reportTaken(kind: string, name: string, at: string): Diagnostic {
  return makeDiagnostic(
    'name-taken',
    at,
    `The ${kind} "${name}" would hide another value of that name: rename it.`,
  );
}
