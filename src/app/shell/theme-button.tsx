import { Monitor, Moon, Sun } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import type { Theme } from '../theme.ts';

const ICON = { size: 16, 'aria-hidden': true } as const;

export const THEME_ICONS: Readonly<Record<Theme, ReactNode>> = {
  light: <Sun {...ICON} />,
  dark: <Moon {...ICON} />,
  system: <Monitor {...ICON} />,
};

export interface ThemeButtonProps extends ComponentProps<'button'> {
  readonly choice: Theme;
}

/** The colours that are chosen, as a button. */
export function ThemeButton({ choice, ...props }: ThemeButtonProps) {
  return (
    <button className="icon-button" type="button" aria-label="Colours" title="Colours" {...props}>
      {THEME_ICONS[choice]}
    </button>
  );
}
