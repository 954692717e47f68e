import { ViewportPortal } from '@xyflow/react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { ElementKey } from '../../board/element-key.ts';
import { useCanvas } from '../canvas.ts';
import type { BoundaryMarks } from './boundary-marks.ts';
import { BoundaryTips } from './boundary-tips.tsx';
import { EventOutline } from './event-outline.tsx';
import { GuardOnFrame } from './guard-on-frame.tsx';

export interface BoundaryOutlinesProps {
  readonly marks: BoundaryMarks;
  /** Locks stand for guards. */
  readonly isLock: boolean;
}

/** What is drawn around notes and on frames; it moves with them. */
export function BoundaryOutlines({ marks, isLock }: BoundaryOutlinesProps) {
  const { outlines, frames } = marks;
  const { store } = useCanvas();
  const nodes = useStore(
    store,
    useShallow((state) =>
      state.nodes.filter(({ id }) => outlines.has(id as ElementKey) || frames.has(id as ElementKey)),
    ),
  );
  return (
    <ViewportPortal>
      {nodes.map((node) => {
        const key = node.id as ElementKey;
        const parts = outlines.get(key);
        const guard = frames.get(key);
        if (guard) return <GuardOnFrame key={key} node={node} guard={guard} />;
        return parts && <EventOutline key={key} node={node} parts={parts} isLock={isLock} />;
      })}
      <BoundaryTips />
    </ViewportPortal>
  );
}
