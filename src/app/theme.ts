import { createStore } from 'zustand/vanilla';
import { keep, readKept } from './kept.ts';

export type Theme = 'system' | 'light' | 'dark';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The colours a person chose. `public/theme.js` does the same before anything is drawn. */
export const theme = createStore<{ readonly choice: Theme }>()(() => ({
  choice: readTheme(readKept('theme')),
}));

/** Chooses colours, here and for the next visit. */
export function chooseTheme(choice: Theme): void {
  keep('theme', choice);
  showTheme(choice);
}

/** From light to dark and back, whichever is seen now. */
export function toggleTheme(): void {
  chooseTheme(findShownTheme() === 'dark' ? 'light' : 'dark');
}

/** What is seen now: the choice, or what the system says. */
export function findShownTheme(): 'light' | 'dark' {
  const { choice } = theme.getState();
  if (choice !== 'system') return choice;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Follows what is chosen in other tabs. */
export function followTheme(): void {
  addEventListener('storage', (event) => {
    if (event.key === 'ambit.theme') showTheme(readTheme(event.newValue));
  });
}

/** The choice that a kept text stands for. */
export function readTheme(kept: string | null): Theme {
  return THEMES.find((known) => known === kept) ?? 'system';
}

function showTheme(choice: Theme): void {
  theme.setState({ choice });
  if (choice === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset['theme'] = choice;
}
