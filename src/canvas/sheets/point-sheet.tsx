import '../../ui/popover.css';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Point } from '../arrows/geometry.ts';

export interface PointSheetProps {
  readonly at: Point;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something small to fill in, at a point of the screen. */
export function PointSheet({ at, label, onClose, children }: PointSheetProps) {
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Anchor asChild>
        <span className="sheet-anchor" style={{ left: at.x, top: at.y }} aria-hidden="true" />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className="popover sheet"
          aria-label={label}
          sideOffset={8}
          collisionPadding={8}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
