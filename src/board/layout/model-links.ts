import type { CheckDefinition, EmitDefinition, Model } from '../../model/schema.ts';

/** What the elements of a model have to do with each other, by name, without what does not exist. */
export interface ModelLinks {
  readonly emits: ReadonlyMap<string, readonly string[]>;
  readonly checks: ReadonlyMap<string, readonly string[]>;
  /** The events each constraint reads. */
  readonly reads: ReadonlyMap<string, readonly string[]>;
  /** The events each policy, read model and external system follows, and the command a policy issues. */
  readonly triggers: ReadonlyMap<string, readonly string[]>;
  readonly issues: ReadonlyMap<string, string>;
  readonly projects: ReadonlyMap<string, readonly string[]>;
  readonly notifies: ReadonlyMap<string, readonly string[]>;
  /** The commands each screen offers and each actor gives. */
  readonly offers: ReadonlyMap<string, readonly string[]>;
  readonly asks: ReadonlyMap<string, readonly string[]>;
}

type Section<T> = { readonly [name: string]: T } | undefined;

/** Collects the links of a model. */
export function linkModel(model: Model): ModelLinks {
  const { events = {}, commands = {}, constraints = {} } = model;
  const keepEvents = (names: readonly string[]) => keep(events, names);
  return {
    emits: each(model.commands, ({ emits }) => keepEvents((emits ?? []).map(nameOfEmit))),
    checks: each(model.commands, ({ checks }) => keep(constraints, (checks ?? []).map(nameOfCheck))),
    reads: each(model.constraints, ({ projections }) =>
      keepEvents(Object.values(projections ?? {}).flatMap(({ on }) => Object.keys(on ?? {}))),
    ),
    triggers: each(model.policies, ({ on }) => keepEvents(on ?? [])),
    issues: new Map(
      Object.entries(model.policies ?? {}).flatMap(([name, { issues }]): [string, string][] =>
        issues !== undefined && Object.hasOwn(commands, issues) ? [[name, issues]] : [],
      ),
    ),
    projects: each(model.readModels, ({ on }) => keepEvents(Object.keys(on ?? {}))),
    notifies: each(model.externalSystems, ({ on }) => keepEvents(on ?? [])),
    offers: each(model.screens, ({ issues }) => keep(commands, issues ?? [])),
    asks: each(model.actors, (actor) => keep(commands, listTexts(Object.entries(actor)))),
  };
}

function each<T>(
  section: Section<T>,
  list: (definition: T) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(section ?? {}).map(([name, definition]) => [name, list(definition)]));
}

function keep(section: object, names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => Object.hasOwn(section, name));
}

function listTexts(entries: readonly [string, unknown][]): readonly string[] {
  const issues = entries.find(([key]) => key === 'issues')?.[1];
  return Array.isArray(issues) ? issues.filter((name): name is string => typeof name === 'string') : [];
}

function nameOfCheck(check: CheckDefinition): string {
  return typeof check === 'string' ? check : check.constraint;
}

function nameOfEmit(emit: EmitDefinition): string {
  return typeof emit === 'string' ? emit : emit.event;
}
