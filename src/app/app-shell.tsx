import './app-shell.css';
import { useState, useSyncExternalStore } from 'react';
import { LogPanel } from '../panels/log/log-panel.tsx';
import { RacePanel } from '../panels/races/race-panel.tsx';
import { StorePanel } from '../panels/stores/store-panel.tsx';
import type { Services } from './compose.ts';

/** The page: the stores, the log of the chosen one, and races. */
export function AppShell({ services: { shelf, log, bench } }: { readonly services: Services }) {
  const entries = useSyncExternalStore(shelf.listen, shelf.entries);
  const [choice, setChoice] = useState<string | null>(null);
  const name = choice ?? entries?.[0]?.name ?? null;
  const entry = entries?.find((candidate) => candidate.name === name);
  return (
    <div className="app">
      <header className="app-bar">
        <h1 className="app-name">Ambit</h1>
        <p className="app-about">Event stores in this browser, and races run on them for real</p>
      </header>
      <StorePanel shelf={shelf} entries={entries} chosen={entry?.name ?? null} onChoose={setChoice} />
      <main className="app-log">
        {entry ? (
          <LogPanel key={entry.name} source={log} entry={entry} />
        ) : (
          <NoLog isLoading={entries === null} />
        )}
      </main>
      <RacePanel bench={bench} onStore={setChoice} />
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
