import type { LogEvent } from '../../lab/live-log.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { EventChainDetails, type EventChainProps } from './event-chain.tsx';
import type { Needing } from './find-needing.ts';
import { NeedingDetails } from './needing-details.tsx';
import { sayWho } from './say-who.ts';
import { TagName } from './tag-list.tsx';
import type { Boundaries } from './use-boundaries.ts';

export interface EventDetailsProps {
  readonly event: LogEvent;
  readonly document: JsonObject;
  /** Null while it is not known. */
  readonly needing: readonly Needing[] | null;
  readonly unknown: Boundaries['unknown'];
  readonly strategy: StrategyId;
  readonly isRace: boolean;
  /** How its chain is found and followed; in races there is none. */
  readonly chain: Pick<EventChainProps, 'find' | 'onSeek'>;
  /** Shows only events of a type, or those that carry a tag. */
  readonly onFilter: (wanted: { readonly type: string } | { readonly tag: string }) => void;
}

/** All that is stored of one event, and to whom it matters. */
export function EventDetails(props: EventDetailsProps) {
  const { event, document, needing, unknown, strategy, isRace, chain, onFilter } = props;
  const { position, type, tags, data, time, streams = [], id, onBehalfOf, copyOf } = event;
  return (
    <div className="log-details">
      <p className="log-details-title">
        <span className="log-position">{position}</span>
        <button
          type="button"
          className="log-type log-pick"
          title={`Show only ${type}`}
          onClick={() => onFilter({ type })}
        >
          {type}
        </button>
      </p>
      <dl className="log-facts">
        <dt>Who</dt>
        <dd>
          {sayWho(event, isRace)}
          {onBehalfOf !== undefined && ` for ${onBehalfOf}`}
        </dd>
        <dt>Time</dt>
        <dd className="model">{time}</dd>
        <dt>Tags</dt>
        <dd>
          {tags.length === 0 && <span className="muted">none</span>}
          <span className="log-tags">
            {tags.map((tag) => (
              <button
                key={tag}
                type="button"
                className="log-pick"
                title={`Show only events with ${tag}`}
                onClick={() => onFilter({ tag })}
              >
                <TagName tag={tag} document={document} />
              </button>
            ))}
          </span>
        </dd>
        <dt title="An aggregate’s stream has every event that the aggregate owns and that carries its tag">
          Streams
        </dt>
        <dd className="model">{streams.join(', ') || <span className="muted">none</span>}</dd>
        {copyOf !== undefined && (
          <>
            <dt title="A saga writes a fact once to each of its streams">Copy of</dt>
            <dd className="model">{copyOf}</dd>
          </>
        )}
        <dt>Id</dt>
        <dd className="model log-id">{id}</dd>
      </dl>
      {!isRace && <EventChainDetails event={event} {...chain} />}
      <section aria-label="Needed by">
        <h3>Needed by</h3>
        {needing === null ? (
          <p className="muted">Looking at the commands…</p>
        ) : (
          <NeedingDetails
            needing={needing}
            unknown={unknown}
            type={type}
            strategyName={STRATEGIES[strategy].name}
          />
        )}
      </section>
      <section aria-label="Data">
        <h3>Data</h3>
        <pre className="log-json">{JSON.stringify(data, null, 2)}</pre>
      </section>
    </div>
  );
}
