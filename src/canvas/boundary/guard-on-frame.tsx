import { Shield } from 'lucide-react';
import type { Rect } from '../arrows/geometry.ts';
import type { FrameGuard } from './boundary-marks.ts';

export interface GuardOnFrameProps extends FrameGuard {
  readonly frame: Rect;
}

/** Below this there is no room beside the frame's name for what the guard does. */
const ROOMY = 480;

/** What the stream of an aggregate guards, on the border of its frame. */
export function GuardOnFrame({ frame, streams, words }: GuardOnFrameProps) {
  const isNarrow = frame.width < ROOMY;
  const name = <code>{streams.join(', ')}</code>;
  return (
    <div
      className="boundary-guard"
      style={{
        transform: `translate(${frame.x}px, ${frame.y + (isNarrow ? frame.height : 0)}px)`,
        width: frame.width,
      }}
    >
      <p className="boundary-guard-text">
        <Shield size={14} strokeWidth={2.2} aria-hidden="true" />
        <span>
          {isNarrow ? (
            name
          ) : (
            <>
              stream {name}: {words}
            </>
          )}
        </span>
      </p>
    </div>
  );
}
