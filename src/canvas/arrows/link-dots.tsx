import './link-dots.css';
import { ViewportPortal } from '@xyflow/react';
import { useStore } from 'zustand';
import { type ElementKey, parseKey } from '../../board/element-key.ts';
import { useCanvas } from '../canvas.ts';
import { listFollowing } from '../hands/link-notes.ts';
import type { Side } from './geometry.ts';
import { useLinking } from './use-linking.ts';

const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/**
 * The dots that arrows are drawn from, around the note that is pointed at, or else the one that is selected: of two
 * neighbours' dots some would lie on each other. They are drawn once for the board, not in each of a thousand notes.
 */
export function LinkDots() {
  const { store, desk } = useCanvas();
  const pointedAt = useStore(store, (state) => state.pointedAt);
  const alone = useStore(desk, ({ selected }) => (selected.length === 1 ? selected[0] : undefined));
  const editing = useStore(desk, (state) => state.editing);
  const isMoving = useStore(store, ({ nodes, restingNodes }) => nodes !== restingNodes);
  const key = pointedAt ?? (editing === null ? alone : undefined);
  const kind = key === undefined ? undefined : parseKey(key)?.kind;
  if (
    isMoving ||
    key === undefined ||
    key === editing ||
    kind === undefined ||
    listFollowing(kind).length === 0
  )
    return null;
  return <DotsAround key={key} noteKey={key} />;
}

function DotsAround({ noteKey }: { readonly noteKey: ElementKey }) {
  const { store } = useCanvas();
  const hands = useLinking(noteKey);
  const node = useStore(store, ({ nodes }) => nodes.find(({ id }) => id === noteKey));
  if (node?.type !== 'note') return null;
  const { position, width, height } = node;
  return (
    <ViewportPortal>
      <div
        className="link-dots"
        data-around={noteKey}
        style={{ left: position.x, top: position.y, width, height }}
      >
        {SIDES.map((side) => (
          <span
            key={side}
            className={`link-dot link-dot-${side} nodrag nopan`}
            aria-hidden="true"
            {...hands}
          />
        ))}
      </div>
    </ViewportPortal>
  );
}
