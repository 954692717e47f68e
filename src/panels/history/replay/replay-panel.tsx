import './replay.css';
import { useSyncExternalStore } from 'react';
import type { Misfit, ReplayReport } from '../../../history/replay/replay-report.ts';
import type { GoTo } from '../../../lab/history/go-to.ts';
import type { LogReplay, ReplayState } from '../../../lab/history/log-replay.ts';
import { countOf, groupDigits } from '../../../lib/format-number.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { CauseTable } from './cause-table.tsx';
import { sayFit, sayPlace } from './replay-words.ts';

export interface ReplayPanelProps {
  readonly replay: LogReplay;
  readonly goTo: GoTo;
}

/** Whether every event of the board's log still fits its model; if not, the event of doom and how to get to it. */
export function ReplayPanel({ replay, goTo }: ReplayPanelProps) {
  const state = useSyncExternalStore(replay.listen, replay.state);
  const { report, trouble, events } = state;
  if (events === 0) {
    return (
      <EmptyState
        title="Nothing to replay yet"
        actions={
          <button className="button button-main" type="button" onClick={goTo.log}>
            Go to the log
          </button>
        }
      >
        The log of this board is empty. Issue commands or read an archive into it; from then on it is replayed
        after every change of the model, so that an event that no longer fits is found early.
      </EmptyState>
    );
  }
  return (
    <div className="replay">
      <ReplayLine state={state} replay={replay} />
      {trouble !== null && <Notice kind="trouble">{trouble}</Notice>}
      {report !== null && <Found report={report} isStale={state.isStale} goTo={goTo} />}
    </div>
  );
}

/** What is going on, and what can be done about it. */
function ReplayLine({ state, replay }: { readonly state: ReplayState; readonly replay: LogReplay }) {
  const { report, running, isStale, waitsToBeAsked, events } = state;
  return (
    <header className="replay-line">
      <p className="replay-headline" role="status">
        {sayHeadline(report, isStale && running === null && waitsToBeAsked)}
      </p>
      {running !== null && (
        <progress
          className="replay-progress"
          aria-label="Replaying the log"
          max={Math.max(running.total, 1)}
          value={running.done}
        />
      )}
      {running === null ? (
        <button className="button" type="button" onClick={replay.run} disabled={events === null}>
          Replay now
        </button>
      ) : (
        <button className="button" type="button" onClick={replay.stop}>
          Stop
        </button>
      )}
    </header>
  );
}

function sayHeadline(report: ReplayReport | null, isOld: boolean): string {
  if (report === null)
    return isOld ? 'Not replayed yet: the log is long, so it waits to be asked.' : 'Replaying…';
  return `${sayFit(report)}${isOld ? ' The model or the log has changed since.' : ''}`;
}

interface FoundProps {
  readonly report: ReplayReport;
  readonly isStale: boolean;
  readonly goTo: GoTo;
}

function Found({ report, isStale, goTo }: FoundProps) {
  const { doom, causes, folded, warned, events } = report;
  return (
    <div className={isStale ? 'replay-found replay-found-stale' : 'replay-found'}>
      {doom !== null && <Doom doom={doom} goTo={goTo} />}
      {doom === null && (
        <p className="replay-story">
          {events === 1 ? 'It' : 'Each'} was held against its type, its fields and its tags, and folded into{' '}
          {countOf(folded, 'value', 'values')}: every projection and read model, once for each tag that
          occurs.
          {warned > 0 && ` ${countOf(warned, 'event', 'events')} would carry other tags if written today.`}
        </p>
      )}
      {causes.length > 0 && <CauseTable causes={causes} goTo={goTo} />}
    </div>
  );
}

/** The first event that does not fit, and where it fails. */
function Doom({ doom, goTo }: { readonly doom: Misfit; readonly goTo: GoTo }) {
  const { position, type, at, expression, subject, reason } = doom;
  return (
    <section className="replay-doom" aria-label="Event of doom">
      <h3>
        <span className="replay-doom-mark" aria-hidden="true">
          ✗
        </span>
        Event of doom: <code className="replay-type">{type}</code> at {groupDigits(position)}
      </h3>
      <p className="replay-reason">{reason}</p>
      {subject !== '' && <p className="replay-subject">Folding {subject}</p>}
      {expression !== '' && <code className="replay-expression">{expression}</code>}
      <p className="replay-ways">
        <button className="button" type="button" onClick={() => goTo.event(position)}>
          Show event {groupDigits(position)} in the log
        </button>
        {at.split('/').length > 2 && (
          <button className="button button-main" type="button" onClick={() => goTo.place(at)}>
            Go to {sayPlace(at)}
          </button>
        )}
      </p>
    </section>
  );
}
