import { EmptyState } from '../../ui/empty-state.tsx';
import type { LogPaneName, LogSource } from './log-words.ts';

export interface LogEmptyProps {
  readonly source: LogSource;
  /** Whether events are there and none matches. */
  readonly isFiltered: boolean;
  readonly onPane: (pane: LogPaneName) => void;
  readonly onUnfilter: () => void;
}

/** Why there are no events to see, and what to do about it. */
export function LogEmpty({ source, isFiltered, onPane, onUnfilter }: LogEmptyProps) {
  if (isFiltered) {
    return (
      <EmptyState
        title="No such event"
        actions={
          <button className="button" type="button" onClick={onUnfilter}>
            Show all events
          </button>
        }
      >
        No event in this log has that type and carries those tags. A tag is written as concept:instance, such
        as course:c1.
      </EmptyState>
    );
  }
  if (source === 'run') {
    return (
      <EmptyState
        title="No race has been run yet"
        actions={
          <button className="button button-main" type="button" onClick={() => onPane('run')}>
            Run a race
          </button>
        }
      >
        A race runs on an event store of its own in this browser: first its past is written, then its commands
        go at the same time. What they write shows up here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing has happened here yet"
      actions={
        <>
          <button className="button button-main" type="button" onClick={() => onPane('issue')}>
            Issue a command
          </button>
          <button className="button" type="button" onClick={() => onPane('give')}>
            Give an event
          </button>
          <button className="button" type="button" onClick={() => onPane('run')}>
            Run a race
          </button>
        </>
      }
    >
      This is the board’s own event store. Issue commands and see which rules hold, open the board in a second
      tab and get in each other’s way, or run a race for real.
    </EmptyState>
  );
}
