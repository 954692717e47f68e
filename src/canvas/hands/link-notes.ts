import type { ArrowEnds } from '../../board/desk.ts';
import { connect, disconnect, judgeArrow } from '../../board/edits/arrows.ts';
import { type BoardKind, type ElementKey, parseKey } from '../../board/element-key.ts';
import { KIND_ORDER } from '../../board/kinds.ts';
import type { Point } from '../arrows/geometry.ts';
import type { Canvas } from '../canvas.ts';

/** The kinds an arrow from a kind may lead to. */
export function listFollowing(from: BoardKind): readonly BoardKind[] {
  return KIND_ORDER.filter((to) => 'relation' in judgeArrow(from, to));
}

/** Draws an arrow between two notes; where it means nothing, the reason is said at a point of the screen. */
export function linkNotes({ board, desk, store }: Canvas, from: ElementKey, to: ElementKey, at: Point): void {
  const names = [from, to].map((key) => parseKey(key)?.name);
  let refused: string | null = null;
  board.edit(`Draw an arrow from ${names[0]} to ${names[1]}`, (document) => {
    const joined = connect(document, from, to);
    if ('document' in joined) return joined.document;
    refused = joined.refused;
    return document;
  });
  if (refused !== null) store.setState({ word: { text: refused, at } });
  else desk.getState().select([], [{ from, to }]);
}

/** Takes arrows away, in one step. */
export function unlink({ board }: Canvas, arrows: readonly ArrowEnds[]): void {
  const label = arrows.length === 1 ? 'Delete an arrow' : `Delete ${arrows.length} arrows`;
  board.edit(label, (document) =>
    arrows.reduce((left, { from, to }) => disconnect(left, from, to), document),
  );
}
