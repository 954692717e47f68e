import type { FindingKey } from '../../exploration/findings.ts';
import type { MatrixCell } from '../../exploration/matrix-result.ts';
import type { ConstraintSummary, MatrixSummary } from '../../exploration/summarise-matrix.ts';
import { joinWords } from '../../lib/join-words.ts';
import { STRATEGIES } from '../../strategies/registry.ts';

/** A constraint with what becomes of it under each strategy; null where that cannot be known. */
export interface FateRow {
  readonly label: string;
  readonly found: readonly (readonly FindingKey[] | null)[];
}

/** What becomes of each constraint that some race could break if nothing guarded it. */
export function findFates(summaries: readonly MatrixSummary[]): readonly FateRow[] {
  const [first] = summaries;
  return (first?.constraints ?? []).flatMap(({ name }, place): FateRow[] => {
    const own = summaries.map(({ constraints }) => constraints[place]);
    if (own.every((one) => one?.fate === 'free')) return [];
    return [{ label: name, found: own.map((one) => (one ? markOf(one) : null)) }];
  });
}

function markOf({ fate, isBroken }: ConstraintSummary): readonly FindingKey[] | null {
  if (fate === 'unknown') return null;
  if (fate === 'tolerated') return ['tolerated'];
  if (fate === 'overtaken') return [isBroken ? 'violation' : 'missedConflict'];
  return ['safe'];
}

/** What needs no boundary, what only ever stops commands for nothing, and what is written twice, a sentence each. */
export function sayFindings(
  summaries: readonly MatrixSummary[],
  cells: readonly MatrixCell[],
): readonly string[] {
  return [...sayFree(summaries), ...sayNeedless(summaries), ...sayRepeats(cells)];
}

function sayFree([first]: readonly MatrixSummary[]): readonly string[] {
  const free = (first?.constraints ?? []).filter(({ fate }) => fate === 'free').map(({ name }) => name);
  if (free.length === 0) return [];
  const [verb, them] = free.length === 1 ? ['needs', 'it'] : ['need', 'them'];
  return [
    `${joinWords(free)} ${verb} no boundary: whatever one command writes, what another decided by ${them} still holds.`,
  ];
}

function sayNeedless(summaries: readonly MatrixSummary[]): readonly string[] {
  const events = new Set(summaries.flatMap(({ needless }) => needless.map(({ event }) => event)));
  return [...events].sort().map((event) => {
    const where = summaries
      .filter(({ needless }) => needless.some((one) => one.event === event))
      .map(({ strategy }) => STRATEGIES[strategy].name);
    return `${event} only ever stops commands for nothing under ${joinWords(where)}.`;
  });
}

function sayRepeats(cells: readonly MatrixCell[]): readonly string[] {
  const pairs = cells
    .filter(({ patterns }) => patterns.some(({ repeats }) => repeats !== null))
    .map(({ commands }) => commands.join(' × '));
  if (pairs.length === 0) return [];
  return [`Write the same fact twice, and no constraint forbids it: ${joinWords(pairs)}.`];
}
