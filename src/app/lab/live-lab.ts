import type { Board } from '../../board/board.ts';
import { projectInAppend } from '../../event-store/project-in-append.ts';
import type { BoardLog } from '../../lab/board-log.ts';
import type { ReadModels } from '../../lab/history/read-models.ts';
import type { LiveRuns } from '../../lab/live-runs.ts';
import { seededRandom } from '../../lib/seeded-random.ts';
import { projectorsOf } from '../../runs/project-read-model.ts';
import { nameFile } from '../name-file.ts';
import type { OpenBoard } from '../open-board.ts';
import { createBoardLog } from './board-log.ts';
import { compileBoard } from './compile-board.ts';
import { browserHands, HeldLog } from './held-log.ts';
import { BoardReadModels } from './history/board-read-models.ts';
import { LiveRunner } from './live-runs.ts';
import { nameStores } from './store-names.ts';

/** What a board does on real stores. */
export interface LiveLab {
  readonly log: BoardLog;
  readonly runs: LiveRuns;
  /** The store behind the log. */
  readonly held: HeldLog;
  readonly readModels: ReadModels;
}

const labs = new WeakMap<Board, LiveLab>();

/** The log of a board and the races run for it: made with the first use, and closed with the board. */
export function openLiveLab(open: OpenBoard): LiveLab {
  const known = labs.get(open.board);
  if (known) return known;
  const made = makeLiveLab(open);
  labs.set(open.board, made);
  return made;
}

function makeLiveLab({ board, engine, whenClosed }: OpenBoard): LiveLab {
  const names = nameStores(board.id);
  const fileOf = (ending: string) => () => nameFile(board.state().document, ending);
  const { locks } = navigator;
  const makeId = () => crypto.randomUUID();
  const held = new HeldLog(names.log, fileOf('log.ndjson'), browserHands('strict'));
  const compile = compileBoard(board);
  const readModels = new BoardReadModels(board, held, compile);
  const log = createBoardLog(held, {
    locks,
    makeId,
    now: () => new Date().toISOString(),
    compile: () => {
      const model = compile();
      if (model === null) throw new Error('This board cannot be run: its document is no usable model.');
      return model;
    },
    attach: async (model) => {
      await readModels.settle('sync');
      return projectInAppend(projectorsOf(model, 'sync'));
    },
  });
  const runs = new LiveRunner({
    // A race can be run again.
    held: new HeldLog(names.run, fileOf('run.ndjson'), browserHands('relaxed')),
    engine,
    locks,
    ground: {
      random: seededRandom(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0),
      now: () => performance.now(),
      makeId,
    },
  });
  whenClosed(() => {
    readModels.close();
    log.close();
    runs.close();
  });
  return { log, runs, held, readModels };
}
