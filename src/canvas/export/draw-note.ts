import { type BoardKind, findElement, makeKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { PictureFont } from '../../ui/picture/picture-font.ts';
import { tag, textLine } from '../../ui/picture/svg-parts.ts';
import { shorten, wrapText } from '../../ui/picture/wrap-text.ts';
import { TAG_SHAPES } from '../../ui/tag-shapes.ts';
import { describeNote, type NoteData } from '../describe-note.ts';
import { KIND_SIGNS } from './kind-signs.ts';
import type { Box, Picture } from './picture.ts';

const PADDING = 12;
const LABEL: PictureFont = { voice: 'tool', size: 11, weight: 500 };
const NAME: PictureFont = { voice: 'tool', size: 16, weight: 600 };
const SMALL_NAME: PictureFont = { voice: 'tool', size: 14, weight: 600 };
const FOOT: PictureFont = { voice: 'model', size: 11, weight: 450 };
const TEXT: PictureFont = { voice: 'tool', size: 11, weight: 450 };
const TEXT_LINE = 14;
const TAG: PictureFont = { voice: 'tool', size: 11, weight: 600 };
const SMALL = 72;
const TILT = -2.5;

type Pen = Pick<Picture, 'colourOf' | 'measure'>;

/** A note as SVG. */
export function drawNote(document: JsonObject, kind: BoardKind, name: string, box: Box, pen: Pen): string {
  const { colourOf } = pen;
  const { token } = KINDS[kind];
  const data = describeNote(document, kind, name, findElement(document, makeKey(kind, name)), undefined);
  const ink = kind === 'screen' || kind === 'note' ? colourOf('ink') : colourOf('note-ink');
  const isSmall = box.height < SMALL;
  const edge = colourOf(`${token}-edge`);
  const paper = tag('rect', { ...box, rx: 3, fill: colourOf(token), stroke: edge, 'stroke-width': 1 });
  const top = box.y + (isSmall ? 6 : 10);
  const foot = drawFoot(data, box, ink, pen);
  const parts = [
    paper,
    drawSign(kind, box.x + (isSmall ? 8 : PADDING), top, ink),
    textLine(KINDS[kind].label, LABEL, {
      x: box.x + (isSmall ? 24 : PADDING + 18),
      y: top + 10.5,
      fill: ink,
      'fill-opacity': 0.8,
    }),
    drawName(data, box, top + 18, foot === '' ? 0 : 24, isSmall, ink, pen),
    foot,
  ];
  const tilt =
    kind === 'hotspot'
      ? { transform: `rotate(${TILT} ${box.x + box.width / 2} ${box.y + box.height / 2})` }
      : {};
  return tag('g', tilt, parts.join(''));
}

/** The icon of a kind. */
export function drawSign(kind: BoardKind, x: number, y: number, ink: string, size = 13): string {
  const shapes = KIND_SIGNS[kind].map(([element, attributes]) => tag(element, attributes)).join('');
  return tag(
    'g',
    {
      transform: `translate(${x} ${y}) scale(${size / 24})`,
      fill: 'none',
      stroke: ink,
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    shapes,
  );
}

function drawName(
  { name, text }: NoteData,
  { x, y, width, height }: Box,
  top: number,
  taken: number,
  isSmall: boolean,
  ink: string,
  { measure }: Pen,
): string {
  const font = isSmall ? SMALL_NAME : NAME;
  const padding = isSmall ? 8 : PADDING;
  const lineHeight = isSmall ? 17 : 20;
  const mostLines = Math.max(1, Math.floor((y + height - taken - top - 4) / lineHeight));
  const lines = wrapText(name, width - 2 * padding, mostLines, (text) => measure(text, font));
  const below = top + lineHeight * lines.length;
  const room = Math.floor((y + height - taken - below - 6) / TEXT_LINE);
  const sentence =
    text === undefined || isSmall || room < 1
      ? []
      : wrapText(text, width - 2 * padding, room, (part) => measure(part, TEXT));
  return [
    ...lines.map((line, index) =>
      textLine(line, font, { x: x + padding, y: top + lineHeight * (index + 1) - 4, fill: ink }),
    ),
    ...sentence.map((line, index) =>
      textLine(line, TEXT, {
        x: x + padding,
        y: below + TEXT_LINE * (index + 1) - 2,
        fill: ink,
        'fill-opacity': 0.85,
      }),
    ),
  ].join('');
}

function drawFoot({ foot, tags }: NoteData, box: Box, ink: string, pen: Pen): string {
  const room = box.width - 2 * PADDING;
  const bottom = box.y + box.height;
  if (foot !== undefined) {
    const line = shorten(foot, room, (text) => pen.measure(text, FOOT));
    return textLine(line, FOOT, { x: box.x + PADDING, y: bottom - 12, fill: ink });
  }
  let x = box.x + PADDING;
  let drawn = '';
  for (const { name, mark } of tags) {
    const colour = pen.colourOf(`tag-${mark}-on-note`);
    const left = box.x + box.width - PADDING - x;
    if (left < 40) break;
    const line = shorten(name, left - 24, (text) => pen.measure(text, TAG));
    const width = pen.measure(line, TAG) + 24;
    drawn +=
      tag('rect', { x, y: bottom - 28, width, height: 18, rx: 3, fill: '#ffffff', 'fill-opacity': 0.55 }) +
      tag('path', {
        d: TAG_SHAPES[mark],
        transform: `translate(${x + 6} ${bottom - 23})`,
        fill: colour,
      }) +
      textLine(line, TAG, { x: x + 18, y: bottom - 15, fill: colour });
    x += width + 6;
  }
  return drawn;
}
