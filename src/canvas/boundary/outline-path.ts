import type { Rect } from '../arrows/geometry.ts';

/** How far the outline stands off its note. */
export const GAP = 6;
const ROUND = 6;

/** One of several equal parts of the outline around a note, cut from top to bottom; the whole outline for one of one. */
export function drawOutline(note: Rect, index: number, count: number): string {
  const left = note.x - GAP;
  const top = note.y - GAP;
  const right = note.x + note.width + GAP;
  const bottom = note.y + note.height + GAP;
  const from = index === 0 ? left + ROUND : left + ((right - left) * index) / count;
  const to = index === count - 1 ? right - ROUND : left + ((right - left) * (index + 1)) / count;
  const arc = (dx: number, dy: number) => `a${ROUND},${ROUND} 0 0 1 ${dx},${dy}`;
  const rightSide = `${arc(ROUND, ROUND)}V${bottom - ROUND}${arc(-ROUND, ROUND)}`;
  const leftSide = `${arc(-ROUND, -ROUND)}V${top + ROUND}${arc(ROUND, -ROUND)}`;
  const upper = `M${from},${top}H${to}`;
  const lower = `H${from}`;
  const isFirst = index === 0;
  if (index === count - 1) return `${upper}${rightSide}${lower}${isFirst ? `${leftSide}Z` : ''}`;
  return isFirst ? `M${to},${bottom}H${from}${leftSide}H${to}` : `${upper}M${from},${bottom}H${to}`;
}
