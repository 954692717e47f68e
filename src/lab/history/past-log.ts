import type { FirstModel } from '../../history/first-model/make-first-model.ts';
import type { BadRows } from '../../history/import/bad-rows.ts';
import type { LogMapping } from '../../history/import/log-mapping.ts';
import type { LogFormat, LogProblem } from '../../history/import/log-row.ts';
import type { LogSurvey } from '../../history/import/log-survey.ts';
import type { Insights } from '../../history/insights/insight.ts';
import type { Measure } from '../../history/measure/measure-result.ts';
import type { PastEvent } from '../../history/past-event.ts';
import type { Model } from '../../model/schema.ts';
import type { Watch } from '../engine.ts';

/** How far a file is read. */
export interface ReadProgress {
  readonly bytes: number;
  readonly ofBytes: number;
  /** Rows or events found so far. */
  readonly rows: number;
}

/** A log that was read under a mapping and is held beside the page. */
export interface LogSummary {
  readonly format: LogFormat | null;
  readonly events: number;
  /** Of the first and the last event, milliseconds since 1970; null where there are none. */
  readonly from: number | null;
  readonly to: number | null;
  /** How many events of each type there are, the most frequent first. */
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly actors: number;
  /** The concepts of the tags, in the mapping's order. */
  readonly concepts: readonly string[];
  readonly badRows: readonly BadRows[];
  readonly problems: readonly LogProblem[];
}

/** How a log is to be measured. */
export interface MeasureQuestion {
  /** In milliseconds. */
  readonly windows: readonly number[];
  /** Null: one is chosen. */
  readonly concept: string | null;
  readonly withoutActors: readonly string[];
  readonly withoutConcepts: readonly string[];
  readonly collapse: boolean;
  /** Mapped on the log; null for none. */
  readonly model: Model | null;
}

/** How much of an answer is done, from 0 to 1. */
export interface ShareProgress {
  readonly share: number;
}

/**
 * Logs of the past, read and kept in a worker. A log is known by an id of the caller's. When the worker dies, what was
 * asked is rejected, and the log is read again for the next question.
 */
export interface PastLogs {
  /** Reads a file (also gzipped) once, to see what is in it and how it could be mapped. */
  readonly open: (file: Blob, watch?: Watch<ReadProgress>) => Promise<LogSurvey>;
  /** Reads it under a mapping, and from then on answers for it. */
  readonly apply: (
    log: string,
    file: Blob,
    mapping: LogMapping,
    watch?: Watch<ReadProgress>,
  ) => Promise<LogSummary>;
  /** Some of the events, in order of time; `from` counts from 0. */
  readonly readEvents: (
    log: string,
    stretch: { readonly from: number; readonly count: number },
    watch?: Watch<never>,
  ) => Promise<readonly PastEvent[]>;
  /** How often its appends would have collided (H1–H3). */
  readonly measure: (
    log: string,
    question: MeasureQuestion,
    watch?: Watch<ShareProgress>,
  ) => Promise<Measure>;
  /** What it shows about the system behind it. */
  readonly findInsights: (log: string, watch?: Watch<ShareProgress>) => Promise<Insights>;
  /** A model to begin with: its event types with fields and tags. */
  readonly makeModel: (log: string, name: string) => Promise<FirstModel>;
  /** Lets go of a log. */
  readonly forget: (log: string) => void;
}
