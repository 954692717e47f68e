import { createStore } from 'zustand/vanilla';
import type { BoardShelf } from '../board/board.ts';
import { createDesk } from '../board/desk.ts';
import { openShelf } from '../board/shelf/board-shelf.ts';
import { requestPersistence } from '../event-store/persistence.ts';
import { createLabDesk } from '../lab/lab-desk.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Exchange } from '../panels/exchange/exchange.ts';
import { createActionRegistry } from '../ui/actions.ts';
import { createAnalysisSource } from '../worker/analysis-source.ts';
import { createLayoutService } from '../worker/layout-service.ts';
import { createWorkerClient } from '../worker/worker-client.ts';
import { makeExchange } from './exchange.ts';
import { readKept } from './kept.ts';
import type { OpenBoard } from './open-board.ts';

/** Below this the inspector waits until it is asked for. */
const ROOMY = '(min-width: 1200px)';

/** Everything the page works with. */
export interface Services {
  /** A board made here asks the browser to keep what it has. */
  readonly shelf: BoardShelf;
  readonly exchange: Exchange;
  readonly openBoard: (id: string) => Promise<OpenBoard>;
  readonly createEmpty: () => Promise<string>;
}

/** Wires the board to the browser: the only place that does. */
export function compose(): Services {
  const kept = openShelf({ now: Date.now, makeId: () => crypto.randomUUID() });
  const worker = createWorkerClient();
  const layout = createLayoutService(worker);
  const create = async (document: JsonObject) => {
    const id = await kept.create(document);
    void requestPersistence();
    return id;
  };
  const shelf: BoardShelf = { ...kept, create };
  return {
    shelf,
    exchange: makeExchange(),
    createEmpty: () => create({ ambit: '1.0', name: 'New board' }),
    openBoard: async (id) => {
      const following = import('./view/follow-view.ts').catch(() => null);
      const opening = import('./open-lab.ts');
      const board = await shelf.open(id);
      const analysis = createAnalysisSource(board, worker);
      const desk = createDesk();
      desk.getState().toggleInspector(matchMedia(ROOMY).matches);
      const lab = createLabDesk();
      // Whoever has never been here is shown an answer, not an empty page.
      if (readKept('last-board') === null) lab.getState().resize('open');
      const lost = createStore<{ readonly message: string | null }>()(() => ({ message: null }));
      // Before the board is seen, so that it opens as the address says.
      const stopFollowing = (await following)?.followView({ board, lab, lost });
      const { engine, results } = (await opening).openLab(board, lab);
      const closing: (() => void)[] = [];
      return {
        board,
        desk,
        analysis,
        layout,
        lab,
        engine,
        results,
        actions: createActionRegistry(),
        lost,
        boards: shelf.entries,
        createBoard: create,
        whenClosed: (close) => closing.push(close),
        close: () => {
          for (const close of closing) close();
          stopFollowing?.();
          results.close();
          analysis.close();
          board.close();
        },
      };
    },
  };
}
