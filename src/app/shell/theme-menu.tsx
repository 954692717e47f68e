import { Monitor, Moon, Sun } from 'lucide-react';
import { useStore } from 'zustand';
import { Menu, MenuChoice } from '../../ui/menu.tsx';
import { chooseTheme, readTheme, theme } from '../theme.ts';

const ICON = { size: 16, 'aria-hidden': true } as const;

const OPTIONS = [
  { value: 'light', label: 'Light', icon: <Sun {...ICON} /> },
  { value: 'dark', label: 'Dark', icon: <Moon {...ICON} /> },
  { value: 'system', label: 'As the system', icon: <Monitor {...ICON} /> },
];

/** Light, dark, or what the system says. */
export function ThemeMenu() {
  const { choice } = useStore(theme);
  return (
    <Menu
      align="end"
      trigger={
        <button className="icon-button" type="button" aria-label="Colours" title="Colours">
          {OPTIONS.find(({ value }) => value === choice)?.icon}
        </button>
      }
    >
      <MenuChoice
        label="Colours"
        value={choice}
        options={OPTIONS}
        onChoose={(value) => chooseTheme(readTheme(value))}
      />
    </Menu>
  );
}
