import './log-tab.css';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { LivePanel } from '../../panels/live/live-panel.tsx';
import { LogPanel } from '../../panels/log/log-panel.tsx';
import { StorePanel } from '../../panels/stores/store-panel.tsx';
import type { OpenBoard } from '../open-board.ts';
import { composeLab } from './compose-lab.ts';

/** Event stores of this browser, the log of one, and races run for real on another. */
export function LogTab({ board }: OpenBoard) {
  const { shelf, log, makeBench } = useMemo(composeLab, []);
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  const bench = useMemo(() => makeBench(model), [makeBench, model]);
  const entries = useSyncExternalStore(shelf.listen, shelf.entries);
  const [choice, setChoice] = useState<string | null>(null);
  const name = choice ?? entries?.[0]?.name ?? null;
  const entry = entries?.find((candidate) => candidate.name === name);
  return (
    <div className="log-tab">
      <StorePanel shelf={shelf} entries={entries} chosen={entry?.name ?? null} onChoose={setChoice} />
      <div className="log-tab-log">
        {entry ? (
          <LogPanel key={entry.name} source={log} entry={entry} />
        ) : (
          <NoLog isLoading={entries === null} />
        )}
      </div>
      <LivePanel bench={bench} onStore={setChoice} />
    </div>
  );
}

function NoLog({ isLoading }: { readonly isLoading: boolean }) {
  if (isLoading) return <p className="empty">Looking for stores…</p>;
  return (
    <div className="empty">
      <h2>No store yet</h2>
      <p>
        Run a race: its log is written to a store of its own and shown here. Or make an empty store on the
        left.
      </p>
    </div>
  );
}
