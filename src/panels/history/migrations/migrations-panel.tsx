import './migrations.css';
import { useSyncExternalStore } from 'react';
import type { Board } from '../../../board/board.ts';
import { addMigration } from '../../../board/edits/migrations.ts';
import type { GoTo } from '../../../lab/history/go-to.ts';
import type { LogMigrations } from '../../../lab/history/log-migrations.ts';
import type { ReadModels } from '../../../lab/history/read-models.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { readList, readObject } from '../../forms/read-json.ts';
import { FormContext } from '../../forms/use-form.ts';
import { AppliedList } from './applied-list.tsx';
import { MigrationForm } from './migration-form.tsx';
import { CHANGE_KINDS, CHANGES, type ChangeKind } from './migration-words.ts';
import { OutdatedReadModels } from './outdated-read-models.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { useMigrations } from './use-migrations.ts';

export interface MigrationsPanelProps {
  readonly board: Board;
  readonly migrations: LogMigrations;
  readonly readModels: ReadModels;
  readonly goTo: GoTo;
}

/** How stored events are brought up to the model: the migrations, what they would do, and what was done. */
export function MigrationsPanel({ board, migrations, readModels, goTo }: MigrationsPanelProps) {
  const { document, parsed } = useSyncExternalStore(board.listen, board.state);
  const work = useMigrations(migrations, parsed.model);
  const all = readList(document['migrations']).map(readObject);
  const add = (change: ChangeKind) =>
    board.edit(`Add migration “${CHANGES[change].title}”`, (before) =>
      addMigration(before, { name: CHANGES[change].title, change }),
    );
  return (
    <FormContext value={{ board, document }}>
      <div className="migrations">
        <section className="migrations-list" aria-label="Migrations of the model">
          {all.length === 0 && (
            <EmptyState title="No migrations">
              When the model has moved on, events that were stored before may no longer fit. A migration says
              how they are brought up to it; nothing is changed until you have seen what it would do.
            </EmptyState>
          )}
          {all.map((migration, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a migration is known by its place
            <MigrationForm key={at} at={at} migration={migration} />
          ))}
          <AddMigration onAdd={add} />
        </section>
        <div className="migrations-work">
          <PreviewPane work={work} hasMigrations={all.length > 0} goTo={goTo} />
          <OutdatedReadModels readModels={readModels} />
          <AppliedList work={work} />
        </div>
      </div>
    </FormContext>
  );
}

function AddMigration({ onAdd }: { readonly onAdd: (change: ChangeKind) => void }) {
  return (
    <div className="migrations-add">
      <p className="migrations-add-title">Add a migration</p>
      {CHANGE_KINDS.map((kind) => (
        <button key={kind} className="button" type="button" onClick={() => onAdd(kind)}>
          {CHANGES[kind].name}
        </button>
      ))}
    </div>
  );
}
