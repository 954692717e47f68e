import { completePlaces } from '../../board/layout.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Model } from '../../model/schema.ts';
import { drawPng } from '../../ui/picture/draw-png.ts';
import { embedFonts } from '../../ui/picture/embed-fonts.ts';
import { estimateText } from '../../ui/picture/estimate-text.ts';
import { measureOnCanvas } from '../../ui/picture/measure-on-canvas.ts';
import { readColours } from '../../ui/picture/read-colours.ts';
import { mapArrows } from '../map-arrows.ts';
import { drawSvg } from './draw-svg.ts';

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
    fontCss: await embedFonts(['tool', 'model']),
    metadata: format === 'svg' ? order.metadata : '',
  });
  return format === 'png' ? drawPng(svg) : new Blob([svg], { type: 'image/svg+xml' });
}
