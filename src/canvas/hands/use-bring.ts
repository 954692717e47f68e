import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ElementKey } from '../../board/element-key.ts';
import type { Rect } from '../arrows/geometry.ts';
import { type Canvas, useCanvas } from '../canvas.ts';
import { fitAll } from '../view/zoom.ts';
import { rectOf } from './find-room.ts';
import { howLong } from './focus-note.ts';
import { viewOf } from './make-note.ts';

/** Around what is shown, in pixels of the screen. */
const MARGIN = 56;
/** No nearer, so that a single note does not fill the screen; and no further away than one can read. */
const NEAREST = 1.1;
const FURTHEST = 0.45;
const MOVE_MS = 240;

/** Shows what is asked for together, without taking the focus. */
export function useBring(): void {
  const canvas = useCanvas();
  const brought = useStore(canvas.desk, (desk) => desk.brought);
  useEffect(() => {
    if (brought === null) return;
    let frame = 0;
    const wait = (frames: number, run: () => void) => {
      frame = requestAnimationFrame(() => (frames === 1 ? run() : wait(frames - 1, run)));
    };
    // After the canvas is there at all, and has the size it is going to have beside what opens or closes now.
    const start = () => (canvas.flow() === null ? wait(1, start) : wait(3, show));
    const show = () => showTogether(canvas, brought.keys);
    start();
    return () => cancelAnimationFrame(frame);
  }, [canvas, brought]);
}

function showTogether(canvas: Canvas, keys: readonly ElementKey[]): void {
  if (keys.length === 0) {
    fitAll(canvas);
    return;
  }
  const flow = canvas.flow();
  const bounds = findBounds(canvas, keys);
  if (!flow || !bounds) return;
  const view = viewOf(canvas);
  const now = flow.getZoom();
  const fits = Math.min(
    (view.width * now - 2 * MARGIN) / bounds.width,
    (view.height * now - 2 * MARGIN) / bounds.height,
  );
  const zoom = Math.max(FURTHEST, Math.min(NEAREST, fits));
  const [x, y] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  void flow.setCenter(x, y, { zoom, duration: howLong(MOVE_MS) });
}

/** The smallest rectangle around the elements that are there; undefined where none is. */
function findBounds(canvas: Canvas, keys: readonly ElementKey[]): Rect | undefined {
  const places = canvas.places();
  const rects = keys.flatMap((key) => {
    const place = places.get(key);
    return place ? [rectOf(key, place)] : [];
  });
  if (rects.length === 0) return undefined;
  const left = Math.min(...rects.map(({ x }) => x));
  const top = Math.min(...rects.map(({ y }) => y));
  const right = Math.max(...rects.map(({ x, width }) => x + width));
  const bottom = Math.max(...rects.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
