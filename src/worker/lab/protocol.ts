import type { ScheduleList } from '../../exploration/list-schedules.ts';
import type { MatrixCell, SearchProgress } from '../../exploration/matrix-result.ts';
import type { Exploration, Unavailable } from '../../exploration/result.ts';
import type { ToldRace } from '../../exploration/told-race.ts';
import type { ExploreProgress, ScheduleChoice } from '../../lab/engine.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Race } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { BoundaryReport } from '../../strategies/report-boundary.ts';

import type { LoadQuestions } from './load-questions.ts';

interface RaceArgument {
  readonly race: Race;
  readonly strategy: StrategyId;
}

/** What a worker of the lab is asked about a model, what it tells meanwhile, and what it answers. */
export interface LabQuestions extends LoadQuestions {
  readonly explore: {
    readonly argument: RaceArgument;
    readonly progress: ExploreProgress;
    readonly result: Exploration | Unavailable;
  };
  readonly tell: {
    readonly argument: RaceArgument & { readonly schedule: ScheduleChoice; readonly complete: boolean };
    readonly progress: never;
    readonly result: ToldRace | Unavailable;
  };
  readonly listSchedules: {
    readonly argument: RaceArgument & { readonly most: number };
    readonly progress: ExploreProgress;
    readonly result: ScheduleList | Unavailable;
  };
  readonly reportBoundary: {
    readonly argument: {
      readonly strategy: StrategyId;
      readonly command: string;
      readonly data?: JsonObject;
    };
    readonly progress: never;
    readonly result: BoundaryReport | Unavailable;
  };
  readonly searchCell: {
    readonly argument: {
      readonly pair: readonly [string, string];
      readonly past: number;
      readonly races: number;
    };
    readonly progress: SearchProgress;
    readonly result: MatrixCell;
  };
}

export type LabQuestionName = keyof LabQuestions;

/** A question on its way to a worker. The model goes as text: it is compared and compiled once. */
export type LabRequest = {
  readonly [N in LabQuestionName]: {
    readonly id: number;
    readonly model: string;
    readonly name: N;
    readonly argument: LabQuestions[N]['argument'];
  };
}[LabQuestionName];

export type ToLabWorker = { readonly ask: LabRequest } | { readonly cancel: number };
