import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Point } from '../arrows/geometry.ts';

export interface PointMenuProps {
  readonly at: Point;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu at a point of the screen. */
export function PointMenu({ at, label, onClose, children }: PointMenuProps) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span className="sheet-anchor" style={{ left: at.x, top: at.y }} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          aria-label={label}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          // The finger whose long press opened it gives the focus away when it is lifted.
          onFocusOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
