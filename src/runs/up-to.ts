import type { Position } from '../event-store/port.ts';

/**
 * Whether an event stands in a log that ended at a position. Parts of a split event stand in fractions behind it, and were
 * there before anybody began to read.
 */
export function isUpTo(position: Position, head: Position): boolean {
  return position < Math.floor(head) + 1;
}
