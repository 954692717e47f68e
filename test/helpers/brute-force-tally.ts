import type { Exploration, Outcome, ScheduleStep, Verdict } from '../../src/exploration/result.ts';
import type { Label } from './brute-force-steps.ts';

const VERDICTS: readonly Verdict[] = [
  'safe',
  'conflict',
  'falseConflict',
  'missedConflict',
  'tolerated',
  'neededWait',
  'needlessWait',
];
const OUTCOMES: readonly Outcome[] = ['accepted', 'rejected', 'conflict', 'partial', 'error'];

/** What plain enumeration finds: the meaning of an `Exploration`, without the measure of work (X2, X3, X4). */
export type BruteForceResult = Omit<Exploration, 'states'>;

/** Adds up what whole schedules showed (X2, X3, X5). */
export class Tally {
  schedules = 0;
  readonly #occurrences = new Map<Label, number>();
  readonly #schedules = new Map<Label, number>();
  readonly #probability = new Map<Label, number>();
  readonly #witnesses = new Map<Label, readonly ScheduleStep[]>();

  count(shown: readonly Label[], probability: number): void {
    this.schedules += 1;
    for (const label of shown) add(this.#occurrences, label, 1);
    for (const label of new Set(shown)) {
      add(this.#schedules, label, 1);
      add(this.#probability, label, probability);
    }
  }

  witness(label: Label, prefix: readonly ScheduleStep[]): void {
    const best = this.#witnesses.get(label);
    if (best === undefined || compareWitnesses(prefix, best) < 0) this.#witnesses.set(label, prefix);
  }

  result(): BruteForceResult {
    const verdicts = VERDICTS.filter((verdict) => this.#occurrences.has(verdict));
    const outcomes = OUTCOMES.filter((outcome) => this.#occurrences.has(`ended:${outcome}`));
    return {
      schedules: String(this.schedules),
      verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict, this.#countOf(verdict)])),
      violations: this.#countOf('violation').schedules,
      violationProbability: this.#countOf('violation').probability,
      outcomes: Object.fromEntries(
        outcomes.map((outcome) => [outcome, this.#countOf(`ended:${outcome}`).occurrences]),
      ),
      witnesses: this.#witnessesByKey(),
      precision: this.#ratio('falseConflict'),
      recall: this.#ratio('missedConflict'),
    };
  }

  #witnessesByKey(): BruteForceResult['witnesses'] {
    return Object.fromEntries([...this.#witnesses].map(([label, prefix]) => [witnessKey(label), prefix]));
  }

  #countOf(label: Label) {
    return {
      occurrences: String(this.#occurrences.get(label) ?? 0),
      schedules: String(this.#schedules.get(label) ?? 0),
      probability: this.#probability.get(label) ?? 0,
    };
  }

  /** Conflicts as a share of conflicts and `others`; null when undefined. */
  #ratio(others: Label): number | null {
    const conflicts = this.#occurrences.get('conflict') ?? 0;
    const all = conflicts + (this.#occurrences.get(others) ?? 0);
    return all === 0 ? null : conflicts / all;
  }
}

/** The outcome conflict has a key of its own, apart from the verdict's. */
function witnessKey(label: Label): string {
  return label === 'ended:conflict' ? 'conflictOutcome' : label.replace('ended:', '');
}

function add(sums: Map<Label, number>, label: Label, amount: number): void {
  sums.set(label, (sums.get(label) ?? 0) + amount);
}

/** Shortest, then fewest switches, then fewest commands, then lowest command numbers (X3). */
function compareWitnesses(a: readonly ScheduleStep[], b: readonly ScheduleStep[]): number {
  const [left, right] = [a, b].map((steps) => [
    steps.length,
    steps.filter(({ command }, i) => i > 0 && steps[i - 1]?.command !== command).length,
    new Set(steps.map(({ command }) => command)).size,
    ...steps.map(({ command }) => command),
  ]);
  for (const [i, value] of (left ?? []).entries()) {
    const difference = value - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
