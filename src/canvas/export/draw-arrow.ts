import type { PictureFont } from '../../ui/picture/picture-font.ts';
import { tag, textLine } from '../../ui/picture/svg-parts.ts';
import { TAG_SHAPES } from '../../ui/tag-shapes.ts';
import type { Route } from '../arrows/route-arrows.ts';
import type { ArrowFacts } from '../flow-types.ts';
import type { Picture } from './picture.ts';

const MARK = 11;
const PLAIN: PictureFont = { voice: 'tool', size: 12, weight: 450 };
const READS: PictureFont = { voice: 'tool', size: 12, weight: 550 };
/** The relations that decisions are made of stand out. */
const STRONG: readonly ArrowFacts['relation'][] = ['reads', 'emits', 'checks'];

type Pen = Pick<Picture, 'colourOf' | 'measure'>;

/** The head of all arrows, for the picture's definitions. */
export function drawTip({ colourOf }: Pick<Picture, 'colourOf'>): string {
  const head = tag('path', { d: 'M0,1L9,5L0,9L2,5z', fill: colourOf('ink-2') });
  const marker = {
    id: 'tip',
    viewBox: '0 0 12 10',
    refX: 12,
    refY: 5,
    markerWidth: 12,
    markerHeight: 10,
    markerUnits: 'userSpaceOnUse',
    orient: 'auto',
  };
  return tag('defs', {}, tag('marker', marker, head));
}

/** The line of an arrow with its head. Its label is drawn apart, so that it lies above all lines. */
export function drawArrow(
  { relation }: ArrowFacts,
  { path, hasHead }: Route,
  { colourOf }: Pick<Picture, 'colourOf'>,
): string {
  return tag('path', {
    d: path,
    fill: 'none',
    stroke: colourOf(STRONG.includes(relation) ? 'ink-2' : 'wire'),
    'stroke-width': relation === 'reads' ? 2 : 1.5,
    ...(hasHead ? { 'marker-end': 'url(#tip)' } : {}),
  });
}

/** What is written on an arrow, on a piece of paper that covers the line. */
export function drawArrowLabel(
  { label, marks, relation }: ArrowFacts,
  { label: at }: Route,
  { colourOf, measure }: Pen,
): string {
  if (label === null || label.trim() === '') return '';
  const font = relation === 'reads' ? READS : PLAIN;
  const width = measure(label, font) + marks.length * MARK;
  const left = at.x - width / 2;
  return [
    tag('rect', {
      x: left - 5,
      y: at.y - 10,
      width: width + 10,
      height: 20,
      rx: 9,
      fill: colourOf('paper'),
    }),
    ...marks.map((mark, index) =>
      tag('path', {
        d: TAG_SHAPES[mark],
        transform: `translate(${left + index * MARK} ${at.y - 4})`,
        fill: colourOf(`tag-${mark}`),
      }),
    ),
    textLine(label, font, {
      x: left + marks.length * MARK + (marks.length > 0 ? 1 : 0),
      y: at.y + 4,
      fill: colourOf(relation === 'reads' ? 'ink' : 'ink-2'),
    }),
  ].join('');
}
