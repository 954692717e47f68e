import { centreOf, type Rect } from './geometry.ts';

export interface Check {
  readonly id: string;
  /** The constraint. */
  readonly from: string;
  /** The command. */
  readonly to: string;
}

const LEVEL = 32;

/**
 * Constraints that lie in a row before their command, in the order they are checked, hang on one string: each arrow
 * leads to the next constraint only. Returns for such arrows where they lead to.
 */
export function stringBeads(
  checks: readonly Check[],
  rects: ReadonlyMap<string, Rect>,
): ReadonlyMap<string, string> {
  const next = new Map<string, string>();
  const byCommand = new Map<string, Check[]>();
  for (const check of checks) byCommand.set(check.to, [...(byCommand.get(check.to) ?? []), check]);
  for (const [command, own] of byCommand) {
    const row = [...own.map(({ from }) => from), command].map((key) => rects.get(key));
    if (own.length < 2 || !isRow(row)) continue;
    for (const [index, check] of own.entries()) next.set(check.id, own[index + 1]?.from ?? command);
  }
  return next;
}

function isRow(rects: readonly (Rect | undefined)[]): boolean {
  return isRowTo(rects, 1) || isRowTo(rects, -1);
}

function isRowTo(rects: readonly (Rect | undefined)[], direction: 1 | -1): boolean {
  return rects.every((rect, index) => {
    const last = rects[index - 1];
    if (!rect) return false;
    if (!last) return index === 0;
    const [left, right] = direction === 1 ? [last, rect] : [rect, last];
    return left.x + left.width < right.x && Math.abs(centreOf(last).y - centreOf(rect).y) <= LEVEL;
  });
}
