import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import { type ElementKey, parseKey } from '../element-key.ts';
import { FreeRoom } from '../layout/free-room.ts';
import { isFrame, sizeOf } from '../layout/size-of.ts';
import { findPlace, NOTE_GAP, type Place } from '../placement.ts';
import { type AddedElement, addElement } from './add-element.ts';

/** An open question about an element. */
export interface Question {
  readonly name: string;
  readonly description: string;
  readonly about: ElementKey;
}

/** Puts an open question on the board as a hotspot, beside what it is about where that has a place. */
export function raiseQuestion(document: JsonObject, { name, description, about }: Question): AddedElement {
  const place = findRoomBeside(document, about);
  return addElement(document, 'hotspot', { name, definition: { description }, ...(place && { place }) });
}

function findRoomBeside(document: JsonObject, about: ElementKey): Place | undefined {
  const place = findPlace(document, about);
  if (place === undefined) return undefined;
  const room = new FreeRoom();
  for (const key of listPlaced(document)) {
    const taken = findPlace(document, key);
    if (taken && !isFrame(key)) room.take({ ...taken, ...sizeOf(key, taken) });
  }
  const size = sizeOf('hotspot:');
  return room.takeNear({ x: place.x, y: place.y - size.height - NOTE_GAP, ...size });
}

function listPlaced(document: JsonObject): readonly ElementKey[] {
  const canvas = getOwn(document, 'canvas');
  const places = isJsonObject(canvas) ? getOwn(canvas, 'places') : undefined;
  if (!isJsonObject(places)) return [];
  return Object.keys(places).filter((key): key is ElementKey => parseKey(key) !== undefined);
}
