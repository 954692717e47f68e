import type { ScheduleList } from '../exploration/list-schedules.ts';
import type { MatrixCell, SearchProgress } from '../exploration/matrix-result.ts';
import type { Exploration, Unavailable } from '../exploration/result.ts';
import type { ToldRace } from '../exploration/told-race.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Model, Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { BoundaryReport } from '../strategies/report-boundary.ts';

/** A race of a model under a strategy. */
export interface RaceQuestion {
  readonly model: Model;
  readonly race: Race;
  readonly strategy: StrategyId;
}

/** A schedule as it was made under a strategy: who takes each step, counted from 0. */
export interface ScheduleChoice {
  readonly strategy: StrategyId;
  readonly order: readonly number[];
}

export interface TellQuestion extends RaceQuestion {
  /** Made under another strategy it is followed as far as that goes. */
  readonly schedule: ScheduleChoice;
  /** Whether the steps that are still to come are added, the lowest command first. */
  readonly complete: boolean;
}

export interface BoundaryQuestion {
  readonly model: Model;
  readonly strategy: StrategyId;
  /** A command by name. Without data it is given sample values, all different. */
  readonly command: string;
  readonly data?: JsonObject;
}

export interface MatrixQuestion {
  readonly model: Model;
  /** The longest past that is looked at. */
  readonly past: number;
  /** Races looked at, for each pattern. */
  readonly races: number;
}

/** How far an answer is, and how to give it up: then the promise rejects with the signal's reason. */
export interface Watch<P> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: P) => void;
}

export interface ExploreProgress {
  /** States found so far, and how many of them are still to be looked at. */
  readonly states: number;
  readonly waiting: number;
}

/**
 * What the lab asks of the engine, which works beside the page and remembers its answers: the same question about a
 * model that differs only in what the question does not touch is answered at once. An engine that dies rejects what it
 * was asked, and starts anew with the next question.
 */
export interface LabEngine {
  readonly explore: (
    question: RaceQuestion,
    watch?: Watch<ExploreProgress>,
  ) => Promise<Exploration | Unavailable>;
  readonly tell: (question: TellQuestion, watch?: Watch<never>) => Promise<ToldRace | Unavailable>;
  /** Every schedule with what it shows, where there are at most `most`. */
  readonly listSchedules: (
    question: RaceQuestion & { readonly most: number },
    watch?: Watch<never>,
  ) => Promise<ScheduleList | Unavailable>;
  readonly reportBoundary: (
    question: BoundaryQuestion,
    watch?: Watch<never>,
  ) => Promise<BoundaryReport | Unavailable>;
  /** Resolves with all cells; each is told when it is finished. */
  readonly searchMatrix: (
    question: MatrixQuestion,
    watch?: Watch<SearchProgress> & { readonly onCell?: (cell: MatrixCell) => void },
  ) => Promise<readonly MatrixCell[]>;
}
