import type { BoardKind } from '../element-key.ts';

const MOVES: { readonly [kind in BoardKind]?: readonly BoardKind[] } = {
  screen: ['command'],
  policy: ['command'],
  command: ['event'],
  event: ['readModel'],
  readModel: ['screen', 'policy'],
};

/** The kinds that may follow a kind in an event model. */
export function listMoves(kind: BoardKind): readonly BoardKind[] {
  return MOVES[kind] ?? [];
}
