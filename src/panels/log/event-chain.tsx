import { useCallback } from 'react';
import type { EventChain } from '../../lab/board-log.ts';
import type { LogEvent } from '../../lab/live-log.ts';
import { useAnswer } from '../../ui/use-answer.ts';

export interface EventChainProps {
  readonly event: LogEvent;
  readonly find: (event: LogEvent) => Promise<EventChain>;
  /** Shows the event at a position. */
  readonly onSeek: (position: number) => void;
}

const STATES: Readonly<Record<EventChain['ledTo'][number]['state'], string>> = {
  waiting: 'is to be done',
  running: 'is being done',
  failed: 'has failed',
  stopped: 'was stopped',
  done: 'is done',
};

/** What an event comes from and led to, by policies and external systems; nothing where neither had a part in it. */
export function EventChainDetails({ event, find, onSeek }: EventChainProps) {
  const chain = useAnswer(useCallback(() => find(event), [event, find])).value;
  if (chain === null || (chain.because === null && chain.ledTo.length === 0)) return null;
  const { because, ledTo } = chain;
  return (
    <section aria-label="Chain">
      <h3>Chain</h3>
      {because !== null && (
        <p>
          Because of{' '}
          <button type="button" className="link-button" onClick={() => onSeek(because.position)}>
            {because.type} at {because.position}
          </button>
          , by the policy {because.policy}
        </p>
      )}
      {ledTo.length > 0 && (
        <ul className="log-chain">
          {ledTo.map(({ by, what, state, note, wrote }) => (
            <li key={`${by} ${what}`}>
              Led to {by}: {what} {STATES[state]}
              {wrote.map((position) => (
                <span key={position}>
                  {' · '}
                  <button type="button" className="link-button" onClick={() => onSeek(position)}>
                    event {position}
                  </button>
                </span>
              ))}
              {note !== null && <span className="muted"> · {note}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
