import { ChevronDown } from 'lucide-react';
import type { Json } from '../../../lib/json.ts';
import type { FieldKind } from '../../../model/field-type.ts';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { sayValue } from './read-value.ts';
import type { OfferedValue } from './value-help.ts';

export interface ValueMenuProps {
  /** What the value is of, for the button's name. */
  readonly of: string;
  readonly type: FieldKind;
  readonly offered: readonly OfferedValue[];
  readonly onChoose: (value: Json) => void;
}

/** Values that stand nearby, to take one of them over. */
export function ValueMenu({ of, type, offered, onChoose }: ValueMenuProps) {
  if (offered.length === 0) return null;
  return (
    <Menu
      align="end"
      trigger={<IconButton className="value-menu" label={`Values for ${of}`} icon={ChevronDown} />}
    >
      {offered.map(({ value, where }) => (
        <MenuItem key={JSON.stringify(value)} onSelect={() => onChoose(value)}>
          <span className="value-menu-item">
            <code>{sayValue(value, type)}</code>
            <span className="value-menu-where">{where}</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
