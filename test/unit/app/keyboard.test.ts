import { describe, expect, it, vi } from 'vitest';
import { findAction, fits, type KeyPress } from '../../../src/app/keyboard.ts';
import type { Action } from '../../../src/ui/actions.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false };
  return { key, code: '', ...plain, ...more };
}

function action(id: string, more: Partial<Action> = {}): Action {
  return { id, label: id, group: 'Board', scope: 'page', run: vi.fn(), ...more };
}

describe('A key combination', () => {
  it.each([
    ['E', press('e'), true],
    ['E', press('E'), true],
    ['E', press('E', { shiftKey: true }), false],
    ['E', press('e', { ctrlKey: true }), false],
    ['Mod+K', press('k', { ctrlKey: true }), true],
    ['Mod+K', press('k'), false],
    ['Mod+K', press('k', { metaKey: true }), false],
    ['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
    ['Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
    ['?', press('?', { shiftKey: true }), true],
    ['?', press('?'), true],
    ['Shift+ArrowLeft', press('ArrowLeft', { shiftKey: true }), true],
    ['ArrowLeft', press('ArrowLeft', { shiftKey: true }), false],
    ['Shift+1', press('1', { shiftKey: true }), true],
    ['Space', press(' '), true],
    ['Mod+Plus', press('+', { ctrlKey: true }), true],
    ['Delete', press('Delete'), true],
  ])('%s', (keys, pressed, isMeant) => {
    expect(fits(keys, pressed, false)).toBe(isMeant);
  });

  it('means ⌘ on a Mac, and leaves Ctrl to the system', () => {
    expect(fits('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(fits('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
  });

  it('goes by the place of the key where the layout has no Latin letters', () => {
    expect(fits('E', press('у', { code: 'KeyE' }), false)).toBe(true);
    expect(fits('Mod+K', press('л', { code: 'KeyK', ctrlKey: true }), false)).toBe(true);
    expect(fits('Alt+L', press('¬', { code: 'KeyL', altKey: true }), true)).toBe(true);
  });

  it('goes by the letter where the layout has Latin letters in other places', () => {
    expect(fits('Mod+Z', press('z', { code: 'KeyY', ctrlKey: true }), false)).toBe(true);
    expect(fits('Mod+Y', press('z', { code: 'KeyY', ctrlKey: true }), false)).toBe(false);
  });

  it('takes a held letter once, and a held arrow as often as it comes', () => {
    expect(fits('E', press('e', { repeat: true }), false)).toBe(false);
    expect(fits('ArrowLeft', press('ArrowLeft', { repeat: true }), false)).toBe(true);
    expect(fits('Mod+Z', press('z', { repeat: true, ctrlKey: true }), false)).toBe(true);
  });
});

describe('The action of a key', () => {
  const onCanvas = { isTyping: false, isOnCanvas: true, onMac: false };

  it('is one whose scope the focus is in', () => {
    const make = action('make', { keys: ['E'], scope: 'canvas' });
    expect(findAction([make], press('e'), onCanvas)).toBe(make);
    expect(findAction([make], press('e'), { ...onCanvas, isOnCanvas: false })).toBeUndefined();
  });

  it('waits while somebody types, unless it says otherwise', () => {
    const help = action('help', { keys: ['?'] });
    const find = action('find', { keys: ['Mod+K'], whileTyping: true });
    const typing = { isTyping: true, isOnCanvas: false, onMac: false };
    expect(findAction([help, find], press('?'), typing)).toBeUndefined();
    expect(findAction([help, find], press('k', { ctrlKey: true }), typing)).toBe(find);
  });

  it('is the one offered last, of those that can be done', () => {
    const walk = action('walk', { keys: ['ArrowLeft'] });
    const back = action('back', { keys: ['ArrowLeft'] });
    const never = action('never', { keys: ['ArrowLeft'], isEnabled: () => false });
    expect(findAction([walk, back, never], press('ArrowLeft'), onCanvas)).toBe(back);
  });

  it('answers to each of its keys', () => {
    const redo = action('redo', { keys: ['Mod+Shift+Z', 'Mod+Y'] });
    expect(findAction([redo], press('y', { ctrlKey: true }), onCanvas)).toBe(redo);
  });
});
