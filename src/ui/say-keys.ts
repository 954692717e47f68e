const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };
const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Plus: '+',
};

/** Whether this computer has a ⌘ key, which then stands for Ctrl. */
export function isMac(platform: string = globalThis.navigator?.platform ?? ''): boolean {
  return /^(Mac|iP)/.test(platform);
}

/** A key combination as it stands on the keyboard: `Mod+K` is “Ctrl K”, and “⌘K” on a Mac. */
export function sayKeys(keys: string, onMac: boolean = isMac()): string {
  const parts = keys.split('+').map((part) => (onMac ? MAC_SIGNS[part] : undefined) ?? SIGNS[part] ?? part);
  return onMac ? parts.join('') : parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join(' ');
}
