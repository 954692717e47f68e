import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useCanvas } from '../canvas.ts';
import { bringIntoView, focusNote } from './focus-note.ts';

/** Brings what is asked for into the middle of the view, and gives it the focus. */
export function useSeek(): void {
  const canvas = useCanvas();
  const sought = useStore(canvas.desk, (desk) => desk.sought);
  useEffect(() => {
    if (sought === null) return;
    // After the canvas itself has come into view, where it was just opened for this.
    const frame = requestAnimationFrame(() => {
      bringIntoView(canvas, sought.key, true);
      focusNote(canvas);
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, sought]);
}
