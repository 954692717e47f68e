import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem } from '../../../ui/menu.tsx';

export interface AddMenuProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly icon?: ReactNode }[];
  /** Said instead of a menu when there is nothing to choose. */
  readonly empty: string;
  readonly onAdd: (value: string) => void;
}

/** A button that opens what can be added. */
export function AddMenu({ label, options, empty, onAdd }: AddMenuProps) {
  if (options.length === 0) return <p className="form-hint">{empty}</p>;
  const trigger = (
    <button type="button" className="button button-quiet form-add">
      <Plus size={14} strokeWidth={2} aria-hidden="true" />
      {label}
    </button>
  );
  return (
    <Menu trigger={trigger}>
      {options.map((option) => (
        <MenuItem key={option.value} icon={option.icon} onSelect={() => onAdd(option.value)}>
          {option.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
