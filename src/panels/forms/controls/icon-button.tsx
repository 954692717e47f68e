import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'type'> {
  readonly label: string;
  readonly icon: LucideIcon;
}

/** A small button with a sign; its label is read out and shown on hover. */
export function IconButton({ label, icon: Icon, className = '', ...rest }: IconButtonProps) {
  return (
    <button type="button" className={`form-icon ${className}`} aria-label={label} title={label} {...rest}>
      <Icon size={16} strokeWidth={2} aria-hidden="true" />
    </button>
  );
}
