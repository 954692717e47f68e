import type { CompiledCommand, CompiledEvent, CompiledModel } from '../../decision/compiled-model.ts';
import { getOwn } from '../../lib/get-own.ts';
import type { CommandDefinition, Model } from '../../model/schema.ts';

/** What can be in a past that makes a difference to some commands. */
export interface PastSources {
  /** Commands whose events they read, directly or through what those commands read in turn. */
  readonly commands: readonly CompiledCommand[];
  /** Events that are read but that no command emits: they can only be given. */
  readonly events: readonly CompiledEvent[];
}

/** Finds what a past of the given commands has to be made of (M2). */
export function findSources(model: CompiledModel, roots: readonly CompiledCommand[]): PastSources {
  const { commands, read } = listSources(
    model.model,
    roots.map(({ name }) => name),
  );
  const emitted = new Set(
    [...model.commands.values()].flatMap(({ emits }) => emits.map(({ event }) => event.name)),
  );
  return {
    commands: commands.flatMap((name) => model.commands.get(name) ?? []),
    events: [...model.events.values()].filter(({ name }) => read.has(name) && !emitted.has(name)),
  };
}

/** The commands that matter to others, by name and in a fixed order, and all event types that they and those others read (M2). */
export function listSources(
  model: Model,
  roots: readonly string[],
): { readonly commands: readonly string[]; readonly read: ReadonlySet<string> } {
  const all = Object.entries(model.commands ?? {});
  const read = new Set<string>();
  const found = new Set<string>();
  const want = (definition: CommandDefinition | undefined) => {
    for (const type of listRead(model, definition)) read.add(type);
  };
  for (const root of roots) want(getOwn(model.commands, root));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [name, definition] of all) {
      if (found.has(name) || !listEmitted(definition).some((event) => read.has(event))) continue;
      found.add(name);
      want(definition);
    }
  }
  return { commands: [...found], read };
}

function listRead(model: Model, definition: CommandDefinition | undefined): readonly string[] {
  return (definition?.checks ?? []).flatMap((check) => {
    const name = typeof check === 'string' ? check : check.constraint;
    const projections = Object.values(getOwn(model.constraints, name)?.projections ?? {});
    return projections.flatMap(({ on }) => Object.keys(on ?? {}));
  });
}

function listEmitted({ emits }: CommandDefinition): readonly string[] {
  return (emits ?? []).map((emit) => (typeof emit === 'string' ? emit : emit.event));
}
