import './log.css';
import { useId, useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import type { LogSource, LogView } from './log-source.ts';
import { LogTable } from './log-table.tsx';
import { useLog } from './use-log.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

export interface LogPanelProps {
  readonly source: LogSource;
  readonly entry: {
    readonly name: string;
    readonly events: number;
    readonly edition: number;
    readonly durable: boolean;
  };
}

/** The log of one store, live. */
export function LogPanel({ source, entry }: LogPanelProps) {
  const { name, events, edition, durable } = entry;
  const [filter, setFilter] = useState('');
  const { view, failure, isStale } = useLog(source, name, edition, filter);
  const { ref, isAtEnd, onScroll, goToEnd } = useStickToEnd(view);
  const filterId = useId();
  return (
    <section className="log" aria-label={`Log of ${name}`}>
      <header className="log-head">
        <h2 className="log-title">{name}</h2>
        <label className="visually-hidden" htmlFor={filterId}>
          Filter by type or tag
        </label>
        <input
          id={filterId}
          className="log-filter"
          type="search"
          value={filter}
          placeholder="Filter by type or tag"
          onChange={(event) => setFilter(event.target.value)}
        />
        <p className="log-about">
          {view && !isStale ? sayExtent(view, events, filter, source.limit) : 'Looking…'}
        </p>
      </header>
      {!durable && (
        <Notice kind="trouble">
          Nothing is saved: this store lives in this page only, until it is closed.
        </Notice>
      )}
      {failure !== null && <Notice kind="trouble">The log cannot be followed any more: {failure}</Notice>}
      <section className="log-scroll" ref={ref} onScroll={onScroll} aria-label="Events">
        {view && view.rows.length > 0 && <LogTable rows={view.rows} />}
        {view?.rows.length === 0 && <p className="empty">{sayEmpty(events, filter)}</p>}
      </section>
      {!isAtEnd && (
        <button className="button log-to-end" type="button" onClick={goToEnd}>
          To the end ↓
        </button>
      )}
    </section>
  );
}

function sayExtent({ rows, hasEarlier }: LogView, events: number, filter: string, limit: number): string {
  const all = `${events.toLocaleString('en')} ${events === 1 ? 'event' : 'events'}`;
  if (filter.trim() === '') return hasEarlier ? `The last ${limit} of ${all}` : all;
  return hasEarlier ? `The last ${limit} that match, of ${all}` : `${rows.length} of ${all} match`;
}

function sayEmpty(events: number, filter: string): string {
  return events > 0 && filter.trim() !== ''
    ? `No type and no tag contains “${filter.trim()}”.`
    : 'Nothing has happened here yet. What is appended, in this tab or another, shows up as it comes.';
}
