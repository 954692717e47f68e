/** How bad a finding is: an error keeps a part from being used, a warning is likely a mistake, a note is unfinished work. */
export type Severity = 'error' | 'warning' | 'info';

/** Something to tell the author of a model: a stable code, the JSON pointer of its place, and a sentence that says what to do. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** JSON pointer (RFC 6901) of the place in the document; `""` is the whole document. */
  readonly at: string;
  readonly message: string;
  /** Offsets (UTF-16) inside the expression at `at`, where the finding is about one. */
  readonly range?: { readonly start: number; readonly end: number };
  /** Line and column (from 1) in the text, where the text is not JSON. */
  readonly position?: { readonly line: number; readonly column: number };
}
