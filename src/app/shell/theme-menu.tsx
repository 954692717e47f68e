import { useStore } from 'zustand';
import { Menu, MenuChoice } from '../../ui/menu.tsx';
import { chooseTheme, readTheme, theme } from '../theme.ts';
import { THEME_ICONS, ThemeButton } from './theme-button.tsx';

const OPTIONS = [
  { value: 'light', label: 'Light', icon: THEME_ICONS.light },
  { value: 'dark', label: 'Dark', icon: THEME_ICONS.dark },
  { value: 'system', label: 'As the system', icon: THEME_ICONS.system },
];

/** Light, dark, or what the system says. */
export function ThemeMenu() {
  const { choice } = useStore(theme);
  return (
    <Menu align="end" trigger={<ThemeButton choice={choice} />}>
      <MenuChoice
        label="Colours"
        value={choice}
        options={OPTIONS}
        onChoose={(value) => chooseTheme(readTheme(value))}
      />
    </Menu>
  );
}
