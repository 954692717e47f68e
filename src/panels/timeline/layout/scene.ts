import type { ToldSchedule } from '../../../exploration/result.ts';
import type { MeasureText } from '../../../ui/picture/picture-font.ts';
import type { Sizes, Stack } from './lanes.ts';
import type { Column } from './marks.ts';
import type { Past } from './past.ts';
import type { Shelf } from './shelf.ts';

/** All that the parts of the picture are placed by. */
export interface Scene extends Stack {
  readonly told: ToldSchedule;
  /** The last step that is drawn. */
  readonly last: number;
  readonly columns: readonly Column[];
  readonly past: Past;
  readonly sizes: Sizes;
  readonly railHeight: number;
  /** Where the event at a position stands; undefined for one that is not drawn by itself. */
  readonly centers: ReadonlyMap<number, number>;
  /** Whether values are written out as the rules have them, or short. */
  readonly valuesInFull: boolean;
  readonly measure: MeasureText;
  readonly shelf: Shelf;
}

/** Where a step stands in time; undefined for one that is hidden. */
export function centerOf({ columns }: Scene, step: number): number | undefined {
  return columns.find((column) => column.step === step)?.center;
}

/** The step that wrote an event; -1 for one that was there before. */
export function writerOf({ told }: Scene, position: number): number {
  return told.steps.findIndex(({ wrote = [] }) => wrote.includes(position));
}

/** The edge of the log that a lane looks at. */
export function railEdge({ railTop, railHeight }: Scene, isAbove: boolean): number {
  return isAbove ? railTop : railTop + railHeight;
}
