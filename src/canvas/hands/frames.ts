import { setContext, setOwner } from '../../board/edits/membership.ts';
import { type ElementKey, findElement, parseKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import type { Place } from '../../board/placement.ts';
import type { JsonObject } from '../../lib/json.ts';
import { centreOf, contains } from '../arrows/geometry.ts';
import { rectOf } from './find-room.ts';

type Places = ReadonlyMap<ElementKey, Place>;

/** Whether an element is a frame around others. */
function isFrame(key: ElementKey): boolean {
  const kind = parseKey(key)?.kind;
  return kind !== undefined && KINDS[kind].form === 'frame';
}

/** What lies in a frame: everything whose middle does, other frames too. */
export function listContent(places: Places, frame: ElementKey): readonly ElementKey[] {
  const place = places.get(frame);
  if (!place) return [];
  const border = rectOf(frame, place);
  return [...places]
    .filter(([key, other]) => {
      if (key === frame) return false;
      const rect = rectOf(key, other);
      // Of two frames the smaller one lies in the bigger one, never the other way round.
      const fits = !isFrame(key) || rect.width * rect.height < border.width * border.height;
      return fits && contains(border, centreOf(rect));
    })
    .map(([key]) => key);
}

/** These elements and everything that lies in the frames among them. */
export function withContent(places: Places, keys: readonly ElementKey[]): ReadonlySet<ElementKey> {
  return new Set(keys.flatMap((key) => (isFrame(key) ? [key, ...listContent(places, key)] : [key])));
}

/** Lets events belong to the frames they were brought into, and no longer to those they were taken out of. */
export function followFrames(
  document: JsonObject,
  before: Places,
  after: Places,
  keys: Iterable<ElementKey>,
): JsonObject {
  let changed = document;
  const frames = [...after.keys()].filter(isFrame);
  for (const key of keys) {
    const parsed = parseKey(key);
    if (parsed?.kind !== 'event') continue;
    for (const frame of frames) {
      const wasIn = liesIn(before, key, frame);
      const isIn = liesIn(after, key, frame);
      if (wasIn !== isIn) changed = belong(changed, parsed.name, frame, isIn);
    }
  }
  return changed;
}

function liesIn(places: Places, key: ElementKey, frame: ElementKey): boolean {
  const place = places.get(key);
  const border = places.get(frame);
  return (
    place !== undefined &&
    border !== undefined &&
    contains(rectOf(frame, border), centreOf(rectOf(key, place)))
  );
}

function belong(document: JsonObject, event: string, frame: ElementKey, isIn: boolean): JsonObject {
  const parsed = parseKey(frame);
  if (parsed?.kind === 'aggregate') return setOwner(document, event, parsed.name, isIn);
  if (parsed?.kind !== 'context') return document;
  const context = findElement(document, `event:${event}`)?.['context'];
  if (!isIn && context !== parsed.name) return document;
  return setContext(document, event, isIn ? parsed.name : null);
}
