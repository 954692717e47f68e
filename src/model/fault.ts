import type { JsonPath } from '../lib/scan-json.ts';
import type { Diagnostic } from './diagnostic.ts';

/** A place in a document that cannot be part of a model, and what to say about it (asked for only if it is shown). */
export interface Fault {
  readonly path: JsonPath;
  readonly describe: () => Diagnostic;
}
