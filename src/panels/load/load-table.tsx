import { formatMs, formatShare } from '../../lib/format-number.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { LoadFinding } from '../../workload/find-one.ts';
import type { Estimate, StrategyLoad } from '../../workload/load-result.ts';
import type { SweepPoint } from '../../workload/sweep-load.ts';
import { ResponseShape } from './response-shape.tsx';

export interface LoadTableProps {
  readonly point: SweepPoint;
  /** Where the point is, in words. */
  readonly where: string;
  readonly strategy: StrategyId;
  readonly onChoose: (strategy: StrategyId) => void;
  /** Shows one that was counted, as a race. */
  readonly onShowOne: (strategy: StrategyId, finding: LoadFinding) => void;
}

/** Everything that was measured at one point, strategy by strategy. */
export function LoadTable({ point, where, strategy, onChoose, onShowOne }: LoadTableProps) {
  const loads = STRATEGY_IDS.map((id) => ({ id, load: point.result.strategies[id] }));
  const known = loads.flatMap(({ load }) => (load && 'response' in load ? [load] : []));
  const from = Math.max(1, Math.min(...known.map(({ response }) => response.bars[0]?.ms ?? 1)) * 0.9);
  const to = Math.max(from * 2, ...known.map(({ response }) => response.p99 * 1.2));
  return (
    <table className="load-table">
      <caption>
        {`At ${where}: `}
        <span className="load-key load-key-rightly" /> stopped rightly{' '}
        <span className="load-key load-key-nothing" /> for nothing. Answers: the line is the median, the
        dotted one where 95 % have come.
      </caption>
      <thead>
        <tr>
          <th scope="col" className="load-name">
            Strategy
          </th>
          <th scope="col" colSpan={2}>
            Stopped
          </th>
          <th scope="col">For nothing</th>
          <th scope="col">Missed</th>
          <th scope="col">Given up</th>
          <th scope="col">Accepted</th>
          <th scope="col">Attempts</th>
          <th scope="col">Wait p99</th>
          <th scope="col" colSpan={3}>
            Answers, median, p95
          </th>
        </tr>
      </thead>
      <tbody>
        {loads.map(({ id, load }) => {
          if (load === undefined) return null;
          return (
            <tr key={id} data-on={id === strategy} onClick={() => onChoose(id)}>
              <th scope="row" className="load-name">
                {STRATEGIES[id].name}
              </th>
              {'unavailable' in load ? (
                <td colSpan={11} className="load-unavailable">{`Cannot be used: ${load.unavailable}`}</td>
              ) : (
                <Numbers load={load} span={{ from, to }} onShowOne={(finding) => onShowOne(id, finding)} />
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface NumbersProps {
  readonly load: StrategyLoad;
  readonly span: { readonly from: number; readonly to: number };
  readonly onShowOne: (finding: LoadFinding) => void;
}

function Numbers({ load, span, onShowOne }: NumbersProps) {
  const { verdicts, stopped, givenUp, response, wait } = load;
  const rightly = verdicts.conflict.mean;
  const nothing = verdicts.falseConflict.mean;
  const waits = wait.count > 0;
  return (
    <>
      <td className="load-bar-cell">
        {waits && stopped.mean === 0 ? (
          <span className="load-instead">waits instead</span>
        ) : (
          <span className="load-bar" aria-hidden="true">
            <BarPart className="load-key-rightly" share={rightly} onOpen={() => onShowOne('conflict')} />
            <BarPart className="load-key-nothing" share={nothing} onOpen={() => onShowOne('falseConflict')} />
          </span>
        )}
      </td>
      <Share of={stopped} finding="conflict" count={load.counts.verdicts.conflict} onShowOne={onShowOne} />
      <Share
        of={verdicts.falseConflict}
        finding="falseConflict"
        count={load.counts.verdicts.falseConflict}
        onShowOne={onShowOne}
      />
      <Share
        of={verdicts.missedConflict}
        finding="missedConflict"
        count={load.counts.verdicts.missedConflict}
        onShowOne={onShowOne}
        isAlarm
      />
      <td>{formatShare(givenUp.mean)}</td>
      <td title={sayInterval(load.goodput)}>{`${load.goodput.mean.toFixed(1)}/s`}</td>
      <td>{load.attempts.mean.toFixed(2)}</td>
      <td>{waits ? formatMs(wait.p99) : '–'}</td>
      <td className="load-shape-cell">
        <ResponseShape durations={response} {...span} />
      </td>
      <td>{formatMs(response.p50)}</td>
      <td>{formatMs(response.p95)}</td>
    </>
  );
}

interface BarPartProps {
  readonly className: string;
  readonly share: number;
  readonly onOpen: () => void;
}

/** A part of a bar, for the pointer: the number beside it leads to the same place by keyboard. */
function BarPart({ className, share, onOpen }: BarPartProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`load-bar-part ${className}`}
      style={{ width: `${100 * share}%` }}
      title="Show one of them as a race"
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    />
  );
}

interface ShareProps {
  readonly of: Estimate;
  readonly finding: LoadFinding;
  /** How many were counted, and so whether there is one to show. */
  readonly count: number;
  readonly onShowOne: (finding: LoadFinding) => void;
  readonly isAlarm?: boolean;
}

/** A share that leads to one of what it counts. */
function Share({ of, finding, count, onShowOne, isAlarm = false }: ShareProps) {
  const said = formatShare(of.mean);
  if (count === 0) return <td data-zero={of.mean === 0}>{said}</td>;
  return (
    <td data-alarm={isAlarm}>
      <button
        type="button"
        className="load-show"
        title={`${sayInterval(of)} Show one of them as a race.`}
        aria-label={`${said}: show one as a race`}
        onClick={(event) => {
          event.stopPropagation();
          onShowOne(finding);
        }}
      >
        {said}
      </button>
    </td>
  );
}

function sayInterval({ low, high, mean }: Estimate): string {
  if (low === null || high === null) return 'One replication: no confidence interval yet.';
  const digits = mean > 1 ? 1 : 3;
  return `95 % confidence: ${low.toFixed(digits)} to ${high.toFixed(digits)}.`;
}
