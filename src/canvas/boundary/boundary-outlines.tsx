import { ViewportPortal } from '@xyflow/react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { ElementKey } from '../../board/element-key.ts';
import { BOUNDARY_KINDS } from '../../lab/boundary/boundary-kinds.ts';
import { BoundaryIcon } from '../../ui/boundary-mark.tsx';
import type { Rect } from '../arrows/geometry.ts';
import { useCanvas } from '../canvas.ts';
import type { BoardNode } from '../flow-types.ts';
import type { BoundaryMarks, OutlinePart } from './boundary-marks.ts';
import { GuardOnFrame } from './guard-on-frame.tsx';
import { drawOutline, GAP } from './outline-path.ts';

export interface BoundaryOutlinesProps {
  readonly marks: BoundaryMarks;
  /** Locks stand for guards. */
  readonly isLock: boolean;
}

/** The outlines around events and the words above them; they move with their notes. */
export function BoundaryOutlines({ marks, isLock }: BoundaryOutlinesProps) {
  const { store } = useCanvas();
  const nodes = useStore(
    store,
    useShallow((state) => state.nodes.filter(({ id }) => isMarked(marks, id as ElementKey))),
  );
  return (
    <ViewportPortal>
      <svg className="boundary-lines" aria-hidden="true">
        {nodes.map((node) =>
          (marks.outlines.get(node.id as ElementKey) ?? []).map(({ kind }, index, parts) => (
            <path
              key={`${node.id} ${kind} of ${parts.length}`}
              className={`boundary-line boundary-${kind}`}
              d={drawOutline(rectOf(node), index, parts.length)}
            />
          )),
        )}
      </svg>
      {nodes.map((node) => {
        const guard = marks.frames.get(node.id as ElementKey);
        const parts = marks.outlines.get(node.id as ElementKey);
        if (guard) return <GuardOnFrame key={node.id} frame={rectOf(node)} {...guard} />;
        return parts && <Words key={node.id} note={rectOf(node)} parts={parts} isLock={isLock} />;
      })}
      <Tips />
    </ViewportPortal>
  );
}

interface WordsProps {
  readonly note: Rect;
  readonly parts: readonly OutlinePart[];
  readonly isLock: boolean;
}

/** What screen readers are told by the notes themselves. */
function Words({ note, parts, isLock }: WordsProps) {
  return (
    <div
      className="boundary-words"
      aria-hidden="true"
      style={{ transform: `translate(${note.x - GAP}px, ${note.y}px)`, width: note.width + 2 * GAP }}
    >
      {parts.map(({ kind, words }) => (
        <span key={kind} className={`boundary-word boundary-${kind}`}>
          <BoundaryIcon kind={kind} isLock={isLock} />
          <span className="boundary-word-text">{words}</span>
        </span>
      ))}
    </div>
  );
}

const TIPS = [...BOUNDARY_KINDS, 'dimmed'] as const;

/** The heads of arrows that carry a part of the boundary. */
function Tips() {
  return (
    <svg className="arrow-tips" aria-hidden="true">
      <defs>
        {TIPS.map((kind) => (
          <marker
            key={kind}
            id={`boundary-tip-${kind}`}
            className={`boundary-tip boundary-${kind}`}
            viewBox="0 0 12 10"
            refX={12}
            refY={5}
            markerWidth={12}
            markerHeight={10}
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0,1L9,5L0,9L2,5z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}

function isMarked({ outlines, frames }: BoundaryMarks, key: ElementKey): boolean {
  return outlines.has(key) || frames.has(key);
}

function rectOf({ position, width = 0, height = 0 }: BoardNode): Rect {
  return { ...position, width, height };
}
