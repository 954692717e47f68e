import type { FindingKey } from '../../exploration/findings.ts';
import { escapeXml } from '../../lib/xml-text.ts';
import { drawMark } from './draw-mark.ts';
import type { MeasureText, PictureFont } from './picture-font.ts';
import { tag, textLine } from './svg-parts.ts';
import { shorten, wrapText } from './wrap-text.ts';

/** A picture that stands on its own: a title, and below it drawings with their headings and sentences. */
export interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly SheetBlock[];
  /** Where it comes from, small at the foot. */
  readonly foot: string;
}

export type SheetBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly note: string }
  | { readonly kind: 'sentence'; readonly marks: readonly FindingKey[]; readonly text: string }
  /** A mark and what it means. */
  | { readonly kind: 'legend'; readonly mark: FindingKey; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** Drawings side by side, as finished markup. */
  | { readonly kind: 'drawing'; readonly parts: readonly SheetDrawing[] };

export interface SheetDrawing {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/** What it is drawn with. */
export interface SheetPen {
  readonly colourOf: (token: string) => string;
  readonly measure: MeasureText;
  /** `@font-face` rules with the fonts in them. */
  readonly fontCss: string;
}

interface Drawn {
  readonly markup: string;
  readonly height: number;
}

const MARGIN = 32;
const NARROWEST = 640;
/** Longer lines are hard to read. */
const WIDEST_TEXT = 860;
const MOST_LINES = 12;
const TITLE: PictureFont = { voice: 'tool', size: 24, weight: 640 };
const SUBTITLE: PictureFont = { voice: 'tool', size: 14, weight: 450 };
const HEADING: PictureFont = { voice: 'tool', size: 16, weight: 600 };
const NOTE: PictureFont = { voice: 'tool', size: 13, weight: 450 };
const STORY: PictureFont = { voice: 'story', size: 18, weight: 400 };
const STORY_LINE = 26;
const FOOT: PictureFont = { voice: 'tool', size: 11, weight: 500 };
const MARK = 20;

/** A sheet as an SVG picture. Names and texts show as they are, whatever is in them. */
export function drawSheet({ title, subtitle, blocks, foot }: Sheet, pen: SheetPen): string {
  const inner = Math.max(NARROWEST, ...blocks.map(widthOf));
  const width = inner + 2 * MARGIN;
  const parts: string[] = [];
  let y = MARGIN;
  const put = ({ markup, height }: Drawn) => {
    parts.push(markup);
    y += height;
  };
  put(drawParagraph(title, TITLE, 'ink', y, 32, inner, pen));
  y += 4;
  if (subtitle !== '') put(drawParagraph(subtitle, SUBTITLE, 'ink-2', y, 20, inner, pen));
  for (const block of blocks) put(drawBlock(block, y, inner, pen));
  y += 20;
  put(drawLine(foot, FOOT, 'ink-3', y, 20, inner, pen));
  const height = y + MARGIN - 8;
  return wrapUp(title, parts, { width, height }, pen);
}

function wrapUp(
  title: string,
  parts: readonly string[],
  { width, height }: { readonly width: number; readonly height: number },
  { colourOf, fontCss }: SheetPen,
): string {
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
  };
  const all = [
    tag('title', {}, escapeXml(title)),
    fontCss === '' ? '' : `<style>${escapeXml(fontCss)}</style>`,
    tag('rect', { width, height, fill: colourOf('panel') }),
    ...parts,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('svg', frame, all.filter((part) => part !== '').join('\n'))}\n`;
}

function widthOf(block: SheetBlock): number {
  return block.kind === 'drawing' ? block.parts.reduce((sum, part) => sum + part.width, 0) : 0;
}

function drawBlock(block: SheetBlock, y: number, inner: number, pen: SheetPen): Drawn {
  switch (block.kind) {
    case 'heading': {
      const head = drawLine(block.text, HEADING, 'ink', y + 20, 24, inner, pen);
      const note = drawParagraph(block.note, NOTE, 'ink-2', y + 44, 20, inner, pen);
      return { markup: head.markup + note.markup, height: 52 + note.height };
    }
    case 'note': {
      const note = drawParagraph(block.text, NOTE, 'ink-2', y + 12, 20, inner, pen);
      return { ...note, height: note.height + 12 };
    }
    case 'legend':
      return drawLegend(block, y, inner, pen);
    case 'sentence':
      return drawSentence(block, y + 12, inner, pen);
    case 'drawing':
      return drawParts(block.parts, y + 12);
  }
}

function drawParts(drawings: readonly SheetDrawing[], y: number): Drawn {
  let x = MARGIN;
  let markup = '';
  for (const drawing of drawings) {
    markup += tag('g', { transform: `translate(${x} ${y})` }, drawing.markup);
    x += drawing.width;
  }
  return { markup, height: Math.max(...drawings.map(({ height }) => height)) + 16 };
}

/** Marks in front of a paragraph in the voice of the explanation. */
function drawSentence(
  { marks, text }: Extract<SheetBlock, { kind: 'sentence' }>,
  y: number,
  inner: number,
  { colourOf, measure }: SheetPen,
): Drawn {
  const indent = marks.length * (MARK + 6) + (marks.length > 0 ? 4 : 0);
  const room = Math.min(WIDEST_TEXT, inner - indent);
  const lines = wrapText(text, room, MOST_LINES, (part) => measure(part, STORY));
  const drawnMarks = marks.map((finding, index) =>
    drawMark(finding, { x: MARGIN + index * (MARK + 6), y: y + 2, size: MARK }, colourOf),
  );
  const drawnLines = lines.map((line, index) =>
    textLine(line, STORY, { x: MARGIN + indent, y: y + 18 + index * STORY_LINE, fill: colourOf('ink') }),
  );
  return { markup: [...drawnMarks, ...drawnLines].join(''), height: lines.length * STORY_LINE + 16 };
}

function drawLegend(
  { mark, text }: Extract<SheetBlock, { kind: 'legend' }>,
  y: number,
  inner: number,
  { colourOf, measure }: SheetPen,
): Drawn {
  const line = shorten(text, inner - 24, (part) => measure(part, NOTE));
  return {
    markup:
      drawMark(mark, { x: MARGIN, y: y + 3, size: 14 }, colourOf) +
      textLine(line, NOTE, { x: MARGIN + 24, y: y + 15, fill: colourOf('ink-2') }),
    height: 22,
  };
}

function drawParagraph(
  text: string,
  font: PictureFont,
  token: string,
  y: number,
  lineHeight: number,
  inner: number,
  { colourOf, measure }: SheetPen,
): Drawn {
  const room = Math.min(WIDEST_TEXT, inner);
  const lines = wrapText(text, room, MOST_LINES, (part) => measure(part, font));
  const drawn = lines.map((line, index) =>
    textLine(line, font, { x: MARGIN, y: y + lineHeight * (index + 0.75), fill: colourOf(token) }),
  );
  return { markup: drawn.join(''), height: lines.length * lineHeight };
}

function drawLine(
  text: string,
  font: PictureFont,
  token: string,
  y: number,
  height: number,
  inner: number,
  { colourOf, measure }: SheetPen,
): Drawn {
  const line = shorten(text, inner, (part) => measure(part, font));
  return {
    markup: textLine(line, font, { x: MARGIN, y: y + height * 0.75, fill: colourOf(token) }),
    height,
  };
}
