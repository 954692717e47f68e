import type { RaceEntry, RaceResult } from '../../lab/race-results.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { knownOf, sayResult, worstOf } from './say-result.ts';
import { STRATEGY_GROUPS } from './strategy-groups.ts';

export interface VerdictStripProps {
  readonly entry: RaceEntry;
  /** The strategy that is on. */
  readonly chosen: StrategyId;
  readonly onChoose: (strategy: StrategyId) => void;
}

/** The worst that happens in a race, one mark for each strategy. The keyboard chooses strategies elsewhere. */
export function VerdictStrip({ entry, chosen, onChoose }: VerdictStripProps) {
  return (
    <div className="race-strip">
      {STRATEGY_GROUPS.map(({ family, ids }) => (
        <div className="race-strip-group" key={family}>
          {ids.map((id) => (
            <button
              key={id}
              type="button"
              tabIndex={-1}
              className="race-strip-mark"
              data-on={id === chosen}
              aria-label={sayResult(id, entry.results[id])}
              title={sayResult(id, entry.results[id])}
              onClick={() => onChoose(id)}
            >
              <ResultMark result={entry.results[id]} />
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

/** One mark for a result; dimmed while a new one is on its way. */
function ResultMark({ result }: { readonly result: RaceResult | undefined }) {
  const known = knownOf(result);
  const isWorking = result === undefined || result.state === 'working';
  if (known === null) return <span className={isWorking ? 'race-working' : ''}>{isWorking ? '' : '?'}</span>;
  const worst = 'unavailable' in known ? null : worstOf(known);
  return (
    <span className={isWorking ? 'race-stale' : undefined}>
      {worst === null ? <NoMark isUnavailable={'unavailable' in known} /> : <VerdictMark finding={worst} />}
    </span>
  );
}

function NoMark({ isUnavailable }: { readonly isUnavailable: boolean }) {
  return <span className="race-no-mark">{isUnavailable ? '–' : '·'}</span>;
}

/** What the columns of marks are: the families, above the first strip. */
export function StripHead() {
  return (
    <div className="race-strip race-strip-head" aria-hidden="true">
      {STRATEGY_GROUPS.map(({ family, ids }) => (
        <div className="race-strip-group" key={family} data-count={ids.length} title={family}>
          {SHORT[family]}
        </div>
      ))}
    </div>
  );
}

/** The families where there is little room; “No guard” stands over a single mark. */
const SHORT = { 'No guard': 'None', 'One log': 'Log', Streams: 'Streams', Tags: 'Tags' } as const;
