import type { ConstraintDefinition, FieldType, ProjectionDefinition } from '../../model/schema.ts';
import { binary, type Cel, join, NULL, named } from './cel.ts';
import type { ConstraintCheck, DecisionModel, Projection } from './document.ts';
import { membersUsed } from './javascript.ts';
import type { Definitions } from './merge-documents.ts';
import { nameRule, toWords } from './name-rule.ts';
import { negateCel } from './negate-cel.ts';
import { findNullHazards } from './null-safety.ts';
import { Parameters, toCelName } from './parameters.ts';
import { printCel } from './print-cel.ts';
import type { ProjectionShelf } from './projection-shelf.ts';
import type { Located, Place, Report } from './report.ts';
import type { Binding, Typed } from './scope.ts';
import { parseTemplate } from './template.ts';
import { translateOrReport } from './translate-or-report.ts';
import type { Term } from './vocabulary.ts';

/** A constraint that a command checks: the parameters' sources are JavaScript over `command`. */
export interface BuiltConstraint {
  readonly definition: ConstraintDefinition;
  readonly suggestedName: string | undefined;
  readonly sources: ReadonlyMap<string, string>;
  /** The value of each decision model it reads, as `name` for the constraint's own name and projection. */
  readonly values: ReadonlyMap<string, { readonly projection: string; readonly typed: Typed }>;
}

/** What constraints are built from: the definitions of the whole import, and the command they are for. */
export interface ConstraintContext {
  readonly definitions: Definitions;
  readonly shelf: ProjectionShelf;
  readonly report: Report;
  readonly command: Term;
}

/** One check as a constraint: its rule is the opposite of the condition, its projections those that the condition mentions. */
export function buildConstraint(
  check: ConstraintCheck,
  models: readonly DecisionModel[],
  place: Place,
  context: ConstraintContext,
): BuiltConstraint {
  const mentioned = membersUsed(check.condition, 'state');
  const base = bindModels(
    models.filter(({ name }) => mentioned.includes(name)),
    place,
    context,
  );
  const message = check.errorMessage ? translateMessage(check.errorMessage, base) : undefined;
  const rule = translateRule(
    check.condition,
    base,
    { file: place.file, at: `${place.at}/condition` },
    context,
  );
  return {
    definition: {
      ...describe(base),
      ...(rule && { rule: printCel(guardNulls(rule, base)) }),
      ...(message !== undefined && { message }),
    },
    suggestedName: rule && nameRule(rule),
    sources: base.parameters.sources,
    values: base.values,
  };
}

/** A constraint without a rule, for a decision model that no condition mentions: what it reads still belongs to the boundary (D4, B1). */
export function buildValues(model: DecisionModel, place: Place, context: ConstraintContext): BuiltConstraint {
  const base = bindModels([model], place, context);
  const words = toWords(model.name).join('');
  const suggestedName = /^[A-Z]/.test(words) ? words : undefined;
  return { definition: describe(base), suggestedName, sources: base.parameters.sources, values: base.values };
}

interface Base {
  readonly parameters: Parameters;
  readonly projections: ReadonlyMap<string, ProjectionDefinition>;
  readonly values: BuiltConstraint['values'];
}

function bindModels(models: readonly DecisionModel[], place: Place, context: ConstraintContext): Base {
  const parameters = new Parameters(context.command);
  const bound = models.flatMap((model) => {
    const projection = findProjection(model, place, context);
    return projection
      ? [{ model, projection, names: parameters.bind(projection.value, model.parameters ?? []) }]
      : [];
  });
  const projections = new Map<string, ProjectionDefinition>();
  const values = new Map<string, { projection: string; typed: Typed }>();
  for (const { model, projection, names } of bound) {
    const built = context.shelf.take(projection, names);
    let name = toCelName(model.name);
    while (projections.has(name) || parameters.types.has(name)) name += '_';
    parameters.reserve(name);
    projections.set(name, built.definition);
    values.set(model.name, { projection: name, typed: { cel: named(name), shape: built.shape } });
  }
  return { parameters, projections, values };
}

function findProjection(
  model: DecisionModel,
  place: Place,
  context: ConstraintContext,
): Located<Projection> | undefined {
  const projection = context.definitions.projections.get(model.name);
  if (projection === undefined) {
    const message = `There is no projection "${model.name}": define it, or import the file that does.`;
    context.report.add(place, 'error', 'dcb-unknown-projection', message);
    return undefined;
  }
  if (context.shelf.spend(projection)) return projection;
  const message = 'There are too many checks on too large projections: from here on they are left out.';
  context.report.add({ file: place.file, at: '' }, 'error', 'dcb-too-large', message);
  return undefined;
}

function describe({ parameters, projections }: Base): ConstraintDefinition {
  const types: ReadonlyMap<string, FieldType> = parameters.types;
  return {
    ...(types.size > 0 && { parameters: Object.fromEntries(types) }),
    projections: Object.fromEntries(projections),
  };
}

function translateRule(
  condition: string,
  base: Base,
  place: Place,
  context: ConstraintContext,
): Cel | undefined {
  const state = new Map([...base.values].map(([name, { typed }]): [string, Binding] => [name, typed]));
  const command = {
    members: base.parameters.standIns,
    self: { cel: named('command'), shape: context.command.shape },
  };
  const names = new Map<string, Binding>([
    ['state', { members: state }],
    ['command', command],
  ]);
  const consequence = 'the constraint is kept without a rule, so that what it reads stays in the boundary';
  const options = { asCondition: true, consequence };
  const rejects = translateOrReport(condition, { names }, place, context.report, options);
  return rejects && negateCel(rejects.cel);
}

/** Checks in JavaScript run one after the other, so that a later one may rely on an earlier one to have ruled out null; ours all run (D5). */
function guardNulls(rule: Cel, { values }: Base): Cel {
  const nullable = [...values.values()].filter(({ typed }) => typed.shape.nullable === true);
  const hazards = findNullHazards(rule, new Set(nullable.map(({ projection }) => projection)));
  return join('||', [...hazards.map((name) => binary('==', named(name), NULL)), rule]);
}

function translateMessage(template: string, { parameters, values }: Base): string {
  const parts = parseTemplate(template).map((part) => {
    if ('text' in part) return part.text;
    const [root = '', name = '', ...deeper] = part.expression.trim().split('.');
    const known = root === 'command' ? parameters.standInFor(name) : values.get(name)?.projection;
    const isPlain = deeper.length === 0 && known !== undefined && ['command', 'state'].includes(root);
    return `{${isPlain ? known : part.expression}}`;
  });
  return parts.join('');
}
