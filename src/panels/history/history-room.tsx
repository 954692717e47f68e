import './history-room.css';
import type { KeyboardEvent, ReactNode } from 'react';
import { useStore } from 'zustand';
import { HISTORY_VIEWS, type HistoryView, type LabDeskStore } from '../../lab/lab-desk.ts';
import { HISTORY_WORDS } from './history-words.ts';

export interface HistoryRoomProps {
  readonly lab: LabDeskStore;
  /** What the chosen view shows. */
  readonly children: ReactNode;
}

/** What has happened already: a list of what can be seen of it, and the chosen one beside. */
export function HistoryRoom({ lab, children }: HistoryRoomProps) {
  const view = useStore(lab, (held) => held.historyView);
  return (
    <div className="history-room">
      <Views view={view} onChoose={(next) => lab.getState().lookBack(next)} />
      <section className="history-view" aria-label={HISTORY_WORDS[view].name}>
        {children}
      </section>
    </div>
  );
}

interface ViewsProps {
  readonly view: HistoryView;
  readonly onChoose: (view: HistoryView) => void;
}

function Views({ view, onChoose }: ViewsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = (HISTORY_VIEWS.indexOf(view) + way + HISTORY_VIEWS.length) % HISTORY_VIEWS.length;
    onChoose(HISTORY_VIEWS[at] ?? view);
    event.currentTarget.querySelectorAll<HTMLElement>('button')[at]?.focus();
  };
  return (
    <nav className="history-views" aria-label="History" onKeyDown={onKeyDown}>
      {HISTORY_VIEWS.map((name) => (
        <button
          key={name}
          className="history-choice"
          type="button"
          aria-current={name === view ? 'page' : undefined}
          tabIndex={name === view ? 0 : -1}
          title={HISTORY_WORDS[name].about}
          onClick={() => onChoose(name)}
        >
          {HISTORY_WORDS[name].name}
        </button>
      ))}
    </nav>
  );
}
