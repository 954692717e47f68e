import { useStore } from 'zustand';
import { FINDINGS, type FindingKey, occurs } from '../../exploration/findings.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { RaceEntry, RaceResult } from '../../lab/race-results.ts';
import { countOf } from '../../lib/format-number.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { knownOf } from './say-result.ts';
import { useEntries } from './use-entries.ts';

/** What is beside the strategy that is on, so that there is something to compare with. */
const BESIDE: StrategyId = 'tag-condition';
/** What is worth a word in one line. */
const TOLD = [
  'missedConflict',
  'falseConflict',
  'needlessWait',
  'partial',
  'error',
] as const satisfies FindingKey[];

/** What the races come to, in one line: each part opens a race that shows it. */
export function RaceSummary({ parts }: { readonly parts: Pick<LabParts, 'lab' | 'results'> }) {
  const entries = useEntries(parts);
  const strategy = useStore(parts.lab, (held) => held.strategy);
  if (entries.length === 0) return <b>No races</b>;
  return (
    <>
      <b>{countOf(entries.length, 'race', 'races')}</b>
      {[...new Set([strategy, BESIDE])].map((id) => (
        <span key={id}>
          {STRATEGIES[id].name}: <StrategySummary parts={parts} entries={entries} strategy={id} />
        </span>
      ))}
    </>
  );
}

interface StrategySummaryProps {
  readonly parts: Pick<LabParts, 'lab'>;
  readonly entries: readonly RaceEntry[];
  readonly strategy: StrategyId;
}

function StrategySummary({ parts: { lab }, entries, strategy }: StrategySummaryProps) {
  const explored = entries.flatMap(({ at, results }) => {
    const known = knownOf(results[strategy]);
    return known === null || 'unavailable' in known ? [] : [{ at, known }];
  });
  if (entries.some(({ race, results }) => race !== null && isAwaited(results[strategy]))) return 'working…';
  if (explored.length === 0) return 'cannot be run';
  const open = (at: number) => {
    lab.getState().choose(strategy);
    lab.getState().openRace({ kind: 'kept', at });
  };
  const found = TOLD.map((key) => ({ key, races: explored.filter(({ known }) => occurs(known, key)) }));
  return found.map(({ key, races }) => {
    const [first] = races;
    // That nothing is missed is the first thing one wants to know; of the rest, what does not occur is not said.
    if (first === undefined) return key === 'missedConflict' && <span key={key}>no conflict is missed</span>;
    const { name } = FINDINGS[key];
    return (
      <button
        key={key}
        type="button"
        className="lab-summary-part"
        title={`Show a race with a ${name} under ${STRATEGIES[strategy].name}`}
        onClick={() => open(first.at)}
      >
        <VerdictMark finding={key} size={14} /> {name} in {races.length}
      </button>
    );
  });
}

function isAwaited(result: RaceResult | undefined): boolean {
  return result === undefined || (result.state === 'working' && result.last === null);
}
