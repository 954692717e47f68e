import { useMemo, useState } from 'react';
import { duplicateRace, moveRace, removeRace, renameRace } from '../../board/edits/races.ts';
import type { LabParts } from '../../lab/lab-parts.ts';

export interface RaceEdits {
  /** The race whose name is being typed. */
  readonly renaming: number | null;
  readonly startRename: (at: number) => void;
  readonly finishRename: (at: number, name: string | null) => void;
  readonly duplicate: (at: number) => void;
  readonly remove: (at: number) => void;
  readonly move: (at: number, to: number) => void;
}

/** What can be done with the races of a list, each as one step that can be undone. */
export function useRaceEdits({ board, results, lab }: LabParts, onRenamed: (at: number) => void): RaceEdits {
  const [renaming, setRenaming] = useState<number | null>(null);
  return useMemo(() => {
    const nameOf = (at: number) => results.state()[at]?.name ?? 'the race';
    return {
      renaming,
      startRename: setRenaming,
      finishRename: (at, name) => {
        setRenaming(null);
        if (name !== null) board.edit('Rename a race', (document) => renameRace(document, at, name));
        onRenamed(at);
      },
      duplicate: (at) => {
        board.edit(`Duplicate “${nameOf(at)}”`, (document) => duplicateRace(document, at));
        lab.getState().openRace({ kind: 'kept', at: at + 1 });
      },
      remove: (at) => board.edit(`Delete “${nameOf(at)}”`, (document) => removeRace(document, at)),
      move: (at, to) => board.edit('Order of the races', (document) => moveRace(document, at, to)),
    };
  }, [board, results, lab, renaming, onRenamed]);
}
