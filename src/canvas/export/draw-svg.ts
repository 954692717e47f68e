import { type ElementKey, parseKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { isFrame, sizeOf } from '../../board/layout/size-of.ts';
import { getOwn } from '../../lib/get-own.ts';
import type { JsonObject } from '../../lib/json.ts';
import { escapeXml } from '../../lib/xml-text.ts';
import { tag } from '../../ui/picture/svg-parts.ts';
import { ArrowRouter, type Route } from '../arrows/route-arrows.ts';
import type { ArrowFacts } from '../flow-types.ts';
import { wishFor } from '../map-edges.ts';
import { drawArrow, drawArrowLabel, drawTip } from './draw-arrow.ts';
import { drawFrame } from './draw-frame.ts';
import { drawNote } from './draw-note.ts';
import type { Box, Picture } from './picture.ts';

const MARGIN = 40;
const EMPTY: Box = { x: 0, y: 0, width: 640, height: 360 };

/** A board as an SVG picture that stands on its own. */
export function drawSvg(picture: Picture): string {
  const { document, arrows, colourOf, fontCss, metadata } = picture;
  const boxes = findBoxes(picture);
  const view = findView([...boxes.values()]);
  const drawn = routeAll(arrows, boxes);
  const title = nameOf(document);
  const parts = [
    tag('title', {}, escapeXml(title)),
    metadata,
    drawTip(picture),
    fontCss === '' ? '' : `<style>${escapeXml(fontCss)}</style>`,
    tag('rect', { ...view, fill: colourOf('paper') }),
    ...drawElements(picture, boxes, 'frame'),
    ...drawn.map(([arrow, route]) => drawArrow(arrow, route, picture)),
    ...drawElements(picture, boxes, 'note'),
    ...drawn.map(([arrow, route]) => drawArrowLabel(arrow, route, picture)),
  ];
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: view.width,
    height: view.height,
    viewBox: `${view.x} ${view.y} ${view.width} ${view.height}`,
    role: 'img',
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('svg', frame, parts.filter((part) => part !== '').join('\n'))}\n`;
}

function findBoxes({ places }: Picture): ReadonlyMap<ElementKey, Box> {
  return new Map([...places].map(([key, place]) => [key, { x: place.x, y: place.y, ...sizeOf(key, place) }]));
}

function findView(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return EMPTY;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return {
    x: left - MARGIN,
    y: top - MARGIN,
    width: right - left + 2 * MARGIN,
    height: bottom - top + 2 * MARGIN,
  };
}

function drawElements(
  picture: Picture,
  boxes: ReadonlyMap<ElementKey, Box>,
  form: 'frame' | 'note',
): readonly string[] {
  return [...boxes].flatMap(([key, box]) => {
    const parsed = parseKey(key);
    if (parsed === undefined || KINDS[parsed.kind].form !== form) return [];
    const { kind, name } = parsed;
    return [
      form === 'frame'
        ? drawFrame(kind, name, box, picture)
        : drawNote(picture.document, kind, name, box, picture),
    ];
  });
}

/** The arrows between notes, on the very ways they have on the board. */
function routeAll(
  arrows: readonly ArrowFacts[],
  boxes: ReadonlyMap<ElementKey, Box>,
): readonly (readonly [ArrowFacts, Route])[] {
  const notes = new Map([...boxes].filter(([key]) => !isFrame(key)));
  const routes = new ArrowRouter().route(arrows.map(wishFor), notes, { isMoving: false });
  return arrows.flatMap((arrow) => {
    const route = routes.get(arrow.id);
    return route ? [[arrow, route] as const] : [];
  });
}

function nameOf(document: JsonObject): string {
  const name = getOwn(document, 'name');
  return typeof name === 'string' ? name : '';
}
