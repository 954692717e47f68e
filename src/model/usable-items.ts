import { getOwn } from '../lib/get-own.ts';
import type { ParsedModel } from './parse.ts';

/**
 * What a model has of each item that its document lists in a section, in the document's order; null for one that is too
 * broken to be in the model. Empty where the document has no such list.
 */
export function usableItems<T>(
  { document, leftOut }: Pick<ParsedModel, 'document' | 'leftOut'>,
  section: 'examples' | 'races',
  usable: readonly T[],
): readonly (T | null)[] {
  const written = document === null ? undefined : getOwn(document, section);
  if (!Array.isArray(written)) return [];
  const paths = leftOut.filter(([first]) => first === section);
  const areBroken = paths.some((path) => path.length === 1);
  const broken = new Set(paths.map(([, index]) => index));
  const rest = [...usable];
  return written.map((_, index) => (areBroken || broken.has(index) ? null : (rest.shift() ?? null)));
}
