import type { Action } from '../../ui/actions.ts';
import type { Canvas } from '../canvas.ts';
import { listArrangeActions } from './arrange-actions.ts';
import { listArrowActions } from './arrow-actions.ts';
import { listEditActions } from './edit-actions.ts';
import { listMakeActions } from './make-actions.ts';
import { listViewActions } from './view-actions.ts';
import { listWalkActions } from './walk-actions.ts';

/** Everything that can be done on the canvas. */
export function listCanvasActions(canvas: Canvas): readonly Action[] {
  return [
    ...listMakeActions(canvas),
    ...listEditActions(canvas),
    ...listArrowActions(canvas),
    ...listArrangeActions(canvas),
    ...listWalkActions(canvas),
    ...listViewActions(canvas),
  ];
}
