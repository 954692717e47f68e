import type { WitnessKey } from '../../exploration/result.ts';
import type { ScheduleChoice } from '../../lab/engine.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { Model } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { ScheduleGroup, ScheduleLists } from './schedule-groups.ts';
import type { ChosenRace } from './use-chosen-race.ts';

/** What every part of the table of results draws from. */
export interface ResultsView {
  readonly parts: LabParts;
  readonly model: Model;
  readonly chosen: ChosenRace;
  readonly lists: ScheduleLists;
  /** The strategy that is on, and the schedule that is shown. */
  readonly strategy: StrategyId;
  readonly shown: ScheduleChoice | null;
  readonly isMore: boolean;
  readonly choose: (strategy: StrategyId) => void;
  /** Shows a whole schedule, at the step it is shown for. */
  readonly follow: (schedule: ScheduleChoice) => void;
  /** Shows a shortest schedule that ends with what is asked for. */
  readonly showWitness: (strategy: StrategyId, key: WitnessKey) => void;
}

/** One strategy's part of it. */
export interface ResultRowProps {
  readonly view: ResultsView;
  readonly group: ScheduleGroup;
  readonly strategy: StrategyId;
}
