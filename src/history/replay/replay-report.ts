import type { RecordedEvent } from '../../decision/event.ts';

/** An event of a log as it is replayed; `copyOf` where it is a further copy of a fact in another stream (S6). */
export interface ReplayedEvent extends RecordedEvent {
  readonly position: number;
  readonly id: string;
  readonly copyOf?: string;
}

/** In what way an event does not fit the model. */
export type MisfitKind =
  | 'unknown-type'
  | 'missing-field'
  | 'wrong-value'
  | 'wrong-time'
  | 'tags-fail'
  | 'other-tags'
  | 'fold-fails';

/** One way in which one event does not fit; other tags are a warning, all else is doom. */
export interface Misfit {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly kind: MisfitKind;
  /** JSON pointer into the model: the expression or declaration that the event fails. */
  readonly at: string;
  /** The expression as written; empty where a declaration is what fails. */
  readonly expression: string;
  /** What is folded, such as `FreeSeat · taken of course:c1`; empty where nothing is. */
  readonly subject: string;
  readonly reason: string;
}

/** All misfits that have the same place in the model and the same kind. */
export interface MisfitCause {
  readonly kind: MisfitKind;
  readonly at: string;
  readonly expression: string;
  readonly count: number;
  /** The earliest one. */
  readonly first: Misfit;
}

/** What came of replaying a log under a model: plain data. */
export interface ReplayReport {
  readonly events: number;
  /** Events with at least one misfit that is no warning. */
  readonly doomed: number;
  /** Events whose tags would come out differently, and that fit otherwise. */
  readonly warned: number;
  /** Values that were folded: projections and read models, one for each instance that occurs. */
  readonly folded: number;
  /** The earliest misfit that is no warning; null when every event fits. */
  readonly doom: Misfit | null;
  /** In the order in which each occurs first, doom before warnings. */
  readonly causes: readonly MisfitCause[];
  /** The first of all, in log order; there may be more of them than are listed. */
  readonly misfits: readonly Misfit[];
}

export interface ReplayProgress {
  /** Events replayed so far. */
  readonly events: number;
}

/** Whether a misfit keeps the event from being replayed. */
export function isDoom({ kind }: Pick<Misfit, 'kind'>): boolean {
  return kind !== 'other-tags';
}
