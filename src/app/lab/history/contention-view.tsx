import { EmptyState } from '../../../ui/empty-state.tsx';
import type { OpenBoard } from '../../open-board.ts';
import { WithLog } from './with-log.tsx';

/** How often the appends of a log would have collided. */
export function ContentionView(open: OpenBoard) {
  return (
    <WithLog open={open}>
      {({ summary }) => (
        <EmptyState title="The log is read">
          {`Most often: ${summary.types
            .slice(0, 5)
            .map(({ type, count }) => `${type} (${count})`)
            .join(', ')}.`}
        </EmptyState>
      )}
    </WithLog>
  );
}
