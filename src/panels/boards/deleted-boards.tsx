import type { BoardEntry } from '../../board/board.ts';
import { sayBoardName } from './board-card.tsx';
import { sayAgo } from './say-ago.ts';

/** The menu that had the focus is gone with the card. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

/** A card of a board that was deleted a moment ago. */
export function DeletedCard({
  entry,
  onRestore,
}: {
  readonly entry: BoardEntry;
  readonly onRestore: () => void;
}) {
  const name = sayBoardName(entry);
  return (
    <li className="board-card board-card-deleted">
      <p>
        <strong>{name}</strong>
        <br />
        <span role="status">Deleted.</span>{' '}
        <button
          className="link-button"
          type="button"
          onClick={onRestore}
          aria-label={`Undo: keep ${name}`}
          ref={takeFocus}
        >
          Undo
        </button>
      </p>
    </li>
  );
}

export interface DeletedBoardsProps {
  readonly entries: readonly BoardEntry[];
  readonly now: number;
  readonly onRestore: (id: string) => void;
}

/** What was deleted earlier and can still be had back. */
export function DeletedBoards({ entries, now, onRestore }: DeletedBoardsProps) {
  if (entries.length === 0) return null;
  return (
    <details className="deleted-boards">
      <summary>Recently deleted ({entries.length})</summary>
      <p className="muted">They vanish for good 30 days after they were deleted.</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className="deleted-board">
            <span className="deleted-board-name">{sayBoardName(entry)}</span>
            <span className="muted">deleted {sayAgo(entry.deletedAt ?? now, now)}</span>
            <button
              className="button button-quiet"
              type="button"
              onClick={() => onRestore(entry.id)}
              aria-label={`Restore ${sayBoardName(entry)}`}
            >
              Restore
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
