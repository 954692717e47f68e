import type { Canvas } from '../canvas.ts';
import { howLong } from '../hands/focus-note.ts';

export const LEAST_ZOOM = 0.05;
export const MOST_ZOOM = 3;
const MOVE_MS = 160;

/** Comes nearer or goes away, around the middle of the view. */
export function zoomBy(canvas: Canvas, factor: number): void {
  zoomTo(canvas, (canvas.flow()?.getZoom() ?? 1) * factor);
}

/** Sets how near one is; 1 is one pixel for one. */
export function zoomTo({ flow }: Canvas, zoom: number): void {
  const wanted = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom));
  void flow()?.zoomTo(wanted, { duration: howLong(MOVE_MS) });
}

/** Shows the whole board, no nearer than 100 %. */
export function fitAll({ flow }: Canvas): void {
  void flow()?.fitView({ padding: 0.08, maxZoom: 1, minZoom: LEAST_ZOOM, duration: howLong(MOVE_MS) });
}
