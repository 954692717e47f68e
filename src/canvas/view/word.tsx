import './word.css';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useCanvas } from '../canvas.ts';

/** A sentence takes this long to read, in milliseconds, and each letter so much more. */
const BASE_MS = 3000;
const LETTER_MS = 55;

/** A word to the person, beside the pointer, that goes away by itself. */
export function Word() {
  const { store } = useCanvas();
  const word = useStore(store, (state) => state.word);
  useEffect(() => {
    if (word === null) return;
    const timer = setTimeout(() => store.setState({ word: null }), BASE_MS + word.text.length * LETTER_MS);
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && store.setState({ word: null });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [store, word]);
  const said = useStore(store, (state) => state.said);
  const left = word === null ? 0 : Math.max(8, Math.min(word.at.x + 12, innerWidth - 304));
  const top = word === null ? 0 : Math.min(word.at.y + 16, innerHeight - 120);
  return (
    <div role="status" className="word-place">
      {word !== null && (
        <p className="word" style={{ left, top }}>
          {word.text}
        </p>
      )}
      <span className="visually-hidden">{said}</span>
    </div>
  );
}
