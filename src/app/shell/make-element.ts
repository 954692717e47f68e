import type { BoardKind } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import type { OpenBoard } from '../open-board.ts';

/** Makes an element as its key does, next to what is selected. */
export function makeElement(kind: BoardKind, { actions }: OpenBoard): void {
  const { shortcut } = KINDS[kind];
  const action = actions.list().findLast(({ scope, keys }) => scope === 'canvas' && keys?.includes(shortcut));
  if (action && action.isEnabled?.() !== false) action.run();
}
