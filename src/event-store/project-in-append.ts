import { checkpointRef, fromRowValue, isStale, toRowValue } from './checkpoint.ts';
import type { Attachment, LookUp, NewEvent, Position, Refusal, Row, RowRef, StoredEvent } from './port.ts';
import { foldInto, keysIn, type Projector, planEvents, shelfOf } from './projector.ts';

/**
 * Writes the rows of projectors with the events, in the append's transaction: an event that one cannot take is not
 * appended. A projector that is behind the log, paused, or whose rows were made with another definition, is left alone: it
 * has to catch up first.
 */
export function projectInAppend(projectors: readonly Projector[]): Attachment {
  return {
    needs: (events) => projectors.flatMap((projector) => needsOf(projector, events)),
    decide: (events, look, head) => {
      const put: Row[] = [];
      for (const projector of projectors) {
        const written = project(projector, events, look, head);
        if ('refusal' in written) return written;
        put.push(...written);
      }
      return { put };
    },
  };
}

function needsOf(projector: Projector, events: readonly NewEvent[]): readonly RowRef[] {
  const shelf = shelfOf(projector);
  const keys = [...keysIn(planEvents(projector, events))];
  return [checkpointRef(projector.name), ...keys.map((key) => ({ shelf, key }))];
}

function project(
  projector: Projector,
  events: readonly StoredEvent[],
  look: LookUp,
  head: Position,
): readonly Row[] | { readonly refusal: Refusal } {
  const ref = checkpointRef(projector.name);
  const checkpoint = fromRowValue(look(ref.shelf, ref.key), projector);
  if (checkpoint.position !== head || checkpoint.isPaused || isStale(checkpoint, projector)) return [];
  const shelf = shelfOf(projector);
  const planned = planEvents(projector, events);
  const rows = new Map([...keysIn(planned)].map((key) => [key, look(shelf, key)]));
  for (const one of planned) {
    const fault = foldInto(projector, one, rows);
    if (fault) {
      const { id, type } = one.event;
      return { refusal: { by: projector.name, eventId: id, eventType: type, ...fault } };
    }
  }
  const position = events.at(-1)?.position ?? head;
  const value = toRowValue({ ...checkpoint, position, seen: checkpoint.seen + planned.length });
  const put = [...rows].flatMap(([key, row]) => (row === undefined ? [] : [{ shelf, key, value: row }]));
  return [...put, { ...ref, value }];
}
