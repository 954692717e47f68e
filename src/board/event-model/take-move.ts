import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import { addElement } from '../edits/add-element.ts';
import { connect } from '../edits/arrows.ts';
import { setAt } from '../edits/set-at.ts';
import { addSlice, putInSlice, setSliceKind } from '../edits/slices.ts';
import { type BoardKind, type ElementKey, findElement, parseKey } from '../element-key.ts';
import type { SliceKind } from './event-model-layout.ts';

export interface TakenMove {
  readonly document: JsonObject;
  /** The element that was made. */
  readonly key: ElementKey;
}

/** Makes the element that follows another, with the arrow between them, in the same slice or in a new one after it. */
export function takeMove(
  document: JsonObject,
  from: ElementKey,
  slice: number | null,
  to: BoardKind,
): TakenMove {
  const added = addElement(document, to);
  const joined = join(added.document, from, added.key);
  const kind = slice === null ? null : readKind(document, slice);
  const wanted = findSliceKind(from, to);
  if (slice !== null && (kind === null || wanted === null || kind === wanted)) {
    return { document: putInSlice(joined, slice, added.key), key: added.key };
  }
  const index = slice === null ? readSlices(joined).length : slice + 1;
  const opened = addSlice(joined, `New ${wanted ?? 'slice'}`, index);
  const typed = wanted === null ? opened : setSliceKind(opened, index, wanted);
  return { document: putInSlice(putInSlice(typed, index, from), index, added.key), key: added.key };
}

/** The kind of slice that a step begins or goes on with; null where it fits in any. */
function findSliceKind(from: ElementKey, to: BoardKind): SliceKind | null {
  const kind = parseKey(from)?.kind;
  if (kind === 'screen') return 'change';
  if (kind === 'event' || to === 'screen') return 'view';
  return kind === 'readModel' && to === 'policy' ? 'automation' : null;
}

/** The arrow between two elements. A policy follows the events of the read model it works from. */
function join(document: JsonObject, from: ElementKey, to: ElementKey): JsonObject {
  const [source, target] = [parseKey(from), parseKey(to)];
  if (source?.kind === 'readModel' && target?.kind === 'policy') {
    const on = getOwn(findElement(document, from) ?? {}, 'on');
    const events = isJsonObject(on) ? Object.keys(on) : [];
    return events.length > 0 ? setAt(document, ['policies', target.name, 'on'], events) : document;
  }
  const connected = connect(document, from, to);
  return 'document' in connected ? connected.document : document;
}

function readSlices(document: JsonObject): readonly unknown[] {
  const slices = getOwn(document, 'slices');
  return Array.isArray(slices) ? slices : [];
}

function readKind(document: JsonObject, slice: number): string | null {
  const found = readSlices(document)[slice] as JsonObject | undefined;
  const kind = isJsonObject(found) ? getOwn(found, 'kind') : undefined;
  return typeof kind === 'string' ? kind : null;
}
