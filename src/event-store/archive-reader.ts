import { type ArchiveLine, readArchiveLine } from './archive-line.ts';
import type { BadLine, ReadLine } from './ndjson.ts';
import type { Position, RecordedRetagging, StoreContents, StoredEvent } from './port.ts';

/** What a person can look through; the rest of a bad archive is rarely bad in another way. */
const MOST_BAD_LINES = 20;

/** Takes the lines of an archive in turn; keeps what they hold, with positions counted anew, and what is wrong with them. */
export class ArchiveReader {
  readonly #events: StoredEvent[] = [];
  readonly #retaggings: RecordedRetagging[] = [];
  readonly #bad: BadLine[] = [];
  readonly #ids = new Set<string>();
  readonly #newPositions = new Map<Position, Position>();
  #lastLine = 0;
  #lastPosition = 0;
  #started = false;
  #ended = false;

  take(read: ReadLine): void {
    this.#lastLine = read.line;
    this.#complain('reason' in read ? read.reason : this.#place(readArchiveLine(read.value)));
  }

  /** All that was read, or what is wrong with it. */
  finish(): StoreContents | readonly BadLine[] {
    if (!this.#ended && this.#bad.length === 0) {
      this.#lastLine++;
      this.#complain('The archive was cut off: its last line, the end, is missing');
    }
    return this.#bad.length > 0 ? this.#bad : { events: this.#events, retaggings: this.#retaggings };
  }

  #complain(reason: string | undefined): void {
    if (reason === undefined || this.#bad.length >= MOST_BAD_LINES) return;
    this.#bad.push({ line: this.#lastLine, reason });
  }

  /** Takes in what a line holds, or says why it cannot stand here. */
  #place(found: ArchiveLine | string): string | undefined {
    if (typeof found === 'string') return found;
    if (this.#ended) return 'Nothing may stand behind the end';
    if ('format' in found) {
      if (this.#started) return 'The head stands here a second time';
      this.#started = true;
      return undefined;
    }
    if (!this.#started && this.#bad.length === 0) return 'An archive has to start with its head';
    if ('event' in found) return this.#placeEvent(found.event);
    if ('retagging' in found) return this.#placeRetagging(found.retagging);
    return this.#placeEnd(found.end);
  }

  #placeEvent(event: StoredEvent): string | undefined {
    const { id, position } = event;
    if (this.#ids.has(id)) return `The id "${id}" stands here a second time`;
    if (position <= this.#lastPosition) {
      return `Position ${position} has to stand before ${this.#lastPosition}`;
    }
    this.#ids.add(id);
    this.#lastPosition = position;
    this.#newPositions.set(position, this.#events.length + 1);
    this.#events.push({ ...event, position: this.#events.length + 1 });
    return undefined;
  }

  #placeRetagging(retagging: RecordedRetagging): string | undefined {
    const known = this.#retaggings.some(({ id }) => id === retagging.id);
    if (known) return `The retagging "${retagging.id}" stands here a second time`;
    const missing = [...retagging.before, ...retagging.changes].find(
      ({ position }) => !this.#newPositions.has(position),
    );
    if (missing) return `There is no event at position ${missing.position}`;
    const move = <T extends { readonly position: Position }>(one: T): T => ({
      ...one,
      position: this.#newPositions.get(one.position) ?? one.position,
    });
    this.#retaggings.push({
      ...retagging,
      before: retagging.before.map(move),
      changes: retagging.changes.map(move),
    });
    return undefined;
  }

  #placeEnd({ events, retaggings }: { readonly events: number; readonly retaggings: number }) {
    this.#ended = true;
    if (this.#bad.length > 0) return undefined;
    if (events === this.#events.length && retaggings === this.#retaggings.length) return undefined;
    const found = `${this.#events.length} events and ${this.#retaggings.length} retaggings`;
    return `Lines are missing: there should be ${events} events and ${retaggings} retaggings, but there are ${found}`;
  }
}
