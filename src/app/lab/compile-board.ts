import type { Board } from '../../board/board.ts';
import { compileModel } from '../../decision/compile.ts';
import type { CompiledModel } from '../../decision/compiled-model.ts';

/** Compiles a board's model as it is now, once as long as it stays the same; null when it is not usable. */
export function compileBoard(board: Board): () => CompiledModel | null {
  let last: CompiledModel | undefined;
  return () => {
    const { model } = board.state().parsed;
    if (model === null) return null;
    if (last?.model !== model) last = compileModel(model);
    return last;
  };
}
