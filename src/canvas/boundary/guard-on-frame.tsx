import { Shield } from 'lucide-react';
import { memo } from 'react';
import type { BoardNode } from '../flow-types.ts';
import type { FrameGuard } from './boundary-marks.ts';

export interface GuardOnFrameProps {
  readonly node: BoardNode;
  readonly guard: FrameGuard;
}

/** Below this there is no room beside the frame's name for what the guard does. */
const ROOMY = 480;

/** What the stream of an aggregate guards, on the border of its frame. */
export const GuardOnFrame = memo(function GuardOnFrame({ node, guard }: GuardOnFrameProps) {
  const { position, width = 0, height = 0 } = node;
  const isNarrow = width < ROOMY;
  const name = <code>{guard.streams.join(', ')}</code>;
  return (
    <div
      className="boundary-guard"
      style={{
        transform: `translate(${position.x}px, ${position.y + (isNarrow ? height : 0)}px)`,
        width,
      }}
    >
      <p className="boundary-guard-text">
        <Shield size={14} strokeWidth={2.2} aria-hidden="true" />
        <span>
          {isNarrow ? (
            name
          ) : (
            <>
              stream {name}: {guard.words}
            </>
          )}
        </span>
      </p>
    </div>
  );
});
