import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { MatrixCell, SearchProgress } from '../../exploration/matrix-result.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { Model } from '../../model/schema.ts';
import { sayError } from '../../ui/say-error.ts';

/** The matrix as far as it is known. */
export interface Matrix {
  readonly model: Model | null;
  /** While a new search is on its way, the cells of the last one stand where there are no new ones yet. */
  readonly cells: readonly MatrixCell[];
  readonly state: 'searching' | 'done' | 'stopped' | 'failed';
  readonly progress: SearchProgress | null;
  readonly failure: string | null;
  /** Ends the search, and keeps what is there. */
  readonly stop: () => void;
  readonly goOn: () => void;
}

interface Searched {
  readonly fresh: readonly MatrixCell[];
  readonly old: readonly MatrixCell[];
  readonly state: Matrix['state'];
  readonly progress: SearchProgress | null;
  readonly failure: string | null;
}

const NOTHING: Searched = { fresh: [], old: [], state: 'searching', progress: null, failure: null };

/** Searches all pairs of the board's commands, anew whenever the model changes: what a change does not touch is answered at once. */
export function useMatrix({ board, engine, lab }: LabParts): Matrix {
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  const bounds = useStore(lab, (held) => held.bounds);
  const [searched, setSearched] = useState<Searched>(NOTHING);
  const [stopping, setStopping] = useState<AbortController | null>(null);
  const search = useCallback(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setStopping(controller);
    if (model === null) return controller;
    setSearched(({ fresh, old }) => ({ ...NOTHING, old: fresh.length > 0 ? mergeCells(fresh, old) : old }));
    const update = (change: (last: Searched) => Searched) => signal.aborted || setSearched(change);
    engine
      .searchMatrix(
        { model, ...bounds },
        {
          signal,
          onProgress: (progress) => update((last) => ({ ...last, progress })),
          onCell: (cell) => update((last) => ({ ...last, fresh: [...last.fresh, cell] })),
        },
      )
      .then(
        (cells) => update(() => ({ ...NOTHING, fresh: cells, state: 'done' })),
        (error: unknown) => update((last) => ({ ...last, state: 'failed', failure: sayError(error) })),
      );
    return controller;
  }, [engine, model, bounds]);
  useEffect(() => {
    const controller = search();
    return () => controller.abort();
  }, [search]);
  const stop = useCallback(() => {
    stopping?.abort();
    setSearched((last) => ({ ...last, state: 'stopped', progress: null }));
  }, [stopping]);
  const known = model?.commands ?? {};
  const cells = mergeCells(searched.fresh, searched.old).filter(({ commands }) =>
    commands.every((name) => Object.hasOwn(known, name)),
  );
  return { ...searched, model, cells, stop, goOn: () => void search() };
}

function mergeCells(fresh: readonly MatrixCell[], old: readonly MatrixCell[]): readonly MatrixCell[] {
  const keys = new Set(fresh.map(keyOfCell));
  return [...fresh, ...old.filter((cell) => !keys.has(keyOfCell(cell)))];
}

/** A text that two cells share exactly when they are about the same commands. */
function keyOfCell({ commands }: Pick<MatrixCell, 'commands'>): string {
  return JSON.stringify(commands);
}
