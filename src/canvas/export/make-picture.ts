import { completePlaces } from '../../board/layout.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Model } from '../../model/schema.ts';
import { mapArrows } from '../map-arrows.ts';
import { drawPng } from './draw-png.ts';
import { drawSvg } from './draw-svg.ts';
import { embedFonts } from './embed-fonts.ts';
import { estimateText } from './estimate-text.ts';
import { measureOnCanvas } from './measure-on-canvas.ts';
import { readColours } from './read-colours.ts';

export interface PictureOrder {
  readonly document: JsonObject;
  readonly model: Model | null;
  readonly format: 'svg' | 'png';
  readonly theme: 'light' | 'dark';
  /** The element that carries the model in an SVG picture. */
  readonly metadata: string;
}

/** A board as a picture, with its fonts in it. */
export async function makePicture({ format, theme, model, ...order }: PictureOrder): Promise<Blob> {
  const svg = drawSvg({
    ...order,
    places: completePlaces(order.document),
    arrows: model === null ? [] : mapArrows(order.document, model),
    colourOf: readColours(theme),
    measure: measureOnCanvas() ?? estimateText,
    fontCss: await embedFonts(),
    metadata: format === 'svg' ? order.metadata : '',
  });
  return format === 'png' ? drawPng(svg) : new Blob([svg], { type: 'image/svg+xml' });
}
