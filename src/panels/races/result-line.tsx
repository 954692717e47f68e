import type { Exploration } from '../../exploration/result.ts';
import type { RaceRow } from '../../exploration/words/race-rows.ts';
import { shareOf } from '../../lib/format-number.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { VERDICT_SHAPES } from '../../ui/verdict-shapes.ts';
import type { ResultsView } from './results-view.ts';

interface OfRow {
  readonly row: RaceRow;
  readonly known: Exploration;
}

export interface ResultLineProps extends OfRow {
  readonly view: ResultsView;
  readonly strategy: StrategyId;
}

/** One thing that occurs, in words; it leads to a shortest schedule that shows it. */
export function ResultLine({ view, strategy, row, known }: ResultLineProps) {
  const { finding, count, unit, does } = row;
  // Where nothing is ever written, all there is to see is how commands are rejected.
  const key = finding ?? 'rejected';
  const words = (
    <>
      {finding !== null && <VerdictMark finding={finding} />}
      <span>
        <b>{count}</b> <span className="result-unit">{unit} </span>
        {does}
      </span>
    </>
  );
  if (known.witnesses[key] === undefined) return <span className="result-line">{words}</span>;
  return (
    <button
      type="button"
      className="result-line"
      data-finding={finding}
      title={`Show a shortest schedule under ${STRATEGIES[strategy].name}`}
      onClick={(event) => {
        event.stopPropagation();
        view.showWitness(strategy, key);
      }}
    >
      {words}
    </button>
  );
}

/** How many of all schedules, as a length. */
export function ShareBar({ row: { finding, share }, known }: OfRow) {
  if (share === '') return null;
  const token = finding === null ? 'line-3' : VERDICT_SHAPES[finding].token;
  const width = `${partOf(finding, known) * 100}%`;
  return (
    <span className="result-bar">
      <span className="result-bar-track" aria-hidden="true">
        <span className="result-bar-part" style={{ width, background: `var(--${token})` }} />
      </span>
      <span className="result-bar-share">{share}</span>
    </span>
  );
}

function partOf(finding: RaceRow['finding'], { violations, verdicts, schedules }: Exploration): number {
  switch (finding) {
    case null:
    case 'safe':
      return 1;
    case 'violation':
      return shareOf(violations, schedules);
    case 'partial':
    case 'error':
      return 0;
    default:
      return shareOf(verdicts[finding]?.schedules ?? '0', schedules);
  }
}
