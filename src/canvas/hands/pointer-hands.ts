import type { DragEvent, FocusEvent, MouseEvent, PointerEvent } from 'react';
import { type BoardKind, type ElementKey, makeKey, parseKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { sizeOf } from '../../board/layout/size-of.ts';
import type { Point } from '../arrows/geometry.ts';
import type { Canvas } from '../canvas.ts';
import { snap } from './find-room.ts';
import { bringIntoView } from './focus-note.ts';
import { makeNoteAt } from './make-note.ts';

/** What the rail says of a kind that is dragged from it. */
const DRAG_TYPE = 'application/x-ambit-kind';
const LONG_PRESS_MS = 550;
const SHAKE = 8;

/** What the pointer does beside what React Flow sees to: pointing, menus, double clicks, notes from the rail. */
export function makePointerHands(canvas: Canvas) {
  const { desk, store } = canvas;
  let press: { readonly at: Point; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  const letGo = () => {
    if (press) clearTimeout(press.timer);
    press = null;
  };
  const openMenu = (target: EventTarget, at: Point) => {
    const key = findKey(target, '.react-flow__node');
    const { selected, select } = desk.getState();
    if (key !== null && !selected.includes(key)) select([key]);
    const arrow = findArrow(canvas, target);
    if (arrow) select([], [arrow]);
    if (key === null && !arrow) select([]);
    store.setState({ sheet: { kind: 'menu', at } });
  };
  return {
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      // From far away nothing is drawn with the pointer.
      const isFar = canvas.root.current?.dataset['zoom'] === 'tiny';
      const pointedAt = isFar ? null : findPointedAt(event.target);
      if (store.getState().pointedAt !== pointedAt) store.setState({ pointedAt });
    },
    onPointerLeave: () => store.setState({ pointedAt: null }),
    onPointerDown: (event: PointerEvent) => {
      letGo();
      if (store.getState().word !== null) store.setState({ word: null });
      if (event.pointerType !== 'touch' || !isOnPaper(event.target)) return;
      const { target } = event;
      const at = { x: event.clientX, y: event.clientY };
      press = { at, timer: setTimeout(() => openMenu(target, at), LONG_PRESS_MS) };
    },
    onPointerMove: (event: PointerEvent) => {
      if (press && Math.hypot(event.clientX - press.at.x, event.clientY - press.at.y) > SHAKE) letGo();
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onContextMenu: (event: MouseEvent) => {
      if (!isOnPaper(event.target) || isField(event.target)) return;
      event.preventDefault();
      // A long press has opened it already.
      if (store.getState().sheet?.kind !== 'menu')
        openMenu(event.target, { x: event.clientX, y: event.clientY });
    },
    onDoubleClick: (event: MouseEvent) => {
      if (isField(event.target)) return;
      const key = findKey(event.target, '.react-flow__node');
      if (key !== null) return desk.getState().startEditing(key);
      if (!(event.target instanceof Element) || !event.target.matches('.react-flow__pane')) return;
      makeAt(canvas, 'event', event);
    },
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(DRAG_TYPE)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const kind = event.dataTransfer.getData(DRAG_TYPE);
      if (!Object.hasOwn(KINDS, kind)) return;
      event.preventDefault();
      makeAt(canvas, kind as BoardKind, event);
    },
    onFocus: (event: FocusEvent) => {
      const key = findKey(event.target, '.react-flow__node');
      if (key === null || !event.target.matches('.react-flow__node:focus-visible')) return;
      if (!desk.getState().selected.includes(key)) desk.getState().select([key]);
      bringIntoView(canvas, key);
    },
  };
}

function makeAt(
  canvas: Canvas,
  kind: BoardKind,
  { clientX, clientY }: { clientX: number; clientY: number },
): void {
  const spot = canvas.flow()?.screenToFlowPosition({ x: clientX, y: clientY });
  if (!spot) return;
  const { width, height } = sizeOf(makeKey(kind, ''));
  makeNoteAt(canvas, kind, { at: { x: snap(spot.x - width / 2), y: snap(spot.y - height / 2) } });
}

function findKey(target: EventTarget, selector: string): ElementKey | null {
  const id = target instanceof Element ? target.closest(selector)?.getAttribute('data-id') : null;
  return id && parseKey(id) ? (id as ElementKey) : null;
}

/** The note under the pointer, or the one whose dots are. */
function findPointedAt(target: EventTarget): ElementKey | null {
  const around = target instanceof Element ? target.closest('.link-dots')?.getAttribute('data-around') : null;
  return around && parseKey(around) ? (around as ElementKey) : findKey(target, '.react-flow__node');
}

function findArrow({ store }: Canvas, target: EventTarget) {
  const id = target instanceof Element ? target.closest('.react-flow__edge')?.getAttribute('data-id') : null;
  const facts = store.getState().edges.find((edge) => edge.id === id)?.data?.facts;
  return facts && { from: facts.from, to: facts.to };
}

function isOnPaper(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.react-flow__renderer') !== null;
}

function isField(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea') !== null;
}
