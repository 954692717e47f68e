import type { AppendCondition, Position, StoredEvent } from '../../src/event-store/port.ts';
import type { Place, VectorCondition } from './vector.ts';

/** What a run of a vector has learned about the log: where each event stands, for vectors speak of events by id. */
export class KnownLog {
  readonly #positions = new Map<string, Position>();

  get head(): Position {
    return Math.max(0, ...this.#positions.values());
  }

  learn(ids: readonly string[], positions: readonly Position[]): void {
    ids.forEach((id, i) => {
      const position = positions[i];
      if (position !== undefined) this.#positions.set(id, position);
    });
  }

  /** Positions of events by id; -1 for one that is not in the log. */
  positionsOf(ids: readonly string[]): Position[] {
    return ids.map((id) => this.#positions.get(id) ?? -1);
  }

  resolve(place: Place): Position {
    if (typeof place === 'number') return place;
    if (typeof place === 'object') return this.head + place.beyondHead;
    const position = this.#positions.get(place);
    if (position === undefined) throw new Error(`The vector speaks of "${place}", which was not appended`);
    return position;
  }

  resolveCondition(condition: VectorCondition | undefined): AppendCondition | undefined {
    if (condition === undefined || 'streams' in condition) return condition;
    return { query: condition.query, after: this.resolve(condition.after) };
  }
}

export async function listAll(events: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

export function idsOf(all: readonly { readonly id: string }[]): string[] {
  return all.map(({ id }) => id);
}
