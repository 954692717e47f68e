import type { Rect } from '../arrows/geometry.ts';
import type { BoardNode } from '../flow-types.ts';

const NOTHING: Rect = { x: 0, y: 0, width: 1, height: 1 };

/** The smallest rectangle around all nodes, and a margin around that. */
export function boundsOf(nodes: readonly BoardNode[], margin: number): Rect {
  if (nodes.length === 0) return NOTHING;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { position, width = 0, height = 0 } of nodes) {
    left = Math.min(left, position.x);
    top = Math.min(top, position.y);
    right = Math.max(right, position.x + width);
    bottom = Math.max(bottom, position.y + height);
  }
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}
