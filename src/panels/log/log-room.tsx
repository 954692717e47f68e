import './log.css';
import { type ReactNode, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { BoardLog } from '../../lab/board-log.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { LogEvent } from '../../lab/live-log.ts';
import type { LiveRuns } from '../../lab/live-runs.ts';
import { EventDetails } from './event-details.tsx';
import { addToFilter, isFiltered, listSeen, NO_FILTER } from './filters.ts';
import { findNeeding } from './find-needing.ts';
import { GivePane } from './give-pane.tsx';
import { IssuePane } from './issue-pane.tsx';
import { LogEmpty } from './log-empty.tsx';
import { LogFilterBar } from './log-filter-bar.tsx';
import { LogNotices } from './log-notices.tsx';
import { LogSide } from './log-side.tsx';
import { LogTable } from './log-table.tsx';
import { LogToolbar } from './log-toolbar.tsx';
import type { LogPaneName, LogSource } from './log-words.ts';
import { sayExtent } from './say-extent.ts';
import { useArchive } from './use-archive.ts';
import { useBoundaries } from './use-boundaries.ts';
import { useChosenEvent } from './use-chosen-event.ts';
import { useDraft } from './use-draft.ts';
import { useIssue } from './use-issue.ts';
import { useLogWindow } from './use-log-window.ts';
import { useRowLooks } from './use-row-looks.ts';
import { useSoughtEvent } from './use-sought-event.ts';

export interface LogRoomProps {
  readonly parts: LabParts;
  readonly log: BoardLog;
  readonly runs: LiveRuns;
  /** Where a race is run, as app puts it together. */
  readonly runPane: ReactNode;
  readonly onStores: () => void;
}

/** The log of the board, or of the last race run: live, and written to by hand. */
export function LogRoom({ parts, log, runs, runPane, onStores }: LogRoomProps) {
  const { board, lab, engine } = parts;
  const { document, parsed } = useSyncExternalStore(board.listen, board.state);
  const strategy = useStore(lab, (held) => held.strategy);
  const session = useSyncExternalStore(runs.listen, runs.state);
  const [source, setSource] = useState<LogSource>(session === null ? 'board' : 'run');
  const [pane, setPane] = useState<LogPaneName | null>(session === null ? null : 'run');
  const [filter, setFilter] = useState(NO_FILTER);
  const [who, setWho] = useState('');
  const command = useDraft(document, {});
  const given = useDraft(document, {});
  const issuing = useIssue(log);
  const archive = useArchive(log);
  const shown = source === 'board' ? log : runs.log;
  const { status, view, isStale, look } = useLogWindow(shown, filter);
  const sight = `${source} ${JSON.stringify(filter)}`;
  const chosen = useChosenEvent(view, sight);
  const boundaries = useBoundaries(engine, parsed.model, strategy);
  const looks = useRowLooks(document, boundaries?.reports ?? null, source === 'run', session);
  const seen = useMemo(() => listSeen(view), [view]);
  const types = useMemo(
    () => [...new Set([...Object.keys(parsed.model?.events ?? {}), ...seen.types])],
    [parsed.model, seen],
  );
  const order = session?.order;
  // Whoever runs a race wants to see what it writes.
  useEffect(() => {
    if (order === undefined) return;
    setSource('run');
    setFilter(NO_FILTER);
  }, [order]);
  const show = (wanted: LogSource) => {
    setSource(wanted);
    setFilter(NO_FILTER);
  };
  const open = (wanted: LogPaneName) => {
    // What is given by hand goes into the board's own log.
    if ((wanted === 'issue' || wanted === 'give') && source === 'run') show('board');
    setPane(wanted === pane ? null : wanted);
  };
  const { choose } = chosen;
  const onChoose = (place: number, event: LogEvent | undefined) => {
    choose(place, event);
    setPane('event');
  };
  const seekRow = useSoughtEvent(lab, view, isStale, {
    isSeen: source === 'board' && !isFiltered(filter),
    onUnseen: () => show('board'),
    onFound: onChoose,
  });
  const unfilter = useCallback(() => setFilter(NO_FILTER), []);
  const form = { document, events: seen.events, who, onWho: setWho };
  return (
    <section className="log" aria-label="Log">
      <LogToolbar
        source={source}
        pane={pane}
        archive={archive}
        isEmpty={(status?.events ?? 0) === 0}
        onSource={show}
        onPane={open}
        onDownload={() => archive.download(shown.download)}
        onStores={onStores}
      >
        <LogFilterBar filter={filter} types={types} tags={seen.tags} onFilter={setFilter} />
        <p className="log-extent" role="status">
          {sayExtent(view, isStale, status?.events ?? 0, isFiltered(filter))}
        </p>
      </LogToolbar>
      <LogNotices log={log} archive={archive} status={status} failure={view?.failure ?? null} />
      <div className="log-body">
        <div className={isStale ? 'log-main log-main-stale' : 'log-main'}>
          {view !== null && view.count > 0 && (
            <LogTable
              key={sight}
              view={view}
              look={look}
              looks={looks}
              chosen={chosen.place}
              sought={seekRow}
              onChoose={onChoose}
            />
          )}
          {view?.count === 0 && !isStale && (
            <LogEmpty
              source={source}
              isFiltered={isFiltered(filter) && (status?.events ?? 0) > 0}
              onPane={open}
              onUnfilter={unfilter}
            />
          )}
        </div>
        {pane !== null && (
          <LogSide pane={pane} onClose={() => setPane(null)}>
            {pane === 'issue' && (
              <IssuePane {...form} draft={command} issuing={issuing} strategy={strategy} />
            )}
            {pane === 'give' && <GivePane {...form} log={log} draft={given} />}
            {pane === 'run' && runPane}
            {pane === 'event' && chosen.event !== null && (
              <EventDetails
                event={chosen.event}
                document={document}
                needing={boundaries && findNeeding(chosen.event, boundaries.reports)}
                unknown={boundaries?.unknown ?? []}
                strategy={strategy}
                isRace={source === 'run'}
                chain={{ find: log.chain, onSeek: lab.getState().seekEvent }}
                onFilter={(wanted) => setFilter(addToFilter(filter, wanted))}
              />
            )}
          </LogSide>
        )}
      </div>
    </section>
  );
}
