import type { Fact } from '../decision/event.ts';
import { matchesQuery, type Query } from '../decision/query.ts';

/** What a store checks at the moment of append: that nothing it describes was appended since the read. */
export type Guard =
  | { readonly kind: 'none' }
  | { readonly kind: 'log' }
  | { readonly kind: 'streams'; readonly streams: readonly string[] }
  | { readonly kind: 'query'; readonly query: Query };

/** An event as the log holds it. */
export interface LogRecord {
  readonly fact: Fact;
  /** When it was recorded, RFC 3339 (D9). */
  readonly time: string;
  /** The streams it stands in; a saga's copy stands in one (S4, S6). */
  readonly streams: readonly string[];
  /** False for a saga's later copies of a fact that is in the log already (S6). */
  readonly first: boolean;
}

/** Whether a record that was appended since the read makes the guard fail. */
export function trips(guard: Guard, record: LogRecord): boolean {
  switch (guard.kind) {
    case 'none':
      return false;
    case 'log':
      return true;
    case 'streams':
      return guard.streams.some((stream) => record.streams.includes(stream));
    case 'query':
      return matchesQuery(guard.query, record.fact);
  }
}
