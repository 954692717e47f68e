import { FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { Exploration, Outcome, Verdict, WitnessKey } from '../../exploration/result.ts';
import { formatShare } from '../../lib/format-number.ts';

/** A column of the table of numbers: what it counts, in one sentence, and where a number leads. */
export interface NumberColumn {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  readonly mark: FindingKey | null;
  readonly witness: WitnessKey | null;
  /** A decimal string, or a ratio in words; null where there is nothing to divide. */
  readonly read: (result: Exploration) => string | null;
  /** What it means that there is nothing. */
  readonly none?: string;
}

/** Columns that count the same thing and so add up. */
export interface NumberGroup {
  readonly title: string;
  readonly columns: readonly NumberColumn[];
}

const NUMBER_GROUPS: readonly NumberGroup[] = [
  {
    title: 'Appends, over all schedules',
    columns: [
      ...(['safe', 'missedConflict', 'tolerated', 'conflict', 'falseConflict'] as const).map(countVerdict),
      {
        key: 'appends',
        label: 'in all',
        meaning: 'every append of every schedule',
        mark: null,
        witness: null,
        read: ({ verdicts }) =>
          sum(
            (['safe', 'missedConflict', 'tolerated', 'conflict', 'falseConflict'] as const).map(
              (verdict) => verdicts[verdict]?.occurrences,
            ),
          ),
      },
      {
        key: 'precision',
        label: 'precision',
        meaning: 'how many of the stops were right: conflicts of conflicts and false conflicts',
        mark: null,
        witness: null,
        read: ({ precision }) => (precision === null ? null : formatShare(precision)),
        none: 'Nothing was stopped, so no stop was right or wrong',
      },
      {
        key: 'recall',
        label: 'recall',
        meaning: 'how many of the conflicts were stopped: conflicts of conflicts and missed conflicts',
        mark: null,
        witness: null,
        read: ({ recall }) => (recall === null ? null : formatShare(recall)),
        none: 'There was no conflict to stop or to miss',
      },
    ],
  },
  {
    title: 'Waits, over all schedules',
    columns: (['neededWait', 'needlessWait'] as const).map(countVerdict),
  },
  {
    title: 'Schedules',
    columns: [
      {
        key: 'violation',
        label: FINDINGS.violation.name,
        meaning: 'schedules with a missed conflict that left the log breaking a constraint',
        mark: 'violation',
        witness: 'violation',
        read: ({ violations }) => violations,
      },
      {
        key: 'schedules',
        label: 'in all',
        meaning: 'every order in which the steps of the commands can happen',
        mark: null,
        witness: null,
        read: ({ schedules }) => schedules,
      },
    ],
  },
  {
    title: 'How command runs end, over all schedules',
    columns: [
      countOutcome('accepted', 'accepted', 'it wrote its events, or had none to write', 'accepted'),
      countOutcome(
        'rejected',
        'rejected',
        'it read that a constraint does not hold, and wrote nothing',
        'rejected',
      ),
      countOutcome(
        'conflict',
        'stopped',
        'its last attempt was stopped: its caller gets an error',
        'conflictOutcome',
      ),
      countOutcome('partial', FINDINGS.partial.name, FINDINGS.partial.meaning, 'partial'),
      countOutcome('error', FINDINGS.error.name, FINDINGS.error.meaning, 'error'),
      {
        key: 'runs',
        label: 'in all',
        meaning: 'every command of every schedule',
        mark: null,
        witness: null,
        read: ({ outcomes }) => sum(Object.values(outcomes)),
      },
    ],
  },
];

function countVerdict(verdict: Verdict): NumberColumn {
  const { name, meaning } = FINDINGS[verdict];
  const read = ({ verdicts }: Exploration) => verdicts[verdict]?.occurrences ?? '0';
  return { key: verdict, label: name, meaning, mark: verdict, witness: verdict, read };
}

function countOutcome(outcome: Outcome, label: string, meaning: string, witness: WitnessKey): NumberColumn {
  const read = ({ outcomes }: Exploration) => outcomes[outcome] ?? '0';
  return { key: `ends-${outcome}`, label, meaning, mark: null, witness, read };
}

function sum(counts: readonly (string | undefined)[]): string {
  return String(counts.reduce((total, count) => total + BigInt(count ?? '0'), 0n));
}

/** The columns that have something to show in any of the results; the others with what never occurs. */
export function splitColumns(results: readonly Exploration[]): {
  readonly groups: readonly NumberGroup[];
  readonly absent: readonly NumberColumn[];
} {
  const isShown = ({ read, key }: NumberColumn) =>
    key === 'precision' || key === 'recall' || results.some((result) => (read(result) ?? '0') !== '0');
  const groups = NUMBER_GROUPS.map(({ title, columns }) => ({ title, columns: columns.filter(isShown) }));
  return {
    groups: groups.filter(({ columns }) => columns.length > 0),
    absent: NUMBER_GROUPS.flatMap(({ columns }) => columns.filter((column) => !isShown(column))),
  };
}
