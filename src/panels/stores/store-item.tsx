import { useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { sayError } from '../../ui/say-error.ts';
import { DeleteStoreForm } from './delete-store-form.tsx';
import type { StoreEntry, StoreShelf } from './store-shelf.ts';

export interface StoreItemProps {
  readonly shelf: StoreShelf;
  readonly entry: StoreEntry;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

export function StoreItem({ shelf, entry, isChosen, onChoose }: StoreItemProps) {
  const [isDeleting, setDeleting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { name, events, durable } = entry;
  // That nothing is saved stands beside the number already.
  const trouble = durable ? entry.trouble : null;
  const download = () => {
    setFailure(null);
    shelf.download(name).catch((error: unknown) => setFailure(sayError(error)));
  };
  return (
    <li className={isChosen ? 'store store-chosen' : 'store'}>
      <button className="store-choice" type="button" aria-pressed={isChosen} onClick={onChoose}>
        <span className="store-name">{name}</span>
        <span className="store-count">
          {events.toLocaleString('en')} {events === 1 ? 'event' : 'events'}
          {!durable && <strong className="store-unsaved"> · not saved</strong>}
        </span>
      </button>
      {isChosen && !isDeleting && (
        <div className="store-actions">
          <button className="button button-quiet" type="button" onClick={download}>
            Export as NDJSON
          </button>
          <button className="button button-quiet" type="button" onClick={() => setDeleting(true)}>
            Delete…
          </button>
        </div>
      )}
      {isChosen && isDeleting && (
        <DeleteStoreForm shelf={shelf} name={name} onClose={() => setDeleting(false)} />
      )}
      {(failure ?? trouble) !== null && <Notice kind="trouble">{failure ?? trouble}</Notice>}
    </li>
  );
}
