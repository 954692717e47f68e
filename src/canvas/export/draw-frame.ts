import type { BoardKind } from '../../board/element-key.ts';
import type { PictureFont } from '../../ui/picture/picture-font.ts';
import { tag, textLine } from '../../ui/picture/svg-parts.ts';
import { shorten } from '../../ui/picture/wrap-text.ts';
import { drawSign } from './draw-note.ts';
import type { Box, Picture } from './picture.ts';

const TITLE: PictureFont = { voice: 'tool', size: 14, weight: 600 };

/** The frame around what belongs together, with its name in its upper edge. */
export function drawFrame(
  kind: BoardKind,
  name: string,
  box: Box,
  { colourOf, measure }: Pick<Picture, 'colourOf' | 'measure'>,
): string {
  const line = shorten(name, box.width - 64, (text) => measure(text, TITLE));
  const ink = colourOf('ink');
  const dashes = kind === 'context' ? { 'stroke-dasharray': '6 5' } : {};
  return [
    tag('rect', {
      ...box,
      rx: 10,
      fill: colourOf('panel'),
      'fill-opacity': 0.5,
      stroke: colourOf('line-3'),
      ...dashes,
    }),
    tag('rect', {
      x: box.x + 10,
      y: box.y - 10,
      width: measure(line, TITLE) + 34,
      height: 20,
      fill: colourOf('paper'),
    }),
    drawSign(kind, box.x + 16, box.y - 7, ink, 14),
    textLine(line, TITLE, { x: box.x + 36, y: box.y + 5, fill: ink }),
  ].join('');
}
