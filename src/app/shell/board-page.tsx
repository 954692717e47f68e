import './shell.css';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { BoardCanvas } from '../../canvas/board-canvas.tsx';
import { useActions } from '../../ui/actions.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Services } from '../compose.ts';
import { followKeyboard } from '../keyboard.ts';
import type { OpenBoard } from '../open-board.ts';
import { FileOpener } from './file-opener.tsx';
import { InspectorPlace } from './inspector-place.tsx';
import { LabDrawer } from './lab-drawer.tsx';
import { LabSummary } from './lab-summary.tsx';
import type { LessonFrame } from './lesson-frame.ts';
import { makeElement } from './make-element.ts';
import { makePageActions, type PageSheet } from './page-actions.ts';
import { PageSheets, preparePalette } from './page-sheets.tsx';
import { listRaceActions } from './race-actions.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { useLessonStarts } from './use-lesson-starts.ts';

const EventModelView = lazy(async () => ({
  default: (await import('../../canvas/event-model/event-model-view.tsx')).EventModelView,
}));

const BoundaryOverlay = lazy(async () => ({
  default: (await import('../../canvas/boundary/boundary-overlay.tsx')).BoundaryOverlay,
}));

const FitForRoom = lazy(async () => ({
  default: (await import('../../canvas/view/fit-for-room.tsx')).FitForRoom,
}));

const PresentPage = lazy(async () => ({
  default: (await import('../present/present-page.tsx')).PresentPage,
}));

const FirstHint = lazy(async () => ({ default: (await import('./first-hint.tsx')).FirstHint }));

export interface BoardPageProps {
  readonly open: OpenBoard;
  readonly services: Services;
  /** What stands around the board in place of bar, rail and inspector while a lesson runs. */
  readonly lesson?: LessonFrame;
}

/** A board with everything around it. */
export function BoardPage({ open, services, lesson }: BoardPageProps) {
  const { board, desk, actions, lab, lost } = open;
  const state = useSyncExternalStore(board.listen, board.state);
  const view = useStore(desk, (held) => held.view);
  const [sheet, setSheet] = useState<PageSheet | null>(null);
  const [isRenaming, setIsRenaming] = useState(false);
  const isFull = useStore(lab, (held) => held.size === 'full');
  const isPresenting = useStore(lab, (held) => held.isPresenting);
  const lostMessage = useStore(lost, (held) => held.message);
  const files = useRef<HTMLInputElement>(null);
  const page = useMemo(() => {
    const rename = () => setIsRenaming(true);
    const chooseFile = () => files.current?.click();
    return makePageActions(services, open, { open: setSheet, rename, chooseFile });
  }, [services, open]);
  useActions(
    actions,
    useMemo(() => [...Object.values(page), ...listRaceActions(open)], [page, open]),
  );
  useLessonStarts(actions);
  useEffect(preparePalette, []);
  // What is typed while a sheet opens is meant for it, and not for the board below.
  useEffect(
    () => (sheet === null && !isPresenting ? followKeyboard(actions) : undefined),
    [actions, sheet, isPresenting],
  );
  const name = readName(state.document['name']);
  useEffect(() => {
    document.title = `${name} · Ambit`;
  }, [name]);
  const onRenamed = (wanted: string | null) => {
    setIsRenaming(false);
    if (wanted !== null) board.edit('Rename the board', (document) => ({ ...document, name: wanted }));
  };
  return (
    <div className={classOf(lesson !== undefined, isPresenting)}>
      {lesson?.bar(open, page) ?? (
        <TopBar
          name={name}
          state={state}
          open={open}
          page={page}
          isRenaming={isRenaming}
          onRenamed={onRenamed}
        />
      )}
      {state.saving.kind === 'failed' && <Notice kind="trouble">{state.saving.message}</Notice>}
      {lostMessage !== null && (
        <Notice kind="plain" onClose={() => lost.setState({ message: null })}>
          {lostMessage}
        </Notice>
      )}
      <div className="stage" inert={isFull || isPresenting}>
        {!lesson && <Rail onMake={(kind) => makeElement(kind, open)} />}
        <main className="view" aria-label={view === 'board' ? 'Board' : 'Event model'}>
          <Suspense fallback={<p className="empty">Laying out the event model…</p>}>
            {view === 'board' ? (
              <BoardCanvas {...open}>
                <Suspense fallback={null}>
                  <BoundaryOverlay {...open} />
                  {isPresenting && <FitForRoom />}
                </Suspense>
              </BoardCanvas>
            ) : (
              <EventModelView {...open} />
            )}
          </Suspense>
          <Suspense fallback={null}>{!lesson && <FirstHint onHelp={() => setSheet('help')} />}</Suspense>
        </main>
        {(!lesson || lesson.isChanging) && <InspectorPlace {...open} />}
      </div>
      <LabDrawer open={open} summary={<LabSummary open={open} hasRaces={lesson === undefined} />} />
      {lesson?.panel(open)}
      {isPresenting && (
        <Suspense fallback={null}>
          <PresentPage open={open} />
        </Suspense>
      )}
      <FileOpener open={open} services={services} field={files} />
      {sheet !== null && (
        <PageSheets sheet={sheet} open={open} services={services} onClose={() => setSheet(null)} />
      )}
    </div>
  );
}

function classOf(isLesson: boolean, isPresenting: boolean): string {
  return `page${isLesson ? ' page-lesson' : ''}${isPresenting ? ' page-presenting' : ''}`;
}

function readName(name: unknown): string {
  return typeof name === 'string' && name.trim() !== '' ? name : 'Board without a name';
}
