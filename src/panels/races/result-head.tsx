import { ChevronDown, ChevronRight } from 'lucide-react';
import { STRATEGY_IDS } from '../../strategies/program.ts';
import type { ChosenRace } from './use-chosen-race.ts';

export interface ResultHeadProps {
  readonly chosen: ChosenRace;
  readonly isMore: boolean;
  readonly onMore: (isMore: boolean) => void;
}

/** What the table is about, how far it is, and where to see all its numbers. */
export function ResultHead({ chosen, isMore, onMore }: ResultHeadProps) {
  const results = STRATEGY_IDS.flatMap((id) => chosen.results[id] ?? []);
  // What is done at once tells no progress, and needs no way to stop it.
  const isLong = results.some((result) => result.state === 'working' && result.progress !== null);
  const working = results.filter(({ state }) => state === 'working').length;
  return (
    <header className="results-head">
      <h3 title="A schedule is one order in which the steps of the commands can happen. All of them were tried.">
        All schedules, all strategies
      </h3>
      {isLong && (
        <span className="results-working">
          {results.length - working} of {results.length} strategies done
          <button type="button" className="button button-quiet" onClick={chosen.stop}>
            Stop
          </button>
        </span>
      )}
      <button
        type="button"
        className="button button-quiet results-more"
        aria-expanded={isMore}
        onClick={() => onMore(!isMore)}
      >
        {isMore ? (
          <ChevronDown size={14} aria-hidden="true" />
        ) : (
          <ChevronRight size={14} aria-hidden="true" />
        )}
        {isMore ? 'Fewer numbers' : 'More numbers'}
      </button>
    </header>
  );
}
