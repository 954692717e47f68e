import type { JsonObject } from '../../lib/json.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** Something to tell about a file: where in it ("" is the whole file), and what to do. */
export interface FileRemark {
  readonly place: string;
  readonly message: string;
}

/** What came of a file: a document to make a board of, or why there is none. */
export type Foreign =
  | {
      readonly kind: 'model';
      readonly document: JsonObject;
      /** What is left out of it or was not translated. */
      readonly remarks: readonly FileRemark[];
    }
  | { readonly kind: 'trouble'; readonly messages: readonly FileRemark[] };

/** The same, with the file it is about. */
export type ForeignFile = Foreign & { readonly fileName: string };

/** No file at all, for one reason. */
export function refuse(message: string): Foreign {
  return { kind: 'trouble', messages: [{ place: '', message }] };
}

/** A finding of the model room as a remark about its file. */
export function toRemark({ at, message, position }: Diagnostic): FileRemark {
  return { place: position ? `line ${position.line}, column ${position.column}` : at, message };
}
