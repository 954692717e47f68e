import './menu.css';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { sayKeys } from './say-keys.ts';

export interface MenuProps {
  /** The button that opens it; it must take a ref and props, as plain elements do. */
  readonly trigger: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

/** A menu under a button. */
export function Menu({ trigger, align = 'start', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export interface MenuItemProps {
  readonly icon?: ReactNode;
  /** The key that does the same, such as `Mod+E`. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly isDanger?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuItem({
  icon,
  keys,
  isDisabled = false,
  isDanger = false,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <DropdownMenu.Item
      className={isDanger ? 'menu-item menu-item-danger' : 'menu-item'}
      disabled={isDisabled}
      onSelect={onSelect}
    >
      <span className="menu-icon">{icon}</span>
      <span className="menu-label">{children}</span>
      {keys !== undefined && (
        <span className="menu-keys" aria-hidden="true">
          {sayKeys(keys)}
        </span>
      )}
    </DropdownMenu.Item>
  );
}

export interface MenuOption {
  readonly value: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** A second, quieter line. */
  readonly more?: string;
  /** The key that does the same. */
  readonly keys?: string;
}

export interface MenuChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly MenuOption[];
  readonly onChoose: (value: string) => void;
}

/** One of several, inside a menu. */
export function MenuChoice({ label, value, options, onChoose }: MenuChoiceProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChoose} aria-label={label}>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className="menu-item">
          <span className="menu-icon">{option.icon}</span>
          <span className="menu-label">
            {option.label}
            {option.more !== undefined && <span className="menu-more">{option.more}</span>}
          </span>
          <DropdownMenu.ItemIndicator className="menu-keys">✓</DropdownMenu.ItemIndicator>
          {option.keys !== undefined && (
            <span className="menu-keys" aria-hidden="true">
              {option.keys}
            </span>
          )}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="menu-line" />;
}
