import type { Action } from '../../ui/actions.ts';
import type { Services } from '../compose.ts';
import type { OpenBoard } from '../open-board.ts';
import { addressOf, goTo } from '../routes.ts';
import { toggleTheme } from '../theme.ts';

export type PageActions = Readonly<Record<PageActionId, Action>>;

type PageActionId =
  | 'undo'
  | 'redo'
  | 'palette'
  | 'find'
  | 'help'
  | 'share'
  | 'rename'
  | 'duplicate'
  | 'export'
  | 'create'
  | 'openFile'
  | 'boards'
  | 'view'
  | 'inspector'
  | 'lab'
  | 'theme'
  | 'present';

/** What an action may open over the board. */
export type PageSheet = 'palette' | 'find' | 'help' | 'share' | 'export';

export interface PageHands {
  readonly open: (sheet: PageSheet) => void;
  readonly rename: () => void;
  readonly chooseFile: () => void;
}

/** The actions of the page around a board. */
export function makePageActions(
  { shelf, createEmpty }: Services,
  { board, desk, lab }: OpenBoard,
  { open, rename, chooseFile }: PageHands,
): PageActions {
  const onPage = (id: string, group: string, label: string, run: () => void, more: Partial<Action> = {}) =>
    ({ id, group, label, run, scope: 'page', ...more }) as const satisfies Action;
  const goToNew = (id: Promise<string>) => void id.then((made) => goTo(addressOf(made))).catch(() => {});
  return {
    undo: onPage('undo', 'Board', 'Undo', board.undo, {
      keys: ['Mod+Z'],
      isEnabled: () => board.state().undoLabel !== null,
    }),
    redo: onPage('redo', 'Board', 'Redo', board.redo, {
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      isEnabled: () => board.state().redoLabel !== null,
    }),
    rename: onPage('rename-board', 'Board', 'Rename the board', rename),
    duplicate: onPage('duplicate-board', 'Board', 'Duplicate the board', () =>
      goToNew(board.flush().then(() => shelf.duplicate(board.id))),
    ),
    export: onPage('export', 'Board', 'Export…', () => open('export'), {
      keys: ['Mod+E'],
      words: ['download', 'save', 'json', 'png', 'svg', 'markdown', 'mermaid'],
    }),
    share: onPage('share', 'Board', 'Share a link', () => open('share'), { words: ['url', 'send', 'copy'] }),
    create: onPage('new-board', 'Board', 'New board', () => goToNew(createEmpty())),
    openFile: onPage('open-file', 'Board', 'Open a file…', chooseFile, {
      keys: ['Mod+O'],
      words: ['import', 'load'],
    }),
    boards: onPage('all-boards', 'Board', 'All boards', () => goTo('#/boards'), { words: ['list', 'home'] }),
    palette: onPage('palette', 'Page', 'Find or do anything', () => open('palette'), {
      keys: ['Mod+K'],
      whileTyping: true,
      isHidden: true,
    }),
    find: onPage('find', 'Page', 'Find on the board', () => open('find'), {
      keys: ['Mod+F'],
      whileTyping: true,
      words: ['search', 'go to'],
    }),
    help: onPage('help', 'Page', 'Help and keys', () => open('help'), { keys: ['?'], words: ['shortcuts'] }),
    view: onPage('switch-view', 'View', 'Switch between board and event model', () => switchView(desk), {
      keys: ['Mod+Shift+M'],
      words: ['timeline', 'slices', 'event modeling'],
    }),
    inspector: onPage(
      'toggle-inspector',
      'View',
      'Show or hide the inspector',
      () => desk.getState().toggleInspector(!desk.getState().inspectorIsOpen),
      { keys: ['Mod+I'] },
    ),
    lab: onPage('toggle-lab', 'View', 'Open or close the lab', () => toggleLab(lab), {
      keys: ['Mod+J'],
      words: ['races', 'matrix', 'log'],
    }),
    present: onPage('present', 'View', 'Present', () => present(lab), {
      keys: ['Mod+Shift+Enter'],
      words: ['presentation', 'slides', 'fullscreen', 'projector', 'room'],
    }),
    theme: onPage('toggle-theme', 'View', 'Light or dark', toggleTheme, {
      words: ['theme', 'colours', 'night'],
    }),
  };
}

function present(lab: OpenBoard['lab']): void {
  lab.getState().present(true);
  // Where the browser does not allow it, the page itself is large enough.
  document.documentElement.requestFullscreen?.().catch(() => {});
}

function toggleLab(lab: OpenBoard['lab']): void {
  const { size, resize } = lab.getState();
  resize(size === 'closed' ? 'open' : 'closed');
}

function switchView(desk: OpenBoard['desk']): void {
  const { view, show } = desk.getState();
  show(view === 'board' ? 'event-model' : 'board');
}
