import { proposeSlices } from '../../board/event-model/propose-slices.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useStage } from './stage.tsx';
import { addOne, proposeAll } from './use-slice-actions.ts';

/** What to do when a model has no slices yet. */
export function NoSlices() {
  const { board, scene } = useStage();
  const proposed = proposeSlices(scene.model);
  return (
    <div className="em-card em-no-slices">
      <EmptyState
        title="No slices yet"
        actions={
          <>
            {proposed.length > 0 && (
              <button type="button" className="button button-main" onClick={() => proposeAll(board)}>
                Propose {proposed.length === 1 ? '1 slice' : `${proposed.length} slices`}
              </button>
            )}
            <button type="button" className="button" onClick={() => addOne(board)}>
              Add an empty slice
            </button>
          </>
        }
      >
        A slice is one step of the story: something a person changes, sees, or that happens by itself.
        {proposed.length > 0 && ' They can be read off the arrows of this model, and changed afterwards.'}
      </EmptyState>
    </div>
  );
}
