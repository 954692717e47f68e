import type { BoardLog } from '../../lab/board-log.ts';
import type { LogMigrations } from '../../lab/history/log-migrations.ts';
import type { LogReplay } from '../../lab/history/log-replay.ts';
import type { ReadModels } from '../../lab/history/read-models.ts';
import type { SideEffects } from '../../lab/history/side-effects.ts';

/** The log of a lesson's board, and what lives beside it. */
export interface LessonBench {
  readonly log: BoardLog;
  readonly readModels: ReadModels;
  readonly sideEffects: SideEffects;
  readonly replay: LogReplay;
  readonly migrations: LogMigrations;
}
