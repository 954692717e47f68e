import { type ElementKey, makeKey, parseKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { sizeOf } from '../../board/layout/size-of.ts';
import { MenuItem } from '../../ui/menu.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import type { Point } from '../arrows/geometry.ts';
import { useCanvas } from '../canvas.ts';
import { snap } from '../hands/find-room.ts';
import { listFollowing } from '../hands/link-notes.ts';
import { makeNoteAt } from '../hands/make-note.ts';
import { PointMenu } from './point-menu.tsx';

export interface FollowMenuProps {
  readonly at: Point;
  readonly from: ElementKey;
  readonly spot: Point;
  readonly onClose: () => void;
}

/** The kinds that may come after a note, where an arrow from it ended on the paper. */
export function FollowMenu({ at, from, spot, onClose }: FollowMenuProps) {
  const canvas = useCanvas();
  const kind = parseKey(from)?.kind;
  if (kind === undefined) return null;
  return (
    <PointMenu at={at} label="What comes next" onClose={onClose}>
      {listFollowing(kind).map((next) => {
        const { width, height } = sizeOf(makeKey(next, ''));
        const place = { x: snap(spot.x - width / 2), y: snap(spot.y - height / 2) };
        return (
          <MenuItem
            key={next}
            icon={<Swatch kind={next} token={KINDS[next].token} isNote />}
            onSelect={() => setTimeout(() => makeNoteAt(canvas, next, { at: place, from }))}
          >
            {KINDS[next].label}
          </MenuItem>
        );
      })}
    </PointMenu>
  );
}
