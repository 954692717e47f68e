import './boards.css';
import { type ReactNode, useCallback, useState, useSyncExternalStore } from 'react';
import type { BoardEntry, BoardShelf } from '../../board/board.ts';
import type { JsonObject } from '../../lib/json.ts';
import { DropHint } from '../../ui/drop-hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sayError } from '../../ui/say-error.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { OpenReportDialog } from '../exchange/open-report-dialog.tsx';
import { useOpening } from '../exchange/use-opening.ts';
import { BoardCard } from './board-card.tsx';
import { DeletedBoards, DeletedCard } from './deleted-boards.tsx';
import { ModelGallery } from './model-gallery.tsx';
import { NewBoardBar } from './new-board-bar.tsx';
import type { ShippedModel } from './shipped-model.ts';
import { useDropped } from './use-dropped.ts';
import { useNow } from './use-now.ts';

export interface BoardListProps {
  readonly shelf: BoardShelf;
  readonly models: readonly ShippedModel[];
  readonly exchange: Exchange;
  readonly onOpen: (id: string) => void;
  /** All lessons, to be started from here. */
  readonly lessons: ReactNode;
}

/** All boards of this browser, and the ways to a new one. */
export function BoardList({ shelf, models, exchange, onOpen, lessons }: BoardListProps) {
  const entries = useSyncExternalStore(shelf.listen, shelf.entries);
  const notice = useSyncExternalStore(shelf.listen, shelf.notice);
  const now = useNow();
  const [justDeleted, setJustDeleted] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<string | null>(null);
  const create = useCallback((document: JsonObject) => shelf.create(document), [shelf]);
  const { openFiles, openText, reports, dismiss } = useOpening(exchange, create, onOpen);
  const isOver = useDropped(openFiles, openText);
  const attempt = (work: Promise<unknown>) => {
    setFailure(null);
    work.catch((error: unknown) => setFailure(sayError(error)));
  };
  const begin = (document: Promise<JsonObject>) => attempt(document.then(create).then(onOpen));
  const remove = (id: string) =>
    attempt(shelf.remove(id).then(() => setJustDeleted((before) => new Set(before).add(id))));
  const shown = entries?.filter(({ id, deletedAt }) => deletedAt === null || justDeleted.has(id)) ?? [];
  const draw = (entry: BoardEntry) =>
    entry.deletedAt === null ? (
      <BoardCard
        key={entry.id}
        entry={entry}
        now={now}
        onOpen={() => onOpen(entry.id)}
        onRename={(name) => attempt(shelf.rename(entry.id, name))}
        onDuplicate={() => attempt(shelf.duplicate(entry.id))}
        onExport={() => attempt(exportBoard(shelf, exchange, entry.id))}
        onRemove={() => remove(entry.id)}
      />
    ) : (
      <DeletedCard key={entry.id} entry={entry} onRestore={() => attempt(shelf.restore(entry.id))} />
    );
  return (
    <main className={isOver ? 'boards boards-drop' : 'boards'}>
      <header className="boards-head">
        <h1>Boards</h1>
        <p className="muted">They are kept in this browser, on this computer.</p>
      </header>
      <NewBoardBar
        onEmpty={() => begin(Promise.resolve({ ambit: '1.0', name: 'New board' }))}
        onFiles={openFiles}
      />
      {(failure ?? notice) !== null && <Notice kind="trouble">{failure ?? notice}</Notice>}
      {entries === null && <p className="muted">Looking for boards…</p>}
      {entries !== null && shown.length === 0 && (
        <p className="boards-none">No board yet. Begin with an empty one, or with one of these:</p>
      )}
      {shown.length > 0 && (
        <ul className="board-cards" aria-label="Boards">
          {shown.map(draw)}
        </ul>
      )}
      <section className="boards-gallery" aria-labelledby="lessons-title">
        <h2 id="lessons-title">Learn it in seven lessons</h2>
        {lessons}
      </section>
      <section className="boards-gallery" aria-labelledby="gallery-title">
        <h2 id="gallery-title">Begin with a model</h2>
        <ModelGallery models={models} onChoose={({ file }) => begin(exchange.fetchShipped(file))} />
      </section>
      <DeletedBoards
        entries={(entries ?? []).filter(({ id, deletedAt }) => deletedAt !== null && !justDeleted.has(id))}
        now={now}
        onRestore={(id) => attempt(shelf.restore(id))}
      />
      {isOver && <DropHint>Drop to open</DropHint>}
      <OpenReportDialog reports={reports} onOpen={onOpen} onClose={dismiss} />
    </main>
  );
}

async function exportBoard(shelf: BoardShelf, exchange: Exchange, id: string): Promise<void> {
  const board = await shelf.open(id);
  try {
    await exchange.save(board.state().document, 'json');
  } finally {
    board.close();
  }
}
