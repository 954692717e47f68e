import type { CompiledModel } from '../decision/compiled-model.ts';
import { reactTo } from '../decision/react.ts';
import { finishTask, openRef, type Task, toRows } from '../event-store/outbox.ts';
import type { Attachment, StoredEvent } from '../event-store/port.ts';
import type { Json } from '../lib/json.ts';
import { nameReaction } from '../lib/reaction-id.ts';
import type { IssuedCommand } from '../model/schema.ts';

/** What a task of an external system asks for. */
export interface SystemRequest {
  readonly task: string;
  readonly data: Json;
  /** What the event is about: its first tag, or its id. */
  readonly subject: string;
}

/** So many commands may follow one another because of each other; a longer chain is taken for a loop. */
export const LONGEST_CHAIN = 16;

/**
 * Writes with the events what is to be done because of them: a task for each external system that is told about the type,
 * and one for each command that a policy issues. A further copy of a fact (S6) leads to nothing of its own. `depth` is how
 * many commands of policies led here.
 */
export function attachTasks(model: CompiledModel, depth = 0): Attachment {
  return {
    needs: () => [],
    decide: (events) => ({
      put: events
        .filter(({ copyOf }) => copyOf === undefined)
        .flatMap((event) =>
          toRows([...systemTasks(model, event, depth), ...policyTasks(model, event, depth)]),
        ),
    }),
  };
}

/** Marks a task as done in the transaction of the first append that does it, with what was written. */
export function attachDone(task: Task): Attachment {
  const ref = openRef(task);
  return {
    needs: () => [ref],
    decide: (events, look) => {
      if (look(ref.shelf, ref.key) === undefined) return {};
      return finishTask({ ...task, wrote: events.map(({ position }) => position) });
    },
  };
}

function systemTasks({ model }: CompiledModel, event: StoredEvent, depth: number): readonly Task[] {
  return Object.entries(model.externalSystems ?? {}).flatMap(([name, { on = [], task = '', after }]) => {
    if (!on.includes(event.type)) return [];
    const request: SystemRequest = { task, data: event.data, subject: event.tags[0] ?? event.id };
    return [{ ...makeTask(event, 'task', name, depth, request as unknown as Json), after: after ?? null }];
  });
}

function policyTasks(model: CompiledModel, event: StoredEvent, depth: number): readonly Task[] {
  return reactTo(model, event).map(({ policy, issues, data, failure }) => {
    const command: IssuedCommand = { command: issues.name, data };
    const task = makeTask(event, 'command', policy.name, depth, command as unknown as Json);
    if (failure !== null) {
      const note = `${failure.message} in “${failure.expression}” (${failure.at})`;
      return { ...task, state: 'stopped', note };
    }
    if (depth < LONGEST_CHAIN) return task;
    const note = `${LONGEST_CHAIN} commands of policies led to this event, one because of the other: this is taken for a loop, and goes no further`;
    return { ...task, state: 'stopped', note };
  });
}

function makeTask(event: StoredEvent, kind: string, by: string, depth: number, request: Json): Task {
  const { id, type, position, correlationId = id } = event;
  return {
    id: nameReaction(id, by),
    kind,
    by,
    eventId: id,
    eventType: type,
    position,
    correlationId,
    depth: depth + 1,
    after: null,
    request,
    state: 'waiting',
    attempts: 0,
    note: null,
    wrote: [],
  };
}
