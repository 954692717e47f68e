import type { Json, JsonObject } from '../lib/json.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** What an example came to: as promised, otherwise, or not to be run. */
export interface ExampleReport {
  readonly verdict: 'green' | 'red' | 'unfinished';
  /** What came out instead, or why it cannot be run, in words. */
  readonly message: string | null;
  /** The events that came out, where any did. */
  readonly events: readonly { readonly event: string; readonly data: JsonObject }[];
  /** For a constraint that was checked: its name, whether it holds, and the projections it read. */
  readonly checks: readonly {
    readonly constraint: string;
    readonly holds: boolean;
    readonly projections: { readonly [name: string]: Json };
  }[];
}

/** Everything the engine has to say about one version of a document. The same functions as `ambit check`. */
export interface Analysis {
  /** The document it is about. */
  readonly document: JsonObject;
  /** All findings; `at` points into the document. */
  readonly diagnostics: readonly Diagnostic[];
  /** One for each of the document's examples, in its order. */
  readonly examples: readonly ExampleReport[];
}

/** Follows a board's document, a moment behind it. */
export interface AnalysisSource {
  /** The latest one; null before the first. */
  readonly state: () => Analysis | null;
  readonly listen: (listener: () => void) => () => void;
}
