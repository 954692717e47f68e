import { Shield } from 'lucide-react';
import type { Rect } from '../arrows/geometry.ts';
import type { FrameGuard } from './boundary-marks.ts';

export interface GuardOnFrameProps extends FrameGuard {
  readonly frame: Rect;
}

/** Below this there is no room for what the guard does, only for its name. */
const ROOMY = 480;

/** What the stream of an aggregate guards, on the border of its frame. */
export function GuardOnFrame({ frame, streams, words }: GuardOnFrameProps) {
  const name = <code>{streams.join(', ')}</code>;
  return (
    <div
      className="boundary-guard"
      style={{ transform: `translate(${frame.x}px, ${frame.y}px)`, width: frame.width }}
    >
      <p className="boundary-guard-text">
        <Shield size={14} strokeWidth={2.2} aria-hidden="true" />
        <span>
          {frame.width < ROOMY ? (
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
