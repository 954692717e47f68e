import { Plus } from 'lucide-react';
import { useStage } from './stage.tsx';
import { addOne } from './use-slice-actions.ts';

/** Adds a slice at the end. */
export function AddSliceButton() {
  const { board } = useStage();
  return (
    <button type="button" className="em-add-slice nodrag nopan" onClick={() => addOne(board)}>
      <Plus size={14} aria-hidden="true" />
      Add slice
    </button>
  );
}
