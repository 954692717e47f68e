import type { CompiledModel } from '../decision/compiled-model.ts';
import type { Explained } from '../exploration/explained.ts';
import type { Exploration, ScheduleStep, WitnessKey } from '../exploration/result.ts';
import { tellSchedule } from '../exploration/tell.ts';
import { explainedAsJson } from '../interchange/json/explained-as-json.ts';
import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import { STRATEGIES } from '../strategies/registry.ts';
import { chooseName } from './choose-name.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { exploreRace } from './explore-race.ts';
import type { Io } from './io.ts';
import { openModel } from './open-model.ts';
import { printJson, printLines } from './print.ts';
import { reportSchedule } from './report/explain-report.ts';
import { makePaint } from './report/paint.ts';
import { UsageError } from './usage-error.ts';

export interface ExplainOptions {
  readonly file: string;
  readonly race: string;
  readonly strategy: StrategyId;
  readonly shows: WitnessKey;
  readonly json: boolean;
}

/** `ambit explain`: a shortest schedule that shows a verdict or an outcome, told step by step. */
export async function explain(options: ExplainOptions, io: Io): Promise<ExitCode> {
  const { compiled, code } = await openModel(options.file, io);
  if (compiled === null) return EXIT.unusable;
  const explained = await findWitness(compiled, options, io);
  if (options.json) printJson(io, explainedAsJson(compiled.model.name, explained));
  else {
    const layout = { columns: io.columns, paint: makePaint(io) };
    printLines(io, reportSchedule(explained, layout));
  }
  return code;
}

async function findWitness(compiled: CompiledModel, options: ExplainOptions, io: Io): Promise<Explained> {
  const { strategy, shows } = options;
  const choices = (compiled.model.races ?? []).map((race) => ({ value: race, names: [race.name] }));
  const race = chooseName('race', options.race, choices);
  const exploration = await exploreRace(compiled, race, strategy, io);
  if ('unavailable' in exploration) {
    throw new UsageError(
      `“${race.name}” cannot be run under ${STRATEGIES[strategy].name}: ${exploration.unavailable}.`,
    );
  }
  const witness = exploration.witnesses[shows];
  if (witness === undefined) throw new UsageError(sayAbsent(race, strategy, shows, exploration));
  const told = tellSchedule(compiled, race, strategy, commandsOf(witness));
  if ('unavailable' in told) throw new Error(`a witness cannot be told: ${told.unavailable}`);
  return { race, strategy, shows, exploration, told };
}

function commandsOf(steps: readonly ScheduleStep[]): readonly number[] {
  return steps.map(({ command }) => command);
}

function sayAbsent(race: Race, strategy: StrategyId, shows: WitnessKey, { witnesses }: Exploration): string {
  const found = Object.keys(witnesses);
  return `${shows} does not occur in any schedule of “${race.name}” under ${STRATEGIES[strategy].name}.\nWhat occurs: ${found.join(', ') || 'nothing'}`;
}
