import type { StrategyResult } from '../../exploration/checked-race.ts';
import { FINDING_KEYS } from '../../exploration/findings.ts';
import type { Exploration, ScheduleStep, WitnessKey } from '../../exploration/result.ts';
import type { ToldRace } from '../../exploration/told-race.ts';
import { countSteps } from '../../lab/count-steps.ts';
import { shownSchedule } from '../../lab/shown-schedule.ts';
import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Model, Race } from '../../model/schema.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import type { OpenBoard } from '../open-board.ts';

/** Whoever exports waits no longer than this for results that are not there yet. */
const PATIENCE_MS = 5000;

export type RaceDesk = Pick<OpenBoard, 'board' | 'lab' | 'engine' | 'results'>;

/** The race on the desk with everything that is known of it, as it is shown. */
export interface ShownRace {
  readonly model: Model;
  readonly race: Race;
  /** The document's tags. */
  readonly tags: JsonObject;
  readonly results: readonly StrategyResult[];
  /** Up to the step that is shown; the one beside it second. */
  readonly told: readonly ToldUnder[];
}

export interface ToldUnder {
  readonly strategy: StrategyId;
  readonly told: ToldRace;
  /** What this is a shortest way to; null where it is another schedule. */
  readonly shows: WitnessKey | null;
}

/** The race that is chosen on the desk; null where none is, or it is too broken to be run. */
export function findShownRace({
  board,
  lab,
  results,
}: RaceDesk): { readonly model: Model; readonly race: Race } | null {
  const { race: choice } = lab.getState();
  const { model } = board.state().parsed;
  if (choice === null || model === null) return null;
  const race =
    choice.kind === 'found' ? choice.race : results.state().find(({ at }) => at === choice.at)?.race;
  return race ? { model, race } : null;
}

/** Gathers what there is to export of the race on the desk. Rejects with a message for people where there is none. */
export async function gatherShownRace(desk: RaceDesk): Promise<ShownRace> {
  const shown = findShownRace(desk);
  if (shown === null) throw new Error('Choose a race first: there is none to take home.');
  const { beside, strategy } = desk.lab.getState();
  const results = await exploreAll(desk, shown);
  const tellUnder = (under: StrategyId) => tellShown(desk, shown, results, under);
  const told = await Promise.all([tellUnder(strategy), ...(beside === null ? [] : [tellUnder(beside)])]);
  return { ...shown, tags: findTags(desk), results, told: told.filter((one) => one !== null) };
}

/** The tags of the document, by which their marks are told apart. */
export function findTags({ board }: RaceDesk): JsonObject {
  const tags = getOwn(board.state().document, 'tags');
  return isJsonObject(tags) ? tags : {};
}

/** All results; what takes too long is said to be still on its way. */
async function exploreAll(
  { engine }: RaceDesk,
  { model, race }: Pick<ShownRace, 'model' | 'race'>,
): Promise<readonly StrategyResult[]> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return Promise.all(
    STRATEGY_IDS.map(async (strategy) => {
      const result = await engine.explore({ model, race, strategy }, { signal }).catch(() => UNFINISHED);
      return { strategy, result };
    }),
  );
}

const UNFINISHED = { unavailable: 'it was still being worked out' };

async function tellShown(
  { engine, lab }: RaceDesk,
  { model, race }: Pick<ShownRace, 'model' | 'race'>,
  results: readonly StrategyResult[],
  under: StrategyId,
): Promise<ToldUnder | null> {
  const { schedule: chosen, step, strategy, isByHand } = lab.getState();
  const schedule = shownSchedule(chosen, strategy, findExploration(results, strategy) ?? { witnesses: {} });
  const question = { model, race, strategy: under };
  const whole = await engine.tell({ ...question, schedule, complete: !isByHand });
  if ('unavailable' in whole) return null;
  // Before the first step there is nothing to tell, so then it is everything.
  const taken = countSteps(whole.steps, { step, isByHand }) || whole.steps.length;
  const order = whole.order.slice(0, taken);
  const told = await engine.tell({ ...question, schedule: { strategy: under, order }, complete: false });
  if ('unavailable' in told) return null;
  return { strategy: under, told, shows: findWitness(findExploration(results, under), order) };
}

function findExploration(results: readonly StrategyResult[], wanted: StrategyId): Exploration | null {
  const result = results.find(({ strategy }) => strategy === wanted)?.result;
  return result === undefined || 'unavailable' in result ? null : result;
}

const WITNESSES: readonly WitnessKey[] = [...FINDING_KEYS, 'accepted', 'rejected', 'conflictOutcome'];

/** What an order of commands is the witness of, the worst first. */
function findWitness(exploration: Exploration | null, order: readonly number[]): WitnessKey | null {
  const isSame = (steps: readonly ScheduleStep[] | undefined) =>
    steps?.length === order.length && steps.every(({ command }, index) => command === order[index]);
  return WITNESSES.find((key) => isSame(exploration?.witnesses[key])) ?? null;
}
