import type { ReactNode } from 'react';
import type { Action } from '../../ui/actions.ts';
import { MenuItem } from '../../ui/menu.tsx';

export interface ActionMenuItemProps {
  readonly action: Action | undefined;
  readonly icon?: ReactNode;
}

/** An action in a menu, where there is one. */
export function ActionMenuItem({ action, icon }: ActionMenuItemProps) {
  if (!action) return null;
  const keys = action.keys?.[0];
  return (
    <MenuItem
      icon={icon}
      isDisabled={action.isEnabled?.() === false}
      onSelect={action.run}
      {...(keys === undefined ? {} : { keys })}
    >
      {action.label}
    </MenuItem>
  );
}
