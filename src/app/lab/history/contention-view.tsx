import { EmptyState } from '../../../ui/empty-state.tsx';
import type { OpenBoard } from '../../open-board.ts';

/** How often the appends of a log would have collided. */
export function ContentionView(_open: OpenBoard) {
  return <EmptyState title="No log yet">Drop a log here.</EmptyState>;
}
