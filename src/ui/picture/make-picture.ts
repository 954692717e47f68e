import { drawPng } from './draw-png.ts';
import type { SheetPen } from './draw-sheet.ts';
import { embedFonts } from './embed-fonts.ts';
import { estimateText } from './estimate-text.ts';
import { measureOnCanvas } from './measure-on-canvas.ts';
import { readColours } from './read-colours.ts';

export type PictureFormat = 'svg' | 'png';
export type PictureTheme = 'light' | 'dark';

/** What a picture in a theme is drawn with, in all voices. */
export async function preparePen(theme: PictureTheme): Promise<SheetPen> {
  // What is measured before its font is there comes out too wide or too narrow.
  await document.fonts.load('400 18px "Source Serif 4 Variable"').catch(() => []);
  return {
    colourOf: readColours(theme),
    measure: measureOnCanvas() ?? estimateText,
    fontCss: await embedFonts(['tool', 'story', 'model']),
  };
}

/** A finished SVG picture as a file. */
export async function makeFile(svg: string, format: PictureFormat): Promise<Blob> {
  return format === 'png' ? drawPng(svg) : new Blob([svg], { type: 'image/svg+xml' });
}
