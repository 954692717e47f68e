import type { ElementKey } from '../../board/element-key.ts';
import { centreOf } from '../arrows/geometry.ts';
import type { Canvas } from '../canvas.ts';
import { rectOf } from './find-room.ts';
import { viewOf } from './make-note.ts';

const MARGIN = 48;
/** Nearer than this one can read what one types; and how near one is brought otherwise. */
const READABLE = 0.4;
const COMFORTABLE = 0.8;

/** Gives the keyboard's focus to the note that leads the selection, or to the canvas. */
export function focusNote({ root, desk }: Canvas): void {
  requestAnimationFrame(() => {
    const key = desk.getState().selected.at(-1);
    const note = key === undefined ? null : root.current?.querySelector(`[data-id="${CSS.escape(key)}"]`);
    const target = note instanceof HTMLElement ? note : root.current;
    target?.focus({ preventScroll: true });
  });
}

/** Moves the view just so far that an element is in it; `isCentred` puts it into the middle. */
export function bringIntoView(canvas: Canvas, key: ElementKey, isCentred = false): void {
  const place = canvas.places().get(key);
  const flow = canvas.flow();
  if (!place || !flow) return;
  const rect = rectOf(key, place);
  const view = viewOf(canvas);
  const { zoom } = flow.getViewport();
  const margin = MARGIN / zoom;
  const shiftX = isCentred
    ? rect.x + rect.width / 2 - (view.x + view.width / 2)
    : findShift(rect.x - margin, rect.x + rect.width + margin, view.x, view.x + view.width);
  const shiftY = isCentred
    ? rect.y + rect.height / 2 - (view.y + view.height / 2)
    : findShift(rect.y - margin, rect.y + rect.height + margin, view.y, view.y + view.height);
  if (shiftX === 0 && shiftY === 0) return;
  const to = { x: -(view.x + shiftX) * zoom, y: -(view.y + shiftY) * zoom, zoom };
  void flow.setViewport(to, { duration: howLong(160) });
}

/** Moves the view so that an element can be read: into it, and nearer where one is far away. */
export function bringToRead(canvas: Canvas, key: ElementKey): void {
  const place = canvas.places().get(key);
  const flow = canvas.flow();
  if (!place || !flow) return;
  if (flow.getZoom() >= READABLE) {
    bringIntoView(canvas, key);
    return;
  }
  const { x, y } = centreOf(rectOf(key, place));
  void flow.setCenter(x, y, { zoom: COMFORTABLE, duration: howLong(200) });
}

/** How long a movement of the view takes: no time for people who asked for less motion. */
export function howLong(milliseconds: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds;
}

function findShift(start: number, end: number, low: number, high: number): number {
  if (start < low) return start - low;
  return end > high ? Math.min(end - high, start - low) : 0;
}
