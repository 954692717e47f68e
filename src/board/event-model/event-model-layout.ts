import type { Arrow } from '../edits/arrows.ts';
import type { ElementKey } from '../element-key.ts';
import type { Scenario } from './list-scenarios.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type SliceKind = 'change' | 'view' | 'automation' | 'translation';
export type SliceStatus = 'planned' | 'doing' | 'done';

/** A slice, or at the end what is in none. */
export interface Column {
  readonly id: string;
  /** Its index in the document's slices; null for what is in no slice. */
  readonly slice: number | null;
  readonly name: string;
  readonly kind: SliceKind | null;
  readonly status: SliceStatus | null;
  readonly keys: readonly ElementKey[];
}

export interface PlacedColumn extends Column, Box {
  /** The head, at the top of the column. */
  readonly head: Box;
}

export interface Lane {
  readonly id: string;
  readonly label: string;
}

/** An element in a column; one that is in several slices has a note in each. */
export interface PlacedNote extends Box {
  /** The column's id and the element's key, with a slash between. */
  readonly id: string;
  readonly key: ElementKey;
  readonly column: number;
}

export interface PlacedArrow {
  readonly id: string;
  readonly from: PlacedNote;
  readonly to: PlacedNote;
  readonly arrow: Arrow;
}

export interface PlacedScenario extends Scenario, Box {
  readonly id: string;
  readonly column: number;
}

/** An event model with everything in its place: time to the right, lanes from top to bottom. */
export interface EventModelLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly PlacedColumn[];
  readonly lanes: readonly (Lane & Box)[];
  readonly notes: readonly PlacedNote[];
  readonly arrows: readonly PlacedArrow[];
  readonly scenarios: readonly PlacedScenario[];
}
