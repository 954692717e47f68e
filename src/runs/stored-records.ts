import type { NewEvent, StoredEvent } from '../event-store/port.ts';
import type { LogEntry } from '../exploration/result.ts';
import type { LogRecord } from '../strategies/guard.ts';

/** What the events of one run have in common: who wrote them is told by their cause. */
export interface Origin {
  readonly runId: string;
  /** The command's place in the race from 0, null for given events. */
  readonly by: number | null;
  readonly command: string | null;
  readonly actor?: string | undefined;
  /** What the run belongs to; it stands for itself unless said. */
  readonly correlationId?: string | undefined;
}

/** A record as it is given to a store. `copyOf` is the id of the event that it is a later copy of (S6). */
export function toNewEvent(
  { runId, by, command, actor, correlationId = runId }: Origin,
  { fact, time, streams }: LogRecord,
  id: string,
  copyOf: string | null,
): NewEvent {
  return {
    id,
    type: fact.type,
    data: fact.data,
    tags: fact.tags,
    time,
    streams,
    correlationId,
    ...(by !== null && { causationId: nameCause(runId, by) }),
    ...(command !== null && { command }),
    ...(actor !== undefined && { actor }),
    ...(copyOf !== null && { copyOf }),
  };
}

/** A stored event as a record that projections see: the first copy of a fact is copied from nothing (S6). */
export function toRecord({ type, data, tags, time, streams, copyOf }: StoredEvent): LogRecord {
  return { fact: { type, data, tags }, time, streams: streams ?? [], first: copyOf === undefined };
}

/** A stored event as an entry of a run's log. */
export function toLogEntry(runId: string, event: StoredEvent): LogEntry {
  const { position, type, tags, data, time, streams = [] } = event;
  return { position, type, tags, data, time, by: commandOf(runId, event), streams };
}

/** What a command of a run puts down as the cause of its events. */
export function nameCause(runId: string, command: number): string {
  return `${runId}/${command + 1}`;
}

function commandOf(runId: string, { causationId }: StoredEvent): number | null {
  if (causationId === undefined || !causationId.startsWith(`${runId}/`)) return null;
  return Number(causationId.slice(runId.length + 1)) - 1;
}
