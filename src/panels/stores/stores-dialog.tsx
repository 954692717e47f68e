import './stores.css';
import { useCallback, useEffect, useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sayError } from '../../ui/say-error.ts';
import { StoreItem } from './store-item.tsx';
import type { StoreEntry, StoreShelf } from './store-shelf.ts';

export interface StoresDialogProps {
  readonly shelf: StoreShelf;
  readonly onClose: () => void;
}

/** All event stores that this browser keeps for the page, to get rid of those that nobody needs. */
export function StoresDialog({ shelf, onClose }: StoresDialogProps) {
  const [entries, setEntries] = useState<readonly StoreEntry[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const look = useCallback(
    () => shelf.list().then(setEntries, (error: unknown) => setFailure(sayError(error))),
    [shelf],
  );
  useEffect(() => void look(), [look]);
  const remove = (name: string) => {
    setFailure(null);
    shelf.remove(name).then(look, (error: unknown) => setFailure(sayError(error)));
  };
  return (
    <Dialog title="Stores in this browser" onClose={onClose}>
      <div className="stores">
        <p>
          Each board keeps its log in an event store of its own, and the log of the last race run in another.
          They stay in this browser, on this computer.
        </p>
        {failure !== null && <Notice kind="trouble">{failure}</Notice>}
        {entries === null && failure === null && <p className="muted">Looking for stores…</p>}
        {entries?.length === 0 && <p className="muted">There are none.</p>}
        {entries !== null && entries.length > 0 && (
          <ul className="store-list">
            {entries.map((entry) => (
              <StoreItem key={entry.name} entry={entry} onDelete={() => remove(entry.name)} />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
