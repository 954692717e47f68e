import { describe, expect, it } from 'vitest';
import { isMac, sayKeys } from '../../../src/ui/say-keys.ts';

describe('A key combination in words', () => {
  it.each([
    ['Mod+K', 'Ctrl K', '⌘K'],
    ['Mod+Shift+Z', 'Ctrl Shift Z', '⌘⇧Z'],
    ['Shift+ArrowLeft', 'Shift ←', '⇧←'],
    ['Mod+Plus', 'Ctrl +', '⌘+'],
    ['?', '?', '?'],
    ['Delete', 'Del', 'Del'],
  ])('%s', (keys, elsewhere, onMac) => {
    expect(sayKeys(keys, false)).toBe(elsewhere);
    expect(sayKeys(keys, true)).toBe(onMac);
  });

  it('is for the computer at hand', () => {
    expect(['MacIntel', 'iPad', 'Linux x86_64', 'Win32', ''].map(isMac)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
