import { type CommandPair, listPairs } from '../exploration/finder/list-pairs.ts';
import type { ScheduleList } from '../exploration/list-schedules.ts';
import type { MatrixCell, SearchProgress } from '../exploration/matrix-result.ts';
import type { Exploration, Unavailable } from '../exploration/result.ts';
import type { ToldRace } from '../exploration/told-race.ts';
import type { ExploreProgress, LabEngine, MatrixQuestion, Watch } from '../lab/engine.ts';
import type { LoadEngine } from '../lab/load/load-engine.ts';
import type { Race } from '../model/schema.ts';
import type { BoundaryReport } from '../strategies/report-boundary.ts';
import { coreText, loadText, pairText, raceText } from './lab/model-texts.ts';
import type { LabQuestions, ToLabWorker } from './lab/protocol.ts';
import { SharedAnswers } from './lab/shared-answers.ts';
import type { LanePort } from './lane-protocol.ts';
import { WorkerLane } from './worker-lane.ts';

type LabPort = LanePort<ToLabWorker>;
type LabLane = WorkerLane<LabQuestions, ToLabWorker>;

/** After so long without a question a worker is ended, with all the memory that a large race took. */
const IDLE_MS = 60_000;
/** Those that answer at once are kept for longer than anybody pauses to think. */
const READY_MS = 30 * 60_000;

/** Races of at least so many commands can take seconds: others do not wait for them. */
const HEAVY = 5;

/** Whether exploring a race can take long. */
export function isHeavy({ commands = [], attempts = 1 }: Race): boolean {
  return commands.length + (attempts === 1 ? 0 : 1) >= HEAVY;
}

/** Beside the page itself, where there are processors for it. A large race takes up to a gigabyte, so there are never many. */
const MOST_AT_ONCE = 2;

/** The engine of the lab, in workers of its own: quick questions wait neither for a large race nor for a matrix. */
export function createLabEngine(
  processors: number,
  start: () => LabPort = startWorker,
): LabEngine & LoadEngine & { readonly close: () => void } {
  return new WorkerEngine(start, processors > 2 ? MOST_AT_ONCE : 1);
}

function startWorker(): LabPort {
  return new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module' }) as LabPort;
}

class WorkerEngine implements LabEngine, LoadEngine {
  readonly #quick: LabLane;
  readonly #light: readonly LabLane[];
  readonly #heavy: readonly LabLane[];
  readonly #matrix: LabLane;
  readonly #load: LabLane;
  /** What was counted can be looked at while there is more to count. */
  readonly #find: LabLane;
  readonly #explorations = new SharedAnswers<Exploration | Unavailable, ExploreProgress>(1000);
  readonly #told = new SharedAnswers<ToldRace | Unavailable, never>(60);
  readonly #lists = new SharedAnswers<ScheduleList | Unavailable, never>(100);
  readonly #boundaries = new SharedAnswers<BoundaryReport | Unavailable, never>(300);
  readonly #cells = new SharedAnswers<MatrixCell, SearchProgress>(500);

  constructor(start: () => LabPort, atOnce: number) {
    const open = (idleMs: number): readonly LabLane[] =>
      Array.from({ length: atOnce }, () => new WorkerLane(start, idleMs));
    this.#quick = new WorkerLane(start, READY_MS);
    this.#light = open(READY_MS);
    this.#heavy = open(IDLE_MS);
    this.#matrix = new WorkerLane(start, IDLE_MS);
    this.#load = new WorkerLane(start, IDLE_MS);
    this.#find = new WorkerLane(start, IDLE_MS);
  }

  readonly explore: LabEngine['explore'] = ({ model, race, strategy }, watch) =>
    this.#explorations.ask(
      raceText(model, race, strategy),
      (inner) => this.#laneFor(race).ask('explore', coreText(model), { race, strategy }, inner),
      watch,
    );

  readonly tell: LabEngine['tell'] = ({ model, race, strategy, schedule, complete }, watch) =>
    this.#told.ask(
      `${JSON.stringify([schedule, complete])} ${raceText(model, race, strategy, true)}`,
      (inner) => this.#quick.ask('tell', coreText(model), { race, strategy, schedule, complete }, inner),
      watch,
    );

  readonly listSchedules: LabEngine['listSchedules'] = ({ model, race, strategy, most }, watch) =>
    this.#lists.ask(
      `${most} ${raceText(model, race, strategy)}`,
      ({ signal }) => {
        return this.#laneFor(race).ask(
          'listSchedules',
          coreText(model),
          { race, strategy, most },
          signal ? { signal } : {},
        );
      },
      watch,
    );

  readonly reportBoundary: LabEngine['reportBoundary'] = ({ model, ...argument }, watch) =>
    this.#boundaries.ask(
      `${JSON.stringify(argument)} ${coreText(model)}`,
      (inner) => this.#quick.ask('reportBoundary', coreText(model), argument, inner),
      watch,
    );

  readonly searchMatrix: LabEngine['searchMatrix'] = async (question, watch = {}) => {
    const pairs = listPairs(question.model);
    let done = 0;
    const { onCell, onProgress, signal } = watch;
    const search = async (pair: CommandPair) => {
      const tell = (progress: SearchProgress) => onProgress?.({ ...progress, done, pairs: pairs.length });
      const cell = await this.#searchCell(question, pair, { onProgress: tell, ...(signal && { signal }) });
      done++;
      if (!signal?.aborted) onCell?.(cell);
      return cell;
    };
    return Promise.all(pairs.map(search));
  };

  readonly planLoad: LoadEngine['planLoad'] = ({ model, ...argument }, watch) =>
    this.#quick.ask('planLoad', loadText(model), argument, watch);

  readonly runLoad: LoadEngine['runLoad'] = ({ model, ...argument }, watch) =>
    this.#load.ask('runLoad', loadText(model), argument, watch);

  readonly sweepLoad: LoadEngine['sweepLoad'] = ({ model, ...argument }, watch) =>
    this.#load.ask('sweepLoad', loadText(model), argument, watch);

  readonly findOne: LoadEngine['findOne'] = ({ model, ...argument }, watch) =>
    this.#find.ask('findOne', loadText(model), argument, watch);

  readonly close = (): void => {
    for (const lane of [this.#quick, this.#matrix, this.#load, this.#find, ...this.#light, ...this.#heavy])
      lane.close();
  };

  #laneFor(race: Race): LabLane {
    const lanes = isHeavy(race) ? this.#heavy : this.#light;
    return lanes.reduce((least, lane) => (lane.load < least.load ? lane : least));
  }

  #searchCell(
    { model, past, races }: MatrixQuestion,
    pair: CommandPair,
    watch: Watch<SearchProgress>,
  ): Promise<MatrixCell> {
    return this.#cells.ask(
      `${past} ${races} ${pairText(model, pair)}`,
      (inner) => this.#matrix.ask('searchCell', coreText(model), { pair, past, races }, inner),
      watch,
    );
  }
}
