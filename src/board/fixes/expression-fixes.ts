import { getAt, setAt } from '../edits/set-at.ts';
import type { Case, Fix } from './fix.ts';

/** Expressions that may be missing altogether. */
const OPTIONAL = new Set(['rule', 'when', 'with', 'data']);

/** An expression is empty: take it out where none is needed. */
export function mendExpression({ document, path }: Case): readonly Fix[] {
  const text = getAt(document, path);
  const isOptional = OPTIONAL.has(path.at(-1) ?? '') || OPTIONAL.has(path.at(-2) ?? '');
  if (typeof text !== 'string' || text.trim() !== '' || !isOptional) return [];
  return [{ label: 'Take it out', edit: (current) => setAt(current, path, undefined) }];
}

/** A name in an expression is not known: write the one that was probably meant. */
export function mendUnknownName({ diagnostic, document, path }: Case): readonly Fix[] {
  const text = getAt(document, path);
  const { range, message } = diagnostic;
  const [, meant] = /did you mean "([A-Za-z_]\w*)"\?$/.exec(message) ?? [];
  if (typeof text !== 'string' || range === undefined || meant === undefined) return [];
  const wrong = text.slice(range.start, range.end);
  // The text may have changed since it was looked at.
  if (!message.includes(`"${wrong}"`) || wrong === '') return [];
  const mended = text.slice(0, range.start) + meant + text.slice(range.end);
  return [
    {
      label: `Write “${meant}”`,
      edit: (current) => (getAt(current, path) === text ? setAt(current, path, mended) : current),
    },
  ];
}
