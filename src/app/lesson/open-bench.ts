import type { LessonBench } from '../../panels/lessons/lesson-bench.ts';
import { createLogMigrations } from '../lab/history/log-migrations.ts';
import { openLogReplay } from '../lab/history/log-replay.ts';
import { openLiveLab } from '../lab/live-lab.ts';
import type { OpenBoard } from '../open-board.ts';

/** The log of a board for the lesson on it: the one that its lab shows. */
export function openBench(open: OpenBoard): LessonBench {
  const { log, readModels, sideEffects } = openLiveLab(open);
  return { log, readModels, sideEffects, replay: openLogReplay(open), migrations: createLogMigrations(open) };
}
