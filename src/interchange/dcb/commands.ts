import type {
  CheckDefinition,
  CommandDefinition,
  ConstraintDefinition,
  EmitDefinition,
} from '../../model/schema.ts';
import { type Cel, named } from './cel.ts';
import { type BuiltConstraint, buildConstraint, buildValues, type ConstraintContext } from './constraints.ts';
import type { CommandHandler, SuccessEvent } from './document.ts';
import { toWords } from './name-rule.ts';
import { printCel } from './print-cel.ts';
import { type Located, type Place, placeIn, type Report } from './report.ts';
import type { Binding, JavaScriptScope } from './scope.ts';
import { translateJson } from './template.ts';
import { translateOrReport } from './translate-or-report.ts';
import { UniqueNames } from './unique-names.ts';
import { successEventsOf, type Term } from './vocabulary.ts';

/** Gives constraints their names; the same constraint needed again, by whatever command, keeps its one name. */
export class ConstraintRegistry {
  readonly #definitions = new Map<string, ConstraintDefinition>();
  readonly #names = new Map<string, string>();
  readonly #unique = new UniqueNames((name, number) => `${name}${number}`);

  get definitions(): ReadonlyMap<string, ConstraintDefinition> {
    return this.#definitions;
  }

  register(definition: ConstraintDefinition, wanted: string): string {
    const key = JSON.stringify(definition);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = this.#unique.take(wanted);
    this.#definitions.set(name, definition);
    this.#names.set(key, name);
    return name;
  }
}

/** A command of the model, and what its test cases need to know: which constraint stands for which error message. */
export interface BuiltCommand {
  readonly definition: CommandDefinition;
  readonly errors: readonly { readonly template: string; readonly constraint: string }[];
}

/** A command handler as a command: one check per constraint check, then values that only its event or its boundary needs. */
export function buildCommand(
  name: string,
  handler: Located<CommandHandler> | undefined,
  context: ConstraintContext,
  registry: ConstraintRegistry,
): BuiltCommand {
  const fields = Object.fromEntries(context.command.fields);
  if (handler === undefined) return { definition: { fields }, errors: [] };
  const { value, ...place } = handler;
  const models = value.decisionModels ?? [];
  const commandWords = /^[A-Z].*/.exec(toWords(name).join(''))?.[0] ?? 'Command';
  const conditions = (value.constraintChecks ?? []).map((check, index) => {
    const at = placeIn(place, 'constraintChecks', index);
    const built = buildConstraint(check, models, at, context);
    const fallback = `${commandWords}Check${index + 1}`;
    return {
      built,
      template: check.errorMessage ?? '',
      constraint: registry.register(built.definition, built.suggestedName ?? fallback),
    };
  });
  const covered = new Set(conditions.flatMap(({ built }) => [...built.values.keys()]));
  const values = models.flatMap((model, index) => {
    if (covered.has(model.name) || !context.definitions.projections.has(model.name)) return [];
    const built = buildValues(model, placeIn(place, 'decisionModels', index), context);
    return [
      {
        built,
        constraint: registry.register(
          built.definition,
          built.suggestedName ?? `${commandWords}Value${index + 1}`,
        ),
      },
    ];
  });
  const all = [...conditions, ...values];
  const checks = all.map(({ built, constraint }) => bindCheck(constraint, built, place, context));
  const scope = emitScope(all, context.command);
  const emits = successEventsOf(value).map((event, index) => {
    const key = value.successEvent ? ['successEvent'] : ['successEvents', index];
    return buildEmit(event, scope, placeIn(place, ...key), context.report);
  });
  return { definition: { fields, checks: unique(checks), emits }, errors: conditions };
}

function bindCheck(
  constraint: string,
  { sources }: BuiltConstraint,
  place: Place,
  context: ConstraintContext,
): CheckDefinition {
  const scope: JavaScriptScope = { names: new Map([['command', bindCommand(context.command)]]) };
  const bindings = [...sources].flatMap(([parameter, source]): [string, string][] => {
    const at = placeIn(place, 'decisionModels');
    const typed = translateOrReport(source, scope, at, context.report, {
      consequence: `"${parameter}" is not bound`,
    });
    const text = typed && printCel(typed.cel);
    return text === undefined || text === `command.${parameter}` ? [] : [[parameter, text]];
  });
  return bindings.length === 0 ? constraint : { constraint, with: Object.fromEntries(bindings) };
}

function bindCommand(command: Term): Binding {
  return { cel: named('command'), shape: command.shape };
}

/** Emitted data sees the values of a decision model through the first constraint that reads it (D6). */
function emitScope(
  all: readonly { readonly built: BuiltConstraint; readonly constraint: string }[],
  command: Term,
): JavaScriptScope {
  const state = new Map<string, Binding>();
  for (const { built, constraint } of all) {
    for (const [model, { projection, typed }] of built.values) {
      const cel: Cel = { kind: 'member', object: named(constraint), property: projection };
      if (!state.has(model)) state.set(model, { ...typed, cel });
    }
  }
  return {
    names: new Map<string, Binding>([
      ['state', { members: state }],
      ['command', bindCommand(command)],
    ]),
  };
}

function buildEmit(
  { type, data }: SuccessEvent,
  scope: JavaScriptScope,
  place: Place,
  report: Report,
): EmitDefinition {
  const expressions = Object.entries(data ?? {}).flatMap(([field, template]): [string, string][] => {
    const typed = translateJson(template, scope, placeIn(place, 'data', field), report);
    const text = typed && printCel(typed.cel);
    // A field without an expression is taken from the command's field of the same name.
    return text === undefined || text === `command.${field}` ? [] : [[field, text]];
  });
  return expressions.length === 0 ? type : { event: type, data: Object.fromEntries(expressions) };
}

function unique(checks: readonly CheckDefinition[]): readonly CheckDefinition[] {
  return [...new Map(checks.map((check) => [JSON.stringify(check), check])).values()];
}
