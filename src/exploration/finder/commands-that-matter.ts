import type { CompiledCommand, CompiledEvent, CompiledModel } from '../../decision/compiled-model.ts';

/** What can be in a past that makes a difference to some commands. */
export interface PastSources {
  /** Commands whose events they read, directly or through what those commands read in turn. */
  readonly commands: readonly CompiledCommand[];
  /** Events that are read but that no command emits: they can only be given. */
  readonly events: readonly CompiledEvent[];
}

/** Finds what a past of the given commands has to be made of (M2). */
export function findSources(model: CompiledModel, roots: readonly CompiledCommand[]): PastSources {
  const wanted = new Set<string>();
  const commands = new Set<CompiledCommand>();
  const want = (command: CompiledCommand) => {
    for (const type of typesRead(command)) wanted.add(type);
  };
  roots.forEach(want);
  for (let before = -1; before !== commands.size; ) {
    before = commands.size;
    for (const command of model.commands.values()) {
      if (commands.has(command) || !command.emits.some(({ event }) => wanted.has(event.name))) continue;
      commands.add(command);
      want(command);
    }
  }
  const emitted = new Set(
    [...model.commands.values()].flatMap(({ emits }) => emits.map(({ event }) => event.name)),
  );
  const events = [...model.events.values()].filter(({ name }) => wanted.has(name) && !emitted.has(name));
  return { commands: [...commands], events };
}

function typesRead({ checks }: CompiledCommand): readonly string[] {
  return checks.flatMap(({ constraint }) => constraint.projections.flatMap(({ types }) => types));
}
