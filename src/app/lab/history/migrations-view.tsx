import { useMemo } from 'react';
import { MigrationsPanel } from '../../../panels/history/migrations/migrations-panel.tsx';
import type { OpenBoard } from '../../open-board.ts';
import { openLiveLab } from '../live-lab.ts';
import { makeGoTo } from './go-to.ts';
import { createLogMigrations } from './log-migrations.ts';

/** How what is stored is brought up to the model. */
export function MigrationsView(open: OpenBoard) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: all of it belongs to the board
  const migrations = useMemo(() => createLogMigrations(open), [open.board]);
  const { readModels } = openLiveLab(open);
  return (
    <MigrationsPanel
      board={open.board}
      migrations={migrations}
      readModels={readModels}
      goTo={makeGoTo(open)}
    />
  );
}
