import type { OpenBoard } from '../open-board.ts';

/** What can be done with what the lab shows. */
export function LabActions(_open: OpenBoard) {
  return null;
}
