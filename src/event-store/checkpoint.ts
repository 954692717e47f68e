import type { Json } from '../lib/json.ts';
import type { EventStore, Position, Row, RowRef } from './port.ts';
import type { ProjectionFault, Projector } from './projector.ts';

/** An event that a projector could not take. */
export interface ProjectionError extends ProjectionFault {
  readonly position: Position;
  readonly eventId: string;
  readonly eventType: string;
}

/** How far rows have come; it is written in one transaction with them. */
export interface Checkpoint {
  /** All events up to here are in the rows, the one at it included. */
  readonly position: Position;
  /** How many events of the projector's types those are: another count of the log up to here tells of a hole. */
  readonly seen: number;
  /** What the rows were made with. */
  readonly definition: string;
  readonly isPaused: boolean;
  /** Up to where the log went when it was begun anew; null once it has come there. */
  readonly rebuildTo: Position | null;
  /** The event behind the checkpoint that cannot be taken. */
  readonly error: ProjectionError | null;
}

/** The shelf of all checkpoints. */
export const CHECKPOINTS = 'checkpoints';

/** The row that holds a projector's checkpoint. */
export function checkpointRef(name: string): RowRef {
  return { shelf: CHECKPOINTS, key: name };
}

/** The checkpoint of rows of which there are none yet. */
export function startCheckpoint({ definition }: Projector): Checkpoint {
  return { position: 0, seen: 0, definition, isPaused: false, rebuildTo: null, error: null };
}

export function toRowValue(checkpoint: Checkpoint): Json {
  return checkpoint as unknown as Json;
}

/** What a row holds; where nothing was made yet, whatever the definition was then, it starts. */
export function fromRowValue(value: Json | undefined, projector: Projector): Checkpoint {
  if (value === undefined) return startCheckpoint(projector);
  const checkpoint = value as unknown as Checkpoint;
  const isEmpty = checkpoint.position === 0 && checkpoint.seen === 0;
  return isEmpty ? { ...checkpoint, definition: projector.definition, error: null } : checkpoint;
}

/** How far a projector has come in a store, and the row as it lies there, to be expected by the next change. */
export async function readCheckpoint(
  store: Pick<EventStore, 'getRows'>,
  projector: Projector,
): Promise<{ readonly row: Json | undefined; readonly checkpoint: Checkpoint }> {
  const [row] = await store.getRows([checkpointRef(projector.name)]);
  return { row, checkpoint: fromRowValue(row, projector) };
}

/** Whether the rows were made with another definition than the projector has now. */
export function isStale(checkpoint: Checkpoint, projector: Projector): boolean {
  return checkpoint.definition !== projector.definition;
}

/** What stands for the definition of rows whose events were changed since: that of no projector. */
const OUTDATED = '';

/** Whether stored events were changed since the rows were made. */
export function isOutdated({ definition }: Checkpoint): boolean {
  return definition === OUTDATED;
}

/** Checkpoints after stored events were changed: what rows were made of is no longer what the log says. */
export function outdate(checkpoints: readonly Row[]): readonly Row[] {
  return checkpoints.map(({ value, ...ref }) => {
    const checkpoint = value as unknown as Checkpoint;
    return { ...ref, value: toRowValue({ ...checkpoint, definition: OUTDATED }) };
  });
}
