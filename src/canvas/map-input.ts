import type { ArrowEnds } from '../board/desk.ts';
import type { ElementKey } from '../board/element-key.ts';
import type { Place } from '../board/placement.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Model } from '../model/schema.ts';
import type { BoundaryMarks } from './boundary/boundary-marks.ts';
import type { FaceMark } from './note-face.tsx';

/** What a picture of a board is made from. */
export interface MapInput {
  readonly document: JsonObject;
  /** Reads the usable part of the document; asked only when something changed that arrows come from. */
  readonly readModel: () => Model | null;
  readonly places: ReadonlyMap<ElementKey, Place>;
  readonly marks: ReadonlyMap<ElementKey, FaceMark>;
  readonly selected: readonly ElementKey[];
  readonly selectedArrows: readonly ArrowEnds[];
  /** The boundary that is drawn; null for none. */
  readonly boundary: BoundaryMarks | null;
  /** Where notes are that somebody is moving at the moment. */
  readonly moving: ReadonlyMap<ElementKey, Place>;
}

/** The same list as before where nothing in it changed. */
export function keepList<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const isSame = before.length === after.length && after.every((item, index) => item === before[index]);
  return isSame ? before : after;
}
