import './link-dots.css';
import { memo } from 'react';
import { useStore } from 'zustand';
import type { BoardKind, ElementKey } from '../../board/element-key.ts';
import { useCanvas } from '../canvas.ts';
import { listFollowing } from '../hands/link-notes.ts';
import type { Side } from './geometry.ts';
import { useLinking } from './use-linking.ts';

export interface LinkDotsProps {
  readonly noteKey: ElementKey;
  readonly kind: BoardKind;
}

const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** The dots at a note's sides that arrows are drawn from; there while the note is pointed at or is the one selected. */
export const LinkDots = memo(function LinkDots({ noteKey, kind }: LinkDotsProps) {
  const { store, desk } = useCanvas();
  const isPointedAt = useStore(store, ({ pointedAt }) => pointedAt === noteKey);
  const isAlone = useStore(
    desk,
    ({ selected, editing }) => editing === null && selected.length === 1 && selected[0] === noteKey,
  );
  const isTyping = useStore(desk, ({ editing }) => editing === noteKey);
  if (isTyping || !(isPointedAt || isAlone) || listFollowing(kind).length === 0) return null;
  return SIDES.map((side) => <LinkDot key={side} noteKey={noteKey} side={side} />);
});

function LinkDot({ noteKey, side }: { readonly noteKey: ElementKey; readonly side: Side }) {
  const hands = useLinking(noteKey);
  return <span className={`link-dot link-dot-${side} nodrag nopan`} aria-hidden="true" {...hands} />;
}
