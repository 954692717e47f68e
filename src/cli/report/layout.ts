import type { Paint } from './paint.ts';

/** What a report is drawn with. */
export interface Layout {
  readonly columns: number;
  readonly paint: Paint;
}
