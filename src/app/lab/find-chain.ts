import { listTasksOf, type Task } from '../../event-store/outbox.ts';
import type { EventStore } from '../../event-store/port.ts';
import type { EventChain } from '../../lab/board-log.ts';
import type { LogEvent } from '../../lab/live-log.ts';
import { readReaction } from '../../lib/reaction-id.ts';
import type { IssuedCommand } from '../../model/schema.ts';
import type { SystemRequest } from '../../runs/side-effects.ts';

/** What an event comes from and led to, by policies and external systems. */
export async function findChain(store: EventStore, event: LogEvent): Promise<EventChain> {
  const [because, tasks] = [await findCause(store, event), await listTasksOf(store, event.position)];
  return { because, ledTo: tasks.map(describe) };
}

async function findCause(store: EventStore, event: LogEvent): Promise<EventChain['because']> {
  const reaction = readReaction(event.causationId);
  if (reaction === null) return null;
  // What led to an event stands before it, mostly right before it.
  for await (const earlier of store.read('all', { after: event.position, backwards: true })) {
    const { id, position, type } = earlier;
    if (id === reaction.eventId) return { policy: reaction.policy, position, type };
  }
  return null;
}

function describe({ by, kind, request, state, note, wrote }: Task): EventChain['ledTo'][number] {
  const what =
    kind === 'command'
      ? (request as unknown as IssuedCommand).command
      : (request as unknown as SystemRequest).task;
  return { by, what, state, note, wrote };
}
