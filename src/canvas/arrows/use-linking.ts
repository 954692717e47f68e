import { type MouseEvent, type PointerEvent, useMemo } from 'react';
import { judgeArrow } from '../../board/edits/arrows.ts';
import { type ElementKey, parseKey } from '../../board/element-key.ts';
import { type Canvas, useCanvas } from '../canvas.ts';
import { linkNotes, listFollowing } from '../hands/link-notes.ts';
import { contains, type Point } from './geometry.ts';

/** A pointer that moved less than this was not meant to draw an arrow, in pixels of the screen. */
const LEAST = 24;

/** Draws an arrow with the pointer, from a note to wherever it is let go. */
export function useLinking(from: ElementKey) {
  const canvas = useCanvas();
  return useMemo(() => makeHands(canvas, from), [canvas, from]);
}

function makeHands(canvas: Canvas, from: ElementKey) {
  const { store } = canvas;
  let pressedAt: Point | null = null;
  const stop = () => {
    pressedAt = null;
    store.setState({ linking: null });
    window.removeEventListener('keydown', onKeyDown, true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  };
  const follow = ({ clientX, clientY }: PointerEvent) => {
    const at = canvas.flow()?.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
    if (!at || !pressedAt) return;
    const over = findNoteAt(canvas, at, from);
    const start = store.getState().linking?.start ?? at;
    store.setState({ linking: { from, start, at, over, refusal: over === null ? null : judge(from, over) } });
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      pressedAt = { x: event.clientX, y: event.clientY };
      window.addEventListener('keydown', onKeyDown, true);
      follow(event);
    },
    onPointerMove: follow,
    onPointerUp: (event: PointerEvent) => {
      const { linking } = store.getState();
      const wasPressed = pressedAt;
      stop();
      if (!linking || !wasPressed) return;
      const at = { x: event.clientX, y: event.clientY };
      if (linking.over !== null) return linkNotes(canvas, from, linking.over, at);
      if (Math.hypot(at.x - wasPressed.x, at.y - wasPressed.y) < LEAST) return;
      const kind = parseKey(from)?.kind;
      if (kind === undefined || listFollowing(kind).length === 0) return;
      store.setState({ sheet: { kind: 'follow', at, from, spot: linking.at } });
    },
    onPointerCancel: stop,
    // The click that follows is no click on the note.
    onClick: (event: MouseEvent) => event.stopPropagation(),
  };
}

function judge(from: ElementKey, to: ElementKey): string | null {
  const [one, other] = [parseKey(from), parseKey(to)];
  if (!one || !other) return null;
  const verdict = judgeArrow(one.kind, other.kind);
  return 'refused' in verdict ? verdict.refused : null;
}

function findNoteAt({ store }: Canvas, at: Point, except: ElementKey): ElementKey | null {
  const node = store
    .getState()
    .nodes.findLast(
      ({ id, type, position, width = 0, height = 0 }) =>
        type === 'note' && id !== except && contains({ ...position, width, height }, at),
    );
  return (node?.id as ElementKey | undefined) ?? null;
}
