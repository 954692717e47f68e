import type { BadReason, BadRow } from './log-row.ts';

/** The bad rows of one reason: how many, and the first of them. */
export interface BadRows {
  readonly reason: BadReason;
  readonly count: number;
  readonly samples: readonly BadRow[];
}

const MOST_SAMPLES = 10;

/** Counts bad rows by reason. */
export class BadRowTally {
  readonly #samples = new Map<BadReason, BadRow[]>();
  readonly #counts = new Map<BadReason, number>();

  add(row: BadRow): void {
    this.#counts.set(row.reason, (this.#counts.get(row.reason) ?? 0) + 1);
    const samples = this.#samples.get(row.reason) ?? [];
    if (samples.length < MOST_SAMPLES) samples.push(row);
    this.#samples.set(row.reason, samples);
  }

  finish(): readonly BadRows[] {
    const all = [...this.#counts].map(([reason, count]) => ({
      reason,
      count,
      samples: this.#samples.get(reason) ?? [],
    }));
    return all.sort((one, other) => other.count - one.count);
  }
}
