import { makeKey } from '../../board/element-key.ts';
import type { RaceResult } from '../../lab/race-results.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { listHomeless } from './list-homeless.ts';
import type { ResultsView } from './results-view.ts';
import { sayProgress } from './say-progress.ts';
import { knownOf } from './say-result.ts';

export interface UnknownResultProps {
  readonly view: ResultsView;
  readonly strategy: StrategyId;
  readonly result: RaceResult | undefined;
}

/** Why there is no result under a strategy, and what to do about it. */
export function UnknownResult({ view, strategy, result }: UnknownResultProps) {
  const known = knownOf(result);
  if (known !== null && 'unavailable' in known) {
    return (
      <p className="result-unknown">
        Cannot be run: {known.unavailable}.
        {STRATEGIES[strategy].needsStreams && <HomelessEvents view={view} />}
      </p>
    );
  }
  if (result?.state !== 'failed') {
    return (
      <p className="result-unknown">{sayProgress(result?.state === 'working' ? result.progress : null)}</p>
    );
  }
  return (
    <p className="result-unknown">
      {result.message}.{' '}
      <button type="button" className="link-button" onClick={view.chosen.retry}>
        Try again
      </button>
    </p>
  );
}

/** The events that need an aggregate, to be shown on the board. */
function HomelessEvents({ view }: Pick<UnknownResultProps, 'view'>) {
  const { desk, lab } = view.parts;
  const events = view.chosen.race === null ? [] : listHomeless(view.model, view.chosen.race);
  const show = (event: string) => {
    if (lab.getState().size === 'full') lab.getState().resize('open');
    desk.getState().seek(makeKey('event', event));
  };
  return events.map((event) => (
    <button
      key={event}
      type="button"
      className="link-button"
      onClick={(click) => {
        click.stopPropagation();
        show(event);
      }}
    >
      Show {event} on the board
    </button>
  ));
}
