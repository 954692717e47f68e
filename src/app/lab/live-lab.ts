import type { Board } from '../../board/board.ts';
import type { CompiledModel } from '../../decision/compiled-model.ts';
import { joinAttachments } from '../../event-store/join-attachments.ts';
import { projectInAppend } from '../../event-store/project-in-append.ts';
import type { BoardLog } from '../../lab/board-log.ts';
import type { ReadModels } from '../../lab/history/read-models.ts';
import type { SideEffects } from '../../lab/history/side-effects.ts';
import type { LiveRuns } from '../../lab/live-runs.ts';
import { seededRandom } from '../../lib/seeded-random.ts';
import { issueReaction } from '../../runs/issue-reaction.ts';
import { projectorsOf } from '../../runs/project-read-model.ts';
import { attachTasks } from '../../runs/side-effects.ts';
import { WebLocks } from '../../runs/web-locks.ts';
import { nameFile } from '../name-file.ts';
import type { OpenBoard } from '../open-board.ts';
import { createBoardLog } from './board-log.ts';
import { compileBoard } from './compile-board.ts';
import { browserHands, HeldLog } from './held-log.ts';
import { BoardReadModels } from './history/board-read-models.ts';
import { BoardSideEffects } from './history/board-side-effects.ts';
import { decideOnUpcast } from './history/read-upcast.ts';
import { LiveRunner } from './live-runs.ts';
import { nameStores } from './store-names.ts';

/** What a board does on real stores. */
export interface LiveLab {
  readonly log: BoardLog;
  readonly runs: LiveRuns;
  /** The store behind the log. */
  readonly held: HeldLog;
  readonly readModels: ReadModels;
  readonly sideEffects: SideEffects;
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

function makeLiveLab({ board, engine, lab, whenClosed }: OpenBoard): LiveLab {
  const names = nameStores(board.id);
  const fileOf = (ending: string) => () => nameFile(board.state().document, ending);
  const { locks } = navigator;
  const makeId = () => crypto.randomUUID();
  const held = new HeldLog(names.log, fileOf('log.ndjson'), browserHands('strict'));
  const compile = compileBoard(board);
  const readModels = new BoardReadModels(board, held, compile);
  const usable = () => {
    const model = compile();
    if (model === null) throw new Error('This board cannot be run: its document is no usable model.');
    return model;
  };
  const now = () => new Date().toISOString();
  /** The read models that are written with events, once they are level with the log. */
  const attachRows = async (model: CompiledModel) => {
    await readModels.settle('sync');
    return projectInAppend(projectorsOf(model, 'sync'));
  };
  const sideEffects = new BoardSideEffects({
    held,
    locks,
    compile,
    positionOf: (name) => readModels.positionOf(name),
    watch: (listener) => readModels.listen(listener),
    issue: async (task) => {
      if (locks === undefined) throw new Error('This browser has no Web Locks, which commands need.');
      const model = usable();
      return issueReaction(model, task, lab.getState().strategy, {
        store: await held.use(),
        locks: new WebLocks(locks, `ambit-log:${held.name}`),
        now: () => performance.now(),
        time: now(),
        beside: await attachRows(model),
        view: (store) => decideOnUpcast(store, model),
      });
    },
  });
  const log = createBoardLog(held, {
    locks,
    makeId,
    now,
    compile: usable,
    attach: async (model) => joinAttachments([await attachRows(model), attachTasks(model)]),
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
    sideEffects.close();
    readModels.close();
    log.close();
    runs.close();
  });
  return { log, runs, held, readModels, sideEffects };
}
