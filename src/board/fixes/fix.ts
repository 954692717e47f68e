import type { JsonObject } from '../../lib/json.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Edit } from '../board.ts';

/** A remedy for one finding, done by a click. */
export interface Fix {
  /** What it does, as an order: "Add the event “CourseDefined”". */
  readonly label: string;
  readonly edit: Edit;
}

/** A finding, where it is, and the document it is about. */
export interface Case {
  readonly diagnostic: Diagnostic;
  readonly document: JsonObject;
  /** The keys of the place. Indexes are texts. */
  readonly path: readonly string[];
}

/** The remedies for findings of one code; none where nothing is safe to do. */
export type Remedy = (found: Case) => readonly Fix[];
