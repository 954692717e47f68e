import { Position } from '@xyflow/react';
import { BOARD_SECTIONS, type BoardKind, type ElementKey, parseKey } from '../board/element-key.ts';
import { KINDS } from '../board/kinds.ts';
import { sizeOf } from '../board/layout/size-of.ts';
import { getOwn } from '../lib/get-own.ts';
import { isJsonObject } from '../lib/is-json-object.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Rect } from './arrows/geometry.ts';
import { describeNote, type NoteData, sayNote, showsSame } from './describe-note.ts';
import type { BoardNode } from './flow-types.ts';
import { keepList, type MapInput } from './map-input.ts';

interface Known {
  readonly rect: Rect;
  readonly node: BoardNode;
  /** What is said of it in the boundary that is drawn: null for nothing; undefined where it is not in it. */
  readonly words: string | null | undefined;
}

/** Frames lie under the arrows, and contexts under aggregates. */
const LAYERS: Partial<Record<BoardKind, number>> = { context: -2, aggregate: -1 };
const IN_BOUNDARY = { className: 'in-boundary' } as const;
const PASSED_THROUGH = { pointerEvents: 'none' } as const;

/** Turns the elements of boards into nodes, and remembers them: what did not change is the very same node again. */
export class NodeMapper {
  #known: ReadonlyMap<ElementKey, Known> = new Map();
  #nodes: readonly BoardNode[] = [];
  #rects: ReadonlyMap<string, Rect> = new Map();
  #document: JsonObject | undefined;
  #marks: MapInput['marks'] | undefined;

  map(input: MapInput): readonly BoardNode[] {
    const selected = new Set(input.selected);
    const known = new Map<ElementKey, Known>();
    const isSameBoard = input.document === this.#document && input.marks === this.#marks;
    this.#document = input.document;
    this.#marks = input.marks;
    for (const [key, resting] of input.places) {
      const before = this.#known.get(key);
      const place = input.moving.get(key) ?? resting;
      const rect = keepRect(before?.rect, { x: place.x, y: place.y, ...sizeOf(key, place) });
      const face = isSameBoard && before ? before.node.data : findFace(key, input);
      if (!face) continue;
      const words = input.boundary?.elements.get(key);
      const node = keepNode(key, face, rect, selected.has(key), words, before);
      known.set(key, before?.node === node ? before : { node, rect, words });
    }
    this.#known = known;
    this.#nodes = keepList(
      this.#nodes,
      [...known.values()].map(({ node }) => node),
    );
    return this.#nodes;
  }

  /** Where the notes of the last picture are, without frames; the same map while none of them moved. */
  rects(): ReadonlyMap<string, Rect> {
    const notes = [...this.#known].filter(([, { node }]) => node.type === 'note');
    const isSame =
      notes.length === this.#rects.size && notes.every(([key, { rect }]) => this.#rects.get(key) === rect);
    if (!isSame) this.#rects = new Map(notes.map(([key, { rect }]) => [key, rect]));
    return this.#rects;
  }
}

function findFace(key: ElementKey, { document, marks }: MapInput): NoteData | undefined {
  const parsed = parseKey(key);
  if (!parsed || KINDS[parsed.kind].form === 'label') return undefined;
  const section = getOwn(document, BOARD_SECTIONS[parsed.kind]);
  const element = isJsonObject(section) ? getOwn(section, parsed.name) : undefined;
  if (element === undefined) return undefined;
  return describeNote(document, parsed.kind, parsed.name, element, marks.get(key));
}

function keepNode(
  key: ElementKey,
  face: NoteData,
  rect: Rect,
  selected: boolean,
  words: Known['words'],
  known: Known | undefined,
): BoardNode {
  const before = known?.node;
  const data = before && showsSame(before.data, face) ? before.data : face;
  const isSaidSame = before?.data === data && known?.words === words;
  if (isSaidSame && isAt(before, rect) && before.selected === selected) return before;
  const isFrame = KINDS[face.kind].form === 'frame';
  return {
    id: key,
    type: isFrame ? 'frame' : 'note',
    data,
    ...makeBox(rect),
    selected,
    zIndex: LAYERS[face.kind] ?? 0,
    ariaLabel: (isSaidSame ? before.ariaLabel : undefined) ?? sayNote(data, words),
    ...(words === undefined ? {} : IN_BOUNDARY),
    // The board is one stop of the Tab key: from there on the arrow keys walk.
    domAttributes: STOPS[isFrame || !selected ? 'no' : 'yes'],
    // Inside a frame the paper is to be taken hold of, not the frame.
    ...(isFrame ? { style: PASSED_THROUGH } : {}),
  };
}

/** What a screen reader calls it, and whether Tab stops there. */
const STOPS = {
  no: { tabIndex: -1, 'aria-roledescription': 'note' },
  yes: { tabIndex: 0, 'aria-roledescription': 'note' },
} as const;

/**
 * Place and size. With the size known beforehand, and an invisible handle in the middle, React Flow can draw arrows to
 * notes that are out of sight; arrows are drawn to the sides by their routes.
 */
function makeBox({ x, y, width, height }: Rect) {
  const middle = { x: width / 2, y: height / 2, width: 1, height: 1, position: Position.Bottom };
  return {
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: [
      { ...middle, type: 'source' as const },
      { ...middle, type: 'target' as const },
    ],
  };
}

function isAt(node: BoardNode, { x, y, width, height }: Rect): boolean {
  return node.position.x === x && node.position.y === y && node.width === width && node.height === height;
}

function keepRect(before: Rect | undefined, rect: Rect): Rect {
  const isSame =
    before?.x === rect.x &&
    before.y === rect.y &&
    before.width === rect.width &&
    before.height === rect.height;
  return isSame ? before : rect;
}
