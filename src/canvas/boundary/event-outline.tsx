import { memo } from 'react';
import { BoundaryIcon } from '../../ui/boundary-mark.tsx';
import type { BoardNode } from '../flow-types.ts';
import type { OutlinePart } from './boundary-marks.ts';
import { drawOutline, GAP } from './outline-path.ts';

export interface EventOutlineProps {
  readonly node: BoardNode;
  readonly parts: readonly OutlinePart[];
  /** Locks stand for guards. */
  readonly isLock: boolean;
}

/** The outline around an event and the words above it; screen readers are told them by the note itself. */
export const EventOutline = memo(function EventOutline({ node, parts, isLock }: EventOutlineProps) {
  const { position, width = 0, height = 0 } = node;
  return (
    <div className="boundary-event" style={{ transform: `translate(${position.x}px, ${position.y}px)` }}>
      <svg className="boundary-lines" aria-hidden="true">
        {parts.map(({ kind }, index) => (
          <path
            key={`${kind} of ${parts.length}`}
            className={`boundary-line boundary-${kind}`}
            d={drawOutline({ x: 0, y: 0, width, height }, index, parts.length)}
          />
        ))}
      </svg>
      <div className="boundary-words" aria-hidden="true" style={{ width: width + 2 * GAP }}>
        {parts.map(({ kind, words }) => (
          <span key={`${kind} ${words}`} className={`boundary-word boundary-${kind}`}>
            <BoundaryIcon kind={kind} isLock={isLock} />
            <span className="boundary-word-text">{words}</span>
          </span>
        ))}
      </div>
    </div>
  );
});
