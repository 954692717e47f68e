import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { BoardEntry, PreviewNote } from '../board.ts';
import { BOARD_SECTIONS, type BoardKind, parseKey } from '../element-key.ts';
import { KIND_ORDER, KINDS } from '../kinds.ts';
import { sizeOf } from '../layout/size-of.ts';
import { completePlaces } from '../layout.ts';

const MOST_NOTES = 200;

/** What the list of boards says and draws of a document. */
export function summarise(document: JsonObject): Pick<BoardEntry, 'name' | 'notes' | 'preview'> {
  const name = getOwn(document, 'name');
  return {
    name: typeof name === 'string' ? name : '',
    notes: KIND_ORDER.filter((kind) => KINDS[kind].form === 'note').reduce(
      (sum, kind) => sum + countElements(document, kind),
      0,
    ),
    preview: drawPreview(document),
  };
}

function countElements(document: JsonObject, kind: BoardKind): number {
  const section = getOwn(document, BOARD_SECTIONS[kind]);
  return isJsonObject(section) ? Object.keys(section).length : 0;
}

function drawPreview(document: JsonObject): PreviewNote[] {
  const preview: PreviewNote[] = [];
  for (const [key, place] of completePlaces(document)) {
    const kind = parseKey(key)?.kind;
    if (kind === undefined || KINDS[kind].form === 'label') continue;
    preview.push({ kind, x: place.x, y: place.y, ...sizeOf(key, place) });
    if (preview.length === MOST_NOTES) break;
  }
  return preview;
}
