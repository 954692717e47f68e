import './stores.css';
import { NewStoreForm } from './new-store-form.tsx';
import { StoreItem } from './store-item.tsx';
import type { StoreEntry, StoreShelf } from './store-shelf.ts';

export interface StorePanelProps {
  readonly shelf: StoreShelf;
  /** Null until they are known. */
  readonly entries: readonly StoreEntry[] | null;
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

/** The named stores of this browser: choose, make, export, delete. */
export function StorePanel({ shelf, entries, chosen, onChoose }: StorePanelProps) {
  return (
    <section className="stores" aria-labelledby="stores-title">
      <h2 id="stores-title">Stores</h2>
      <NewStoreForm shelf={shelf} onMade={onChoose} />
      {entries !== null && entries.length > 0 && (
        <ul className="store-list">
          {entries.map((entry) => (
            <StoreItem
              key={entry.name}
              shelf={shelf}
              entry={entry}
              isChosen={entry.name === chosen}
              onChoose={() => onChoose(entry.name)}
            />
          ))}
        </ul>
      )}
      {entries?.length === 0 && (
        <p className="muted">None yet. They stay in this browser, on this computer.</p>
      )}
    </section>
  );
}
