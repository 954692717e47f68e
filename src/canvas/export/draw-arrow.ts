import type { Box, Picture, PictureFont } from './picture.ts';
import { routeArrow } from './route-arrow.ts';
import { tag, textLine } from './svg-parts.ts';
import { shorten } from './wrap-text.ts';

const LABEL: PictureFont = { voice: 'tool', size: 12, weight: 500 };
const LONGEST_LABEL = 180;
const HEAD_LENGTH = 8;
const HEAD_WIDTH = 4;

/** An arrow with its head. Its label is drawn apart, so that it lies above all lines. */
export function drawArrow(from: Box, to: Box, { colourOf }: Pick<Picture, 'colourOf'>): string {
  const { start, bendStart, bendEnd, end } = routeArrow(from, to);
  const direction = Math.atan2(end.y - bendEnd.y, end.x - bendEnd.x);
  const corner = (side: number) => {
    const x = end.x - HEAD_LENGTH * Math.cos(direction) - side * HEAD_WIDTH * Math.sin(direction);
    const y = end.y - HEAD_LENGTH * Math.sin(direction) + side * HEAD_WIDTH * Math.cos(direction);
    return `${round(x)} ${round(y)}`;
  };
  const wire = colourOf('wire');
  const curve = `M${at(start)} C${at(bendStart)} ${at(bendEnd)} ${at(end)}`;
  return (
    tag('path', { d: curve, fill: 'none', stroke: wire, 'stroke-width': 1.5 }) +
    tag('path', { d: `M${at(end)} L${corner(1)} L${corner(-1)} Z`, fill: wire })
  );
}

/** What is written on an arrow, on a piece of paper that covers the line. */
export function drawArrowLabel(
  label: string,
  from: Box,
  to: Box,
  { colourOf, measure }: Pick<Picture, 'colourOf' | 'measure'>,
): string {
  const { middle } = routeArrow(from, to);
  const line = shorten(label, LONGEST_LABEL, (text) => measure(text, LABEL));
  const width = measure(line, LABEL) + 12;
  return (
    tag('rect', {
      x: middle.x - width / 2,
      y: middle.y - 10,
      width,
      height: 20,
      fill: colourOf('paper'),
    }) +
    textLine(line, LABEL, {
      x: middle.x,
      y: middle.y + 4,
      'text-anchor': 'middle',
      fill: colourOf('ink-2'),
    })
  );
}

function at({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
