import type { OpenBoard } from '../open-board.ts';

/** The races of the board, and one of them told. */
export function RacesTab(_open: OpenBoard) {
  return <p className="empty">No races yet.</p>;
}
