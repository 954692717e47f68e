import type { AggregateDefinition, CommandDefinition, Model, PolicyDefinition, Race } from './schema.ts';

/** What a slice is made around, by name. */
export interface SliceRoots {
  readonly commands: readonly string[];
  readonly events: readonly string[];
  /** Whether policies react to what the commands emit; not where it is left out (P1). */
  readonly policies?: boolean;
}

type Section<D> = { readonly [name: string]: D };

/** The part of a model that decisions, guards and streams can depend on: no texts, no canvas, no examples, no races. */
export function coreOf(model: Model): Model {
  return {
    ambit: model.ambit,
    name: '',
    events: mapSection(model.events, ({ description: _, visibility: __, context: ___, ...rest }) => rest),
    constraints: mapSection(model.constraints, ({ description: _, ...rest }) => rest),
    commands: mapSection(model.commands, ({ description: _, ...rest }) => rest),
    aggregates: mapSection(model.aggregates, ({ description: _, ...rest }) => rest),
    policies: mapSection(model.policies, ({ description: _, ...rest }) => rest),
  };
}

/**
 * The part of a model that runs of some commands over some events can depend on: the commands, the constraints they
 * check, every event that is emitted, read or given, the policies that react in it, and, with `streams`, the aggregates as far as they own one of
 * these. Two models with equal slices give equal results.
 */
export function sliceModel(model: Model, roots: SliceRoots, { streams }: { streams: boolean }): Model {
  const core = coreOf(model);
  const reached = new Set(roots.commands);
  const policies = roots.policies === true ? followPolicies(core, reached) : null;
  const commands = pick(core.commands, reached);
  const definitions = Object.values(commands);
  const constraints = pick(core.constraints, new Set(definitions.flatMap(listChecked)));
  const named = new Set([
    ...roots.events,
    ...definitions.flatMap(listEmitted),
    ...Object.values(constraints).flatMap(({ projections }) =>
      Object.values(projections ?? {}).flatMap(({ on }) => Object.keys(on ?? {})),
    ),
  ]);
  const events = pick(core.events, named);
  const aggregates = streams ? ownersOf(core.aggregates, named) : {};
  const part = { ambit: core.ambit, name: '', events, constraints, commands, aggregates };
  return policies === null ? part : { ...part, policies };
}

/** The policies that react to what some commands emit, and so on; the commands that they issue are added to these. */
function followPolicies(core: Model, reached: Set<string>): Section<PolicyDefinition> {
  const used = new Set<string>();
  for (const name of reached) {
    const emitted = listEmitted(core.commands?.[name] ?? {});
    for (const [policy, { on = [], issues = '' }] of Object.entries(core.policies ?? {})) {
      if (!on.some((type) => emitted.includes(type))) continue;
      used.add(policy);
      // A set that grows is gone through to its new end.
      reached.add(issues);
    }
  }
  return pick(core.policies, used);
}

/** What a race names of its model. */
export function rootsOf(race: Race): SliceRoots {
  return {
    commands: (race.commands ?? []).map(({ command }) => command),
    events: (race.given ?? []).map(({ event }) => event),
    policies: race.policies === true,
  };
}

/** The names of the constraints that a command checks. */
function listChecked({ checks }: CommandDefinition): string[] {
  return (checks ?? []).map((check) => (typeof check === 'string' ? check : check.constraint));
}

/** The names of the events that a command emits. */
function listEmitted({ emits }: CommandDefinition): string[] {
  return (emits ?? []).map((emit) => (typeof emit === 'string' ? emit : emit.event));
}

function ownersOf(
  aggregates: Section<AggregateDefinition> | undefined,
  events: ReadonlySet<string>,
): Section<AggregateDefinition> {
  return Object.fromEntries(
    Object.entries(aggregates ?? {}).flatMap(([name, aggregate]) => {
      const owned = (aggregate.events ?? []).filter((event) => events.has(event));
      return owned.length > 0 ? [[name, { ...aggregate, events: owned }]] : [];
    }),
  );
}

/** The named parts of a section, in its order. */
function pick<D>(section: Section<D> | undefined, names: ReadonlySet<string>): Section<D> {
  return Object.fromEntries(Object.entries(section ?? {}).filter(([name]) => names.has(name)));
}

function mapSection<D, R>(section: Section<D> | undefined, change: (definition: D) => R): Section<R> {
  return Object.fromEntries(
    Object.entries(section ?? {}).map(([name, definition]) => [name, change(definition)]),
  );
}
