import type { Action } from '../../ui/actions.ts';
import type { Canvas } from '../canvas.ts';
import { fitAll, zoomBy, zoomTo } from '../view/zoom.ts';

const STEP = 1.25;

/** How near one looks at the board. */
export function listViewActions(canvas: Canvas): readonly Action[] {
  const shared = { group: 'View', scope: 'canvas' } as const;
  return [
    {
      ...shared,
      id: 'zoom-in',
      label: 'Zoom in',
      keys: ['Mod+=', 'Mod+Plus'],
      run: () => zoomBy(canvas, STEP),
    },
    { ...shared, id: 'zoom-out', label: 'Zoom out', keys: ['Mod+-'], run: () => zoomBy(canvas, 1 / STEP) },
    { ...shared, id: 'zoom-100', label: 'Zoom to 100 %', keys: ['Mod+0'], run: () => zoomTo(canvas, 1) },
    {
      ...shared,
      id: 'zoom-fit',
      label: 'See everything',
      keys: ['Shift+1'],
      words: ['fit'],
      run: () => fitAll(canvas),
    },
  ];
}
