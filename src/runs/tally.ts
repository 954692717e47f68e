import { OUTCOMES, type Outcome, VERDICTS, type Verdict } from '../exploration/result.ts';
import type { FreeRun } from './live-result.ts';

/** The middle one and the largest of some numbers of milliseconds; 0 of none. */
export interface Spread {
  readonly median: number;
  readonly most: number;
}

/** What many runs of one race showed together; plain JSON. Read like the counts of an exploration, over runs instead of schedules. */
export interface RunTally {
  readonly runs: number;
  /** How many different schedules they were. */
  readonly schedules: number;
  /** How often each verdict occurred, and in how many runs at least once. */
  readonly verdicts: { readonly [V in Verdict]?: { readonly occurrences: number; readonly runs: number } };
  /** In how many runs a constraint was broken (V6). */
  readonly violations: number;
  /** How many commands ended so, over all runs. */
  readonly outcomes: { readonly [O in Outcome]?: number };
  /** How often commands were stopped and started over, and the most that one command was. */
  readonly retries: { readonly total: number; readonly most: number };
  /** How long commands took with all pauses, and how long those that take locks waited for them. */
  readonly commandMs: Spread;
  readonly waitedMs: Spread;
}

/** Counts what runs of one race show, without keeping the runs. */
export class Tally {
  readonly #schedules = new Set<string>();
  readonly #verdicts: { [V in Verdict]?: { occurrences: number; runs: number } } = {};
  readonly #outcomes: { [O in Outcome]?: number } = {};
  readonly #retries = { total: 0, most: 0 };
  readonly #commandMs: number[] = [];
  readonly #waitedMs: number[] = [];
  #runs = 0;
  #violations = 0;

  add({ steps, outcomes, timings }: FreeRun): void {
    this.#runs += 1;
    this.#schedules.add(steps.map(({ command }) => command).join());
    for (const verdict of VERDICTS) {
      const occurrences = steps.filter((step) => step.verdict === verdict).length;
      if (occurrences === 0) continue;
      const count = this.#verdicts[verdict] ?? { occurrences: 0, runs: 0 };
      this.#verdicts[verdict] = { occurrences: count.occurrences + occurrences, runs: count.runs + 1 };
    }
    if (steps.some(({ violation }) => violation)) this.#violations += 1;
    for (const outcome of outcomes) {
      if (outcome !== null) this.#outcomes[outcome] = (this.#outcomes[outcome] ?? 0) + 1;
    }
    for (const { ms, waitedMs, retries } of timings) {
      this.#commandMs.push(ms);
      this.#waitedMs.push(waitedMs);
      this.#retries.total += retries;
      this.#retries.most = Math.max(this.#retries.most, retries);
    }
  }

  get result(): RunTally {
    return {
      runs: this.#runs,
      schedules: this.#schedules.size,
      verdicts: inOrder(VERDICTS, this.#verdicts),
      violations: this.#violations,
      outcomes: inOrder(OUTCOMES, this.#outcomes),
      retries: { ...this.#retries },
      commandMs: spreadOf(this.#commandMs),
      waitedMs: spreadOf(this.#waitedMs),
    };
  }
}

/** Counts in the order in which they are always told; those of which there is nothing are left out. */
function inOrder<K extends string, C>(
  keys: readonly K[],
  counts: { readonly [P in K]?: C },
): { readonly [P in K]?: C } {
  const ordered: { [P in K]?: C } = {};
  for (const key of keys) if (counts[key] !== undefined) ordered[key] = counts[key];
  return ordered;
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: round(sorted[Math.floor(sorted.length / 2)] ?? 0), most: round(sorted.at(-1) ?? 0) };
}

/** To whole microseconds: more would be noise. */
function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
