import { listRaceNames } from '../../lab/view/find-race.ts';
import { viewOf } from '../../lab/view/lab-view.ts';
import { readView } from '../../lab/view/read-view.ts';
import { showView } from '../../lab/view/show-view.ts';
import { writeView } from '../../lab/view/write-view.ts';
import type { OpenBoard } from '../open-board.ts';
import { addressOf, parseRoute } from '../routes.ts';

/** Browsers refuse an address that changes much oftener than this. */
const REST_MS = 350;

type Shown = Pick<OpenBoard, 'board' | 'lab' | 'lost'>;

/** What the lab shows now, as the address has it. */
export function describeView({ board, lab }: Pick<OpenBoard, 'board' | 'lab'>): string {
  return writeView(viewOf(lab.getState(), listRaceNames(board.state().document)));
}

/**
 * Shows what the address says, and from then on the address says what is shown, so that a page that is loaded anew
 * comes back to it. Returns how to stop.
 */
export function followView(shown: Shown): () => void {
  const { board, lab } = shown;
  showAddress(shown);
  const writing = throttle(() => writeAddress(shown));
  const onHashChange = () => showAddress(shown);
  const stops = [lab.subscribe(writing.ask), board.listen(writing.ask)];
  addEventListener('hashchange', onHashChange);
  return () => {
    for (const stop of stops) stop();
    writing.stop();
    removeEventListener('hashchange', onHashChange);
  };
}

function showAddress({ board, lab, lost }: Shown): void {
  const route = parseRoute(location.hash);
  // An address without a view leads to the board as one left it.
  if (route.kind !== 'board' || route.id !== board.id || route.view === '') return;
  const names = listRaceNames(board.state().document);
  lost.setState({ message: showView(lab, readView(route.view), names) });
}

function writeAddress(shown: Shown): void {
  const route = parseRoute(location.hash);
  if (route.kind !== 'board' || route.id !== shown.board.id) return;
  const view = describeView(shown);
  if (view === route.view) return;
  history.replaceState(history.state, '', addressOf(shown.board.id, view));
}

/** Runs at once, and then at most once in a while; what is asked for meanwhile is done at its end. */
function throttle(run: () => void): { readonly ask: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const rest = () => {
    timer = isAsked ? setTimeout(rest, REST_MS) : undefined;
    if (!isAsked) return;
    isAsked = false;
    run();
  };
  const ask = () => {
    isAsked = true;
    if (timer === undefined) rest();
  };
  return { ask, stop: () => clearTimeout(timer) };
}
