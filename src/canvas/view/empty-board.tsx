import './empty-board.css';
import { useStore } from 'zustand';
import { useCanvas } from '../canvas.ts';
import { makeNote } from '../hands/make-note.ts';

/** What an empty board says. */
export function EmptyBoard() {
  const canvas = useCanvas();
  const isEmpty = useStore(canvas.store, ({ nodes }) => nodes.length === 0);
  if (!isEmpty) return null;
  return (
    <div className="empty-board">
      <h2>What happens here?</h2>
      <p>
        Press <kbd className="key-cap">E</kbd> and type what happened, such as <em>student subscribed</em>.
        Enter makes the next one.
      </p>
      <button className="button button-main" type="button" onClick={() => makeNote(canvas, 'event')}>
        Add the first event
      </button>
      <p className="empty-board-more">You can also paste a list: every line becomes a note.</p>
    </div>
  );
}
