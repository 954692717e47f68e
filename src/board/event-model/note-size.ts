import { getOwn } from '../../lib/get-own.ts';
import type { Model } from '../../model/schema.ts';
import { type BoardKind, type ElementKey, parseKey } from '../element-key.ts';
import { NOTE_SIZE, SMALL_NOTE_SIZE } from '../placement.ts';

/** More input boxes than this are told as a number. */
export const MOST_SCREEN_FIELDS = 5;
/** What carries information shows which, below its name. */
const LISTS_FIELDS: readonly BoardKind[] = ['command', 'event', 'readModel'];
const FIELD_HEIGHT = 24;
/** The window's bar, the kind and the name, which may take two lines. */
const SCREEN_HEAD = { short: 76, long: 96 } as const;
const LONGEST_SHORT = 15;

/** How large a note is in the event model: a screen grows with what is typed in on it. */
export function sizeNote(model: Model, key: ElementKey): { readonly width: number; readonly height: number } {
  const parsed = parseKey(key);
  if (parsed?.kind === 'actor') return SMALL_NOTE_SIZE;
  if (parsed && LISTS_FIELDS.includes(parsed.kind)) return { width: NOTE_SIZE.width, height: 120 };
  if (parsed?.kind !== 'screen') return NOTE_SIZE;
  const fields = Object.keys(getOwn(model.screens, parsed.name)?.fields ?? {}).length;
  const lines = Math.min(fields, MOST_SCREEN_FIELDS) + (fields > MOST_SCREEN_FIELDS ? 1 : 0);
  const head = parsed.name.length > LONGEST_SHORT ? SCREEN_HEAD.long : SCREEN_HEAD.short;
  return { width: NOTE_SIZE.width, height: Math.max(NOTE_SIZE.height, head + lines * FIELD_HEIGHT) };
}
