import { addLines } from '../../board/edits/add-element.ts';
import { copyElements, duplicateElements, pasteElements } from '../../board/edits/clipboard.ts';
import { removeElements } from '../../board/edits/remove-elements.ts';
import { type BoardKind, type ElementKey, makeKey, parseKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { sizeOf } from '../../board/layout/size-of.ts';
import { findPlace } from '../../board/placement.ts';
import type { JsonObject } from '../../lib/json.ts';
import { parseModel } from '../../model/parse.ts';
import { serialiseModel } from '../../model/serialise.ts';
import { centreOf, type Point } from '../arrows/geometry.ts';
import type { Canvas } from '../canvas.ts';
import { findRoom, findRoomBeside, isNote, rectOf, snap } from './find-room.ts';
import { bringIntoView, focusNote } from './focus-note.ts';
import { withContent } from './frames.ts';
import { viewOf } from './make-note.ts';
import { pinPlaces, sayNotes } from './move-notes.ts';

/** More than this is no list of notes. */
const MOST_LINES = 500;

/** What is selected as a text that can be pasted on any board; null when nothing is. */
export function copySelected(canvas: Canvas): string | null {
  const { board, places } = canvas;
  const keys = listSelected(canvas);
  if (keys.length === 0) return null;
  return serialiseModel(copyElements(pinPlaces(board.state().document, places()), keys));
}

/** Copies what is selected, and takes it off the board. */
export function cutSelected(canvas: Canvas): string | null {
  const text = copySelected(canvas);
  if (text === null) return null;
  const keys = listSelected(canvas);
  canvas.board.edit(`Cut ${sayNotes(keys)}`, (document) => removeElements(document, keys));
  canvas.desk.getState().select([]);
  return text;
}

/** The selected elements with what lies in selected frames. */
function listSelected({ desk, places }: Canvas): readonly ElementKey[] {
  return [...withContent(places(), desk.getState().selected)];
}

/** Puts copied elements onto the board, or notes for the lines of any other text. */
export function pasteText(canvas: Canvas, text: string): void {
  const copied = /^\s*\{/.test(text) ? parseModel(text) : null;
  if (copied === null) pasteLines(canvas, text.split(/\r\n?|\n/).slice(0, MOST_LINES));
  else if (copied.document && copied.model) pasteModel(canvas, copied.document);
  else {
    const [problem] = copied.diagnostics;
    const { x, y, width } = canvas.root.current?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0 };
    const why = problem ? ` ${problem.message}` : '';
    canvas.store.setState({
      word: { text: `This cannot be pasted.${why}`, at: { x: x + width / 2, y: y + 24 } },
    });
  }
}

function pasteModel(canvas: Canvas, copied: JsonObject): void {
  const places = canvas.places();
  const keys = listPlaced(copied);
  const isTaken = keys.some((key) => places.has(key));
  const { x, y } = centreOf(viewOf(canvas));
  const at = isTaken ? 'beside' : { x: snap(x), y: snap(y) };
  putDown(canvas, 'Paste', (document) => pasteElements(pinPlaces(document, places), copied, at));
}

function listPlaced(copied: JsonObject): readonly ElementKey[] {
  const canvas = copied['canvas'];
  const places = typeof canvas === 'object' && canvas !== null && 'places' in canvas ? canvas['places'] : {};
  return Object.keys(places ?? {}).filter((key): key is ElementKey => parseKey(key) !== undefined);
}

function pasteLines(canvas: Canvas, lines: readonly string[]): void {
  const places = canvas.places();
  const leading = canvas.desk.getState().selected.findLast((key) => isNote(key) && places.has(key));
  const kind: BoardKind = (leading === undefined ? undefined : parseKey(leading)?.kind) ?? 'event';
  const start = findStart(canvas, leading, kind);
  const count = lines.filter((line) => line.trim() !== '').length;
  const label =
    count === 1
      ? `Add ${KINDS[kind].label.toLowerCase()}`
      : `Add ${count} ${KINDS[kind].plural.toLowerCase()}`;
  putDown(canvas, label, (document) => addLines(pinPlaces(document, places), kind, lines, start), true);
}

function findStart(canvas: Canvas, leading: ElementKey | undefined, kind: BoardKind): Point {
  const places = canvas.places();
  const size = sizeOf(makeKey(kind, ''));
  const place = leading === undefined ? undefined : places.get(leading);
  if (leading !== undefined && place) return findRoomBeside(places, rectOf(leading, place), size, 'right');
  const view = viewOf(canvas);
  return findRoom(places, { x: snap(view.x + 80), y: snap(centreOf(view).y - size.height / 2) }, size);
}

/** Makes copies of what is selected beside it. */
export function duplicateSelected(canvas: Canvas): void {
  const places = canvas.places();
  const keys = listSelected(canvas);
  putDown(canvas, 'Duplicate', (document) => duplicateElements(pinPlaces(document, places), keys));
}

type PutDown = (document: JsonObject) => {
  readonly document: JsonObject;
  readonly keys: readonly ElementKey[];
};

function putDown(canvas: Canvas, verb: string, put: PutDown, isLabel = false): void {
  const { board, desk } = canvas;
  const { keys } = put(board.state().document);
  if (keys.length === 0) return;
  board.edit(isLabel ? verb : `${verb} ${sayNotes(keys)}`, (document) => put(document).document);
  desk.getState().select(keys.filter((key) => findPlace(board.state().document, key) !== undefined));
  const last = keys.at(-1);
  if (last !== undefined) bringIntoView(canvas, last);
  focusNote(canvas);
}
