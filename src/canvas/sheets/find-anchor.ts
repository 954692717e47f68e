import type { ElementKey } from '../../board/element-key.ts';
import type { Point } from '../arrows/geometry.ts';
import type { Canvas } from '../canvas.ts';
import { rectOf } from '../hands/find-room.ts';

/** The point of the screen below a note; the middle of the view where it is not to be seen. */
export function findAnchor({ places, flow, root }: Canvas, key: ElementKey | undefined): Point {
  const place = key === undefined ? undefined : places().get(key);
  const shown = flow();
  if (key !== undefined && place && shown) {
    const { x, y, width, height } = rectOf(key, place);
    return shown.flowToScreenPosition({ x: x + width / 2, y: y + height });
  }
  const box = root.current?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
}
