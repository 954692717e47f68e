import type { OpenBoard } from '../open-board.ts';

/** Every pair of commands, and what can happen between them. */
export function MatrixTab(_open: OpenBoard) {
  return <p className="empty">No pairs yet.</p>;
}
