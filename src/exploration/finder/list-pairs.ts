import { getOwn } from '../../lib/get-own.ts';
import type { Model } from '../../model/schema.ts';

/** Two commands by name; they can be the same one. */
export type CommandPair = readonly [string, string];

/** Every pair of commands that emit an event of the model, in the model's order: the cells of its matrix (M3). */
export function listPairs(model: Model): readonly CommandPair[] {
  const names = Object.entries(model.commands ?? {})
    .filter(([, { emits }]) =>
      (emits ?? []).some((emit) => getOwn(model.events, typeof emit === 'string' ? emit : emit.event)),
    )
    .map(([name]) => name);
  return names.flatMap((first, i) => names.slice(i).map((second) => [first, second] as const));
}
