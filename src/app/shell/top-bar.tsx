import { CircleHelp, LayoutPanelLeft, Link2, Presentation, Redo2, Rows3, Search, Undo2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import type { BoardState } from '../../board/board.ts';
import { Logo } from '../../ui/logo.tsx';
import { sayKeys } from '../../ui/say-keys.ts';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import type { OpenBoard } from '../open-board.ts';
import { theme } from '../theme.ts';
import { ActionButton } from './action-button.tsx';
import { BoardName } from './board-name.tsx';
import type { PageActions } from './page-actions.ts';
import { RenameForm } from './rename-form.tsx';
import { SavingState } from './saving-state.tsx';
import { ThemeButton } from './theme-button.tsx';

// Menus are a part of the page that can come a moment later than the board.
const BoardMenu = lazy(async () => ({ default: (await import('./board-menu.tsx')).BoardMenu }));
const ThemeMenu = lazy(async () => ({ default: (await import('./theme-menu.tsx')).ThemeMenu }));
const StrategySwitch = lazy(async () => ({
  default: (await import('../../panels/strategy/strategy-switch.tsx')).StrategySwitch,
}));

const ICON = { size: 16, 'aria-hidden': true } as const;

const VIEWS = [
  { value: 'board', label: 'Board', icon: <LayoutPanelLeft {...ICON} size={14} /> },
  { value: 'event-model', label: 'Event model', icon: <Rows3 {...ICON} size={14} /> },
] as const;

export interface TopBarProps {
  readonly name: string;
  readonly state: BoardState;
  readonly open: OpenBoard;
  readonly page: PageActions;
  readonly isRenaming: boolean;
  readonly onRenamed: (name: string | null) => void;
}

/** What belongs to the whole board. */
export function TopBar({ name, state, open, page, isRenaming, onRenamed }: TopBarProps) {
  const { desk, lab, actions } = open;
  const view = useStore(desk, (held) => held.view);
  const { undoLabel, redoLabel } = state;
  return (
    <header className="top-bar">
      <div className="top-start">
        <a className="home" href="#/boards" aria-label="Ambit: all boards" title="All boards">
          <Logo />
        </a>
        {isRenaming ? (
          <RenameForm name={name} onDone={onRenamed} />
        ) : (
          <h1 className="board-heading">
            <Suspense fallback={<BoardName name={name} disabled />}>
              <BoardMenu name={name} actions={Object.values(page)} />
            </Suspense>
          </h1>
        )}
        <SavingState saving={state.saving} />
        <span className="top-line" />
        <ActionButton action={page.undo} isDisabled={undoLabel === null} tooltip={sayStep('Undo', undoLabel)}>
          <Undo2 {...ICON} />
        </ActionButton>
        <ActionButton action={page.redo} isDisabled={redoLabel === null} tooltip={sayStep('Redo', redoLabel)}>
          <Redo2 {...ICON} />
        </ActionButton>
        <ToggleGroup
          label="View"
          value={view}
          options={VIEWS}
          onChoose={(chosen) => desk.getState().show(chosen)}
        />
      </div>
      <div className="strategy-place">
        <Suspense fallback={null}>
          <StrategySwitch lab={lab} actions={actions} />
        </Suspense>
      </div>
      <div className="top-end">
        <ActionButton action={page.palette}>
          <Search {...ICON} />
          <kbd className="key-cap">{sayKeys('Mod+K')}</kbd>
        </ActionButton>
        <span className="top-line" />
        <ActionButton action={page.share} text="Share">
          <Link2 {...ICON} />
        </ActionButton>
        <ActionButton action={page.present} text="Present">
          <Presentation {...ICON} />
        </ActionButton>
        <Suspense fallback={<ThemeButton choice={theme.getState().choice} disabled />}>
          <ThemeMenu />
        </Suspense>
        <ActionButton action={page.help}>
          <CircleHelp {...ICON} />
        </ActionButton>
      </div>
    </header>
  );
}

function sayStep(what: string, label: string | null): string {
  return label === null ? `Nothing to ${what.toLowerCase()}` : `${what}: ${label}`;
}
