import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { type LogPaneName, PANES } from './log-words.ts';

export interface LogSideProps {
  readonly pane: LogPaneName;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What stands beside the log. */
export function LogSide({ pane, onClose, children }: LogSideProps) {
  return (
    <aside className="log-side" aria-label={PANES[pane]}>
      <header className="log-side-head">
        <h2>{PANES[pane]}</h2>
        <button className="icon-button" type="button" aria-label="Close" onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <div className="log-side-body">{children}</div>
    </aside>
  );
}
