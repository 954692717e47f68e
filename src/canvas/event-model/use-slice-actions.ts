import { useMemo } from 'react';
import type { Board } from '../../board/board.ts';
import { addSlice } from '../../board/edits/slices.ts';
import { proposeSlices } from '../../board/event-model/propose-slices.ts';
import type { JsonObject } from '../../lib/json.ts';
import { type Action, type ActionRegistry, useActions } from '../../ui/actions.ts';

/** What can be done with slices from the palette. */
export function useSliceActions(board: Board, actions: ActionRegistry): void {
  useActions(
    actions,
    useMemo<readonly Action[]>(() => {
      const hasNone = () => (board.state().parsed.model?.slices ?? []).length === 0;
      const common = { group: 'Event model', scope: 'page' } as const;
      return [
        { ...common, id: 'event-model.add-slice', label: 'Add a slice', run: () => addOne(board) },
        {
          ...common,
          id: 'event-model.propose',
          label: 'Propose slices from the arrows',
          isEnabled: hasNone,
          run: () => proposeAll(board),
        },
      ];
    }, [board]),
  );
}

/** Adds a slice at the end. */
export function addOne(board: Board): void {
  board.edit('Add a slice', (document) => addSlice(document, 'New slice'));
}

/** Gives a model without slices those that its arrows suggest, as one step. */
export function proposeAll(board: Board): void {
  const { model } = board.state().parsed;
  if (model === null) return;
  const slices = proposeSlices(model) as unknown as readonly JsonObject[];
  board.edit('Propose slices', (document) => ({ ...document, slices }));
}
