import { useState } from 'react';
import { DeleteStoreForm } from './delete-store-form.tsx';
import type { StoreEntry } from './store-shelf.ts';

export interface StoreItemProps {
  readonly entry: StoreEntry;
  readonly onDelete: () => void;
}

const HOLDS: Readonly<Record<StoreEntry['holds'], string>> = {
  log: 'the board’s log',
  run: 'its last race run',
  other: 'of no board here',
};

/** One store. A log is somebody's work, so its name is asked for before it is deleted; a race can be run again. */
export function StoreItem({ entry, onDelete }: StoreItemProps) {
  const { title, holds, isLeftover, isHere } = entry;
  const [isAsking, setAsking] = useState(false);
  return (
    <li className="store">
      <div className="store-line">
        <span className="store-name">{title}</span>
        <span className="store-about">
          {HOLDS[holds]}
          {isHere && ' · open here'}
          {isLeftover && ' · the board is gone'}
        </span>
        {!isHere && !isAsking && (
          <button
            className="button button-quiet"
            type="button"
            aria-label={`Delete ${title}, ${HOLDS[holds]}`}
            onClick={() => (holds === 'run' ? onDelete() : setAsking(true))}
          >
            Delete{holds === 'run' ? '' : '…'}
          </button>
        )}
      </div>
      {isAsking && <DeleteStoreForm name={title} onDelete={onDelete} onClose={() => setAsking(false)} />}
    </li>
  );
}
