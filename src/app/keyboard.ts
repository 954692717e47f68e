import type { Action, ActionRegistry } from '../ui/actions.ts';
import { isMac } from '../ui/say-keys.ts';

/** What of a keyboard event tells which action is meant. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
}

/** Where the focus is when a key goes down. */
export interface KeyPlace {
  readonly isTyping: boolean;
  readonly isOnCanvas: boolean;
  readonly onMac: boolean;
}

/** Names of keys that cannot be written in a combination as they are. */
const NAMED: Readonly<Record<string, string>> = { Space: ' ', Plus: '+' };

/** The action a key stands for here; what was offered last comes first. */
export function findAction(
  actions: readonly Action[],
  press: KeyPress,
  { isTyping, isOnCanvas, onMac }: KeyPlace,
): Action | undefined {
  return actions.findLast(
    (action) =>
      (action.scope === 'page' || isOnCanvas) &&
      (!isTyping || action.whileTyping === true) &&
      (action.keys ?? []).some((keys) => fits(keys, press, onMac)) &&
      (action.isEnabled?.() ?? true),
  );
}

/** Whether a combination such as `Mod+Shift+Z` is what was pressed, on this layout. */
export function fits(keys: string, press: KeyPress, onMac: boolean): boolean {
  const parts = keys.split('+');
  const wanted = parts.at(-1) ?? '';
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const isCommand = onMac ? press.metaKey : press.ctrlKey;
  const isOther = onMac ? press.ctrlKey : press.metaKey;
  if (has('Mod') !== isCommand || has('Ctrl') !== isOther || has('Alt') !== press.altKey) return false;
  const name = NAMED[wanted] ?? wanted;
  const isSign = name.length === 1 && !/[a-z0-9 ]/i.test(name);
  // Which signs need Shift differs between layouts: the sign itself is what counts.
  if (!isSign && has('Shift') !== press.shiftKey) return false;
  // A letter that is held down is not many orders.
  if (press.repeat && name.length === 1 && !isCommand) return false;
  return readKey(press).toUpperCase() === name.toUpperCase();
}

/** The letter that a key stands for: its own, or the Latin one in its place where the layout has other letters. */
function readKey({ key, code, altKey }: KeyPress): string {
  const isForeign = key.length === 1 && (/[^\x20-\x7e]/.test(key) || altKey);
  const place = /^(?:Key|Digit)(.)$/.exec(code);
  return isForeign && place?.[1] ? place[1] : key;
}

/** Listens to the keyboard for the actions that are there; returns how to stop. */
export function followKeyboard(registry: ActionRegistry, root: Document = document): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event) || hasOpenDialog(root)) return;
    const action = findAction(registry.list(), event, { ...findKeyPlace(event.target), onMac: isMac() });
    if (!action) return;
    event.preventDefault();
    action.run();
  };
  root.addEventListener('keydown', onKeyDown);
  return () => root.removeEventListener('keydown', onKeyDown);
}

/** Whether the key belongs to an input method that puts a character together; 229 is what Safari says. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function hasOpenDialog(root: Document): boolean {
  return root.querySelector('dialog:modal') !== null;
}

/** Fields for text, and menus and lists that take letters for their own search. */
const TYPING = [
  'textarea',
  'select',
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range])',
  '[contenteditable]:not([contenteditable=false])',
  '[role=menu]',
  '[role=listbox]',
].join(', ');

function findKeyPlace(target: EventTarget | null): Pick<KeyPlace, 'isTyping' | 'isOnCanvas'> {
  if (!(target instanceof Element)) return { isTyping: false, isOnCanvas: true };
  return {
    isTyping: target.closest(TYPING) !== null,
    isOnCanvas: target === target.ownerDocument.body || target.closest('[data-scope="canvas"]') !== null,
  };
}
