import type { CompiledModel } from '../decision/compiled-model.ts';
import { prepareRace } from '../exploration/prepare-race.ts';
import { seededRandom } from '../lib/seeded-random.ts';
import type { Race } from '../model/schema.ts';
import { followReplay } from '../runs/follow-replay.ts';
import { runSimulated } from '../runs/run-simulated.ts';
import { type RunTally, Tally } from '../runs/tally.ts';
import type { StrategyId } from '../strategies/program.ts';
import { STRATEGIES } from '../strategies/registry.ts';
import { chooseName } from './choose-name.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { exploreRace } from './explore-race.ts';
import type { Io } from './io.ts';
import { openModel } from './open-model.ts';
import { printJson, printLines } from './print.ts';
import { makePaint } from './report/paint.ts';
import { type ManyRuns, reportRuns } from './report/run-report.ts';
import { UsageError } from './usage-error.ts';

export interface RunOptions {
  readonly file: string;
  readonly race: string;
  readonly strategy: StrategyId;
  readonly times: number;
  readonly seed: number;
  readonly json: boolean;
}

/** `ambit run`: a race run freely on the store, many times, and how often each verdict occurred beside how often it does over all schedules. */
export async function run(options: RunOptions, io: Io): Promise<ExitCode> {
  const { compiled, code } = await openModel(options.file, io);
  if (compiled === null) return EXIT.unusable;
  const choices = (compiled.model.races ?? []).map((race) => ({ value: race, names: [race.name] }));
  const race = chooseName('race', options.race, choices);
  const { strategy, seed } = options;
  const tally = await runMany(compiled, race, options, io);
  const exploration = await exploreRace(compiled, race, strategy, io);
  const explored = 'unavailable' in exploration ? null : exploration;
  const runs: ManyRuns = { race, strategy, seed, tally, explored };
  if (options.json) printJson(io, runsAsJson(compiled, runs));
  else printLines(io, reportRuns(runs, { columns: io.columns, paint: makePaint(io) }));
  return code;
}

async function runMany(
  compiled: CompiledModel,
  race: Race,
  { strategy, times, seed }: RunOptions,
  io: Io,
): Promise<RunTally> {
  const prepared = prepareRace(compiled, race, strategy);
  if ('unavailable' in prepared) throw cannotRun(race, strategy, prepared.unavailable);
  const random = seededRandom(seed);
  const tally = new Tally();
  for (let count = 0; count < times; count++) {
    const result = await runSimulated(compiled, race, strategy, random() * 2 ** 32, () => io.pause());
    if ('unavailable' in result) throw cannotRun(race, strategy, result.unavailable);
    const difference = followReplay(prepared, result);
    if (difference !== null) throw new Error(`a run is none of the explored schedules: ${difference}`);
    tally.add(result);
  }
  return tally.result;
}

function cannotRun(race: Race, strategy: StrategyId, why: string): UsageError {
  return new UsageError(`“${race.name}” cannot be run under ${STRATEGIES[strategy].name}: ${why}.`);
}

function runsAsJson({ model }: CompiledModel, { race, strategy, seed, tally, explored }: ManyRuns): object {
  const { schedules, verdicts, violations, violationProbability, outcomes } = explored ?? {};
  return {
    model: model.name,
    race: race.name,
    strategy,
    seed,
    ...tally,
    explored: explored && { schedules, verdicts, violations, violationProbability, outcomes },
  };
}
