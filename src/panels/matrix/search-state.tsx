import { countOf } from '../../lib/format-number.ts';
import type { Matrix } from './use-matrix.ts';

/** How far the search is, and how to end it or go on. */
export function SearchState({ matrix }: { readonly matrix: Matrix }) {
  const { state, progress, failure, cells, stop, goOn } = matrix;
  if (state === 'done') {
    return (
      <p className="matrix-state" role="status">
        All {countOf(cells.length, 'pair', 'pairs')} searched.
      </p>
    );
  }
  if (state === 'searching') {
    const done = progress?.done ?? 0;
    const pairs = progress?.pairs ?? 0;
    return (
      <p className="matrix-state" role="status">
        <progress max={Math.max(1, pairs)} value={done} aria-label="Pairs searched" />
        {progress
          ? `${done} of ${countOf(pairs, 'pair', 'pairs')} searched. Now ${progress.commands.join(' × ')}, ${progress.pattern}.`
          : 'The search begins…'}
        <button type="button" className="link-button" onClick={stop}>
          Stop
        </button>
      </p>
    );
  }
  return (
    <p className="matrix-state" role="status">
      {state === 'stopped'
        ? `Stopped: ${countOf(cells.length, 'pair', 'pairs')} searched so far.`
        : `The search ended: ${failure}.`}
      <button type="button" className="link-button" onClick={goOn}>
        {state === 'stopped' ? 'Go on' : 'Try again'}
      </button>
    </p>
  );
}
