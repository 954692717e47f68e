import { type ElementKey, parseKey } from '../element-key.ts';
import { KINDS } from '../kinds.ts';
import { NOTE_SIZE, type Place, SMALL_NOTE_SIZE } from '../placement.ts';

/** The size of a frame that nothing is in and nobody gave a size. */
export const FRAME_SIZE = { width: 384, height: 192 } as const;

/** The size of an element in pixels: its own where it has one, or that of its kind. */
export function sizeOf(
  key: ElementKey,
  place?: Pick<Place, 'width' | 'height'>,
): { readonly width: number; readonly height: number } {
  const kind = parseKey(key)?.kind ?? 'note';
  const usual = isFrame(key) ? FRAME_SIZE : kind === 'actor' ? SMALL_NOTE_SIZE : NOTE_SIZE;
  return { width: place?.width ?? usual.width, height: place?.height ?? usual.height };
}

/** Whether an element is a border around others. */
export function isFrame(key: ElementKey): boolean {
  const kind = parseKey(key)?.kind;
  return kind !== undefined && KINDS[kind].form === 'frame';
}
