import './sheets.css';
import { useStore } from 'zustand';
import { type Canvas, useCanvas } from '../canvas.ts';
import { focusNote } from '../hands/focus-note.ts';
import { CanvasMenu } from './canvas-menu.tsx';
import { FollowMenu } from './follow-menu.tsx';
import { SubsetSheet } from './subset-sheet.tsx';
import { TagSheet } from './tag-sheet.tsx';
import { TargetSheet } from './target-sheet.tsx';

/** What is open over the canvas, one at a time. */
export function Sheets() {
  const canvas = useCanvas();
  const sheet = useStore(canvas.store, (state) => state.sheet);
  if (sheet === null) return null;
  const onClose = () => closeSheet(canvas);
  switch (sheet.kind) {
    case 'menu':
      return <CanvasMenu at={sheet.at} onClose={onClose} />;
    case 'follow':
      return <FollowMenu {...sheet} onClose={onClose} />;
    case 'subset':
      return <SubsetSheet {...sheet} onClose={onClose} />;
    case 'target':
      return <TargetSheet from={sheet.from} onClose={onClose} />;
    case 'tag':
      return <TagSheet keys={sheet.keys} onClose={onClose} />;
  }
}

function closeSheet(canvas: Canvas): void {
  canvas.store.setState({ sheet: null });
  // What was chosen may already be typed into.
  if (canvas.desk.getState().editing === null) focusNote(canvas);
}
