import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuLine } from '../../../ui/menu.tsx';
import { IconButton } from './icon-button.tsx';

export interface RowMenuProps {
  /** What the row is about, for the button's name. */
  readonly of: string;
  readonly index: number;
  readonly count: number;
  /** Left out where the order means nothing. */
  readonly onMove?: (to: number) => void;
  readonly removeLabel?: string;
  readonly onRemove: () => void;
  /** Further items, above the others. */
  readonly children?: ReactNode;
}

/** What can be done with a row of a list. */
export function RowMenu({
  of,
  index,
  count,
  onMove,
  removeLabel = 'Remove',
  onRemove,
  children,
}: RowMenuProps) {
  return (
    <Menu
      align="end"
      trigger={<IconButton className="form-row-menu" label={`More for ${of}`} icon={Ellipsis} />}
    >
      {children}
      {onMove && (
        <>
          <MenuItem icon={<ArrowUp size={14} />} isDisabled={index === 0} onSelect={() => onMove(index - 1)}>
            Move up
          </MenuItem>
          <MenuItem
            icon={<ArrowDown size={14} />}
            isDisabled={index === count - 1}
            onSelect={() => onMove(index + 1)}
          >
            Move down
          </MenuItem>
          <MenuLine />
        </>
      )}
      <MenuItem icon={<Trash2 size={14} />} isDanger onSelect={onRemove}>
        {removeLabel}
      </MenuItem>
    </Menu>
  );
}
