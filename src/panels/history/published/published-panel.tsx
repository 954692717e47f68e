import './published.css';
import type { GoTo } from '../../../lab/history/go-to.ts';
import { countOf } from '../../../lib/format-number.ts';
import type { PublishedContext, PublishedEvent } from '../../../model/list-published.ts';
import { pointer } from '../../../model/pointer.ts';
import type { FieldType } from '../../../model/schema.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';

export interface PublishedPanelProps {
  readonly contexts: readonly PublishedContext[];
  /** What breaks the interface that was exported last; null when none was. */
  readonly breaks: readonly { readonly event: string; readonly message: string }[] | null;
  readonly onExport: () => void;
  readonly goTo: GoTo;
}

/** The events that others may rely on, by context, and what of it was promised. */
export function PublishedPanel({ contexts, breaks, onExport, goTo }: PublishedPanelProps) {
  const count = contexts.reduce((sum, { events }) => sum + events.length, 0);
  if (count === 0 && (breaks === null || breaks.length === 0)) {
    return (
      <EmptyState title="Nothing is published">
        Most events are a context’s own business. Mark those that others may rely on as “outside” in their
        inspector: they are listed here, exported with their schemas, and watched for changes that would break
        whoever relies on them.
      </EmptyState>
    );
  }
  return (
    <div className="published">
      <header className="published-line">
        <p className="published-headline">
          {countOf(count, 'event is', 'events are')} published
          {contexts.length > 1 ? ` by ${contexts.length} contexts` : ''}.
        </p>
        <button className="button button-main" type="button" onClick={onExport}>
          Export as AsyncAPI
        </button>
      </header>
      <Breaks breaks={breaks} />
      {contexts.map(({ name, description, events }) => (
        <section key={name ?? ''} className="published-context" aria-label={name ?? 'No context'}>
          <h3>{name ?? 'Events of no context'}</h3>
          {description !== '' && <p className="published-story">{description}</p>}
          {events.map((event) => (
            <EventFields key={event.name} event={event} goTo={goTo} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Breaks({ breaks }: Pick<PublishedPanelProps, 'breaks'>) {
  if (breaks === null) {
    return (
      <p className="published-story" role="status">
        It was not exported from here yet. From then on, changes that break what was exported are told here.
      </p>
    );
  }
  if (breaks.length === 0) {
    return (
      <p className="published-story" role="status">
        Nothing breaks what was exported last.
      </p>
    );
  }
  return (
    <>
      <Notice kind="trouble">
        {countOf(breaks.length, 'change breaks', 'changes break')} what was exported last. Exporting anew
        makes this the new promise.
      </Notice>
      <ul className="published-breaks">
        {breaks.map(({ event, message }) => (
          <li key={`${event} ${message}`}>
            <code>{event}</code> {message}
          </li>
        ))}
      </ul>
    </>
  );
}

function EventFields({ event, goTo }: { readonly event: PublishedEvent; readonly goTo: GoTo }) {
  const { name, description, written } = event;
  return (
    <table className="published-event">
      <caption>
        <button className="link-button" type="button" onClick={() => goTo.place(pointer('events', name))}>
          {name}
        </button>{' '}
        {description}
      </caption>
      <tbody>
        {Object.entries(written).map(([field, type]) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td>{sayType(type)}</td>
          </tr>
        ))}
        {Object.keys(written).length === 0 && (
          <tr>
            <td>Its fields are not declared.</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function sayType(type: FieldType): string {
  return typeof type === 'string' ? type : type.join(' | ');
}
