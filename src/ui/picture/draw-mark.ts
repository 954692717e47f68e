import type { FindingKey } from '../../exploration/findings.ts';
import { VERDICT_SHAPES } from '../verdict-shapes.ts';
import { tag } from './svg-parts.ts';

/** The mark of a verdict as SVG, by its top left corner. */
export function drawMark(
  finding: FindingKey,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  colourOf: (token: string) => string,
): string {
  const { parts, token } = VERDICT_SHAPES[finding];
  const colour = colourOf(token);
  const shapes = parts.map(({ path, paint }) =>
    paint === 'fill'
      ? tag('path', { d: path, fill: colour, 'fill-rule': 'evenodd' })
      : tag('path', {
          d: path,
          fill: 'none',
          stroke: colour,
          'stroke-width': finding === 'violation' ? 2.4 : 1.4,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        }),
  );
  return tag('g', { transform: `translate(${x} ${y}) scale(${size / 16})` }, shapes.join(''));
}
