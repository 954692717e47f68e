import type { Fact } from './event.ts';

/** Where and why an expression failed: `at` is the JSON pointer of the expression in the model (D7). */
export interface ExpressionFailure {
  readonly at: string;
  readonly expression: string;
  readonly message: string;
}

/** What a command does, given a log (D5, D6, D7). */
export type Decision =
  | { readonly kind: 'accepted'; readonly events: readonly Fact[] }
  | { readonly kind: 'rejected'; readonly constraints: readonly string[] }
  | { readonly kind: 'error'; readonly failure: ExpressionFailure };
