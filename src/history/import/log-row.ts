import type { JsonObject } from '../../lib/json.ts';

/** Where in a row a value stands: the keys on the way to it. */
export type FieldPath = readonly string[];

/** A row's number in its file and the line it begins on, both from 1. */
export interface RowPlace {
  readonly row: number;
  readonly line: number;
}

/** One event as the log has it, in the same shape whatever the format: objects of an OCEL log stand under `objects`. */
export interface LogRow extends RowPlace {
  readonly fields: JsonObject;
}

/** A row that cannot become an event. */
export interface BadRow extends RowPlace {
  readonly reason: BadReason;
  /** What is wrong with this one, and what to do about it. */
  readonly message: string;
  /** How the row begins. */
  readonly sample: string;
}

export type BadReason = 'unreadable' | 'cells' | 'not-object' | 'no-type' | 'no-time' | 'repeated-id';

/** What is wrong with a file as a whole; after an error, what was read before it can still be used. */
export interface LogProblem {
  readonly code:
    | 'empty'
    | 'unknown-format'
    | 'no-events'
    | 'cut-off'
    | 'broken'
    | 'encoding'
    | 'packed'
    | 'too-deep'
    | 'too-large'
    | 'unknown-objects'
    | 'zone';
  readonly severity: 'error' | 'warning';
  /** What is wrong and what to do. */
  readonly message: string;
  /** From 1; null where no one line is to blame. */
  readonly line: number | null;
}

/** Takes what a reader finds. */
export interface RowSink {
  row(row: LogRow): void;
  bad(row: BadRow): void;
  problem(problem: LogProblem): void;
}

/** Reads one format from text that comes in pieces, cut anywhere. */
export interface FormatReader {
  readonly format: LogFormat;
  write(text: string): void;
  end(): void;
}

export type LogFormat =
  | 'ocel-2'
  | 'ocel-1'
  | 'xes'
  | 'csv'
  | 'json-lines'
  | 'json'
  | 'cloudevents'
  | 'github'
  | 'ambit';

/** What no honest log nests deeper than. */
export const MOST_LEVELS = 64;
/** What no honest row is longer than, in characters. */
export const LONGEST_ROW = 4_000_000;
/** What fits into a page's memory with room to measure it. */
export const MOST_ROWS = 1_000_000;
const SAMPLE_LENGTH = 200;

/** How a row begins, for showing. */
export function takeSample(text: string): string {
  return text.length <= SAMPLE_LENGTH ? text : `${text.slice(0, SAMPLE_LENGTH)}…`;
}
