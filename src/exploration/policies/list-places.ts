import type { CompiledModel } from '../../decision/compiled-model.ts';
import type { PolicyJoin } from '../result.ts';

/** How long a chain of policies may be: the third command that joins because of another's event sets off no more (P6). */
const LONGEST_CHAIN = 3;
/** For how many commands there is a place in a race beside its own (P6). */
export const MOST_PLACES = 16;

/**
 * A place for one command that a policy may issue in a race, with the same number in every schedule (P4): for each event
 * that a command can write and each policy that reacts to its type there is one.
 */
export interface PolicyPlace extends PolicyJoin {
  /** Which of that command's events of the type, from 0, in the order of the log. */
  readonly nth: number;
  /** How many policies there are in the chain, this one included. */
  readonly depth: number;
}

/** The places of a race whose own commands have these names, the shortest chains first, within the bounds (P4, P6). */
export function listPlaces(model: CompiledModel, commands: readonly string[]): readonly PolicyPlace[] {
  const places: PolicyPlace[] = [];
  const waiting = commands.map((name, command) => ({ name, command, depth: 0 }));
  for (const cause of waiting) {
    if (cause.depth === LONGEST_CHAIN) break;
    for (const reaction of listReactions(model, cause.name)) {
      if (places.length === MOST_PLACES) return places;
      const place = {
        ...reaction,
        command: commands.length + places.length,
        after: cause.command,
        depth: cause.depth + 1,
      };
      places.push(place);
      waiting.push({ name: place.issues, command: place.command, depth: place.depth });
    }
  }
  return places;
}

/** What can come of each event that a command emits, in their order and that of the policies. */
function listReactions(model: CompiledModel, command: string) {
  const emits = model.commands.get(command)?.emits ?? [];
  return emits.flatMap(({ event }, index) => {
    const nth = emits.slice(0, index).filter((earlier) => earlier.event.name === event.name).length;
    return model.policies
      .filter(({ on, issues }) => issues !== null && on.has(event.name))
      .map(({ name, issues }) => ({ policy: name, issues: issues?.name ?? '', on: event.name, nth }));
  });
}

/** A place as results name it. */
export function namePlace({ command, policy, issues, after, on }: PolicyPlace): PolicyJoin {
  return { command, policy, issues, after, on };
}
