import { getOwn } from '../../lib/get-own.ts';
import type { Model, Race } from '../../model/schema.ts';

/** The event types a race's commands emit that no aggregate has a stream for: it must own them, and they carry its tag (S4). */
export function listHomeless(model: Model, { commands = [] }: Pick<Race, 'commands'>): readonly string[] {
  const emitted = commands.flatMap(({ command }) =>
    (getOwn(model.commands, command)?.emits ?? []).map((emit) =>
      typeof emit === 'string' ? emit : emit.event,
    ),
  );
  const aggregates = Object.values(model.aggregates ?? {});
  return [...new Set(emitted)].filter((event) => {
    const tags = getOwn(model.events, event)?.tags ?? {};
    return !aggregates.some(
      ({ id, events = [] }) => id !== undefined && events.includes(event) && Object.hasOwn(tags, id),
    );
  });
}
