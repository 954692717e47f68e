import type { CompiledModel } from '../decision/compiled-model.ts';
import { countOf } from '../lib/format-number.ts';
import type { Workload } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import { STRATEGIES } from '../strategies/registry.ts';
import { type LoadTrouble, planLoad } from '../workload/plan-load.ts';
import { type LoadEvent, runLoad } from '../workload/run-load.ts';
import { readSweep, sayParameter } from '../workload/sweep.ts';
import { planSweep, sweepLoad } from '../workload/sweep-load.ts';
import { chooseName } from './choose-name.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { openModel } from './open-model.ts';
import { printJson, printLines } from './print.ts';
import { runWithProgress } from './progress.ts';
import { reportLoad } from './report/load-report.ts';
import { makePaint } from './report/paint.ts';
import { reportSweep } from './report/sweep-report.ts';
import { UsageError } from './usage-error.ts';

export interface LoadOptions {
  readonly file: string;
  /** Left out: the first one of the model, or what the model alone suggests. */
  readonly workload?: string;
  /** One parameter at several values, such as `rate=1..100`. */
  readonly sweep?: string;
  readonly strategies: readonly StrategyId[];
  readonly seed: number;
  readonly replications: number;
  readonly json: boolean;
}

/** `ambit load`: many commands at once on a simulated clock, under each strategy on the same arrivals. */
export async function load(options: LoadOptions, io: Io): Promise<ExitCode> {
  const { compiled, code } = await openModel(options.file, io);
  if (compiled === null) return EXIT.unusable;
  const workloads = Object.entries(compiled.model.workloads ?? {});
  const choices = workloads.map((entry) => ({ value: entry, names: [entry[0]] }));
  const chosen =
    options.workload === undefined ? workloads[0] : chooseName('workload', options.workload, choices);
  const [name, workload] = chosen ?? ['as the model suggests', {}];
  if (options.sweep !== undefined)
    return sweep(options.sweep, { compiled, code, name, workload }, options, io);
  const plan = planLoad(compiled, name, workload);
  if ('troubles' in plan) throw new UsageError(sayTroubles(name, plan.troubles));
  const { seed, replications, strategies } = options;
  const steps = runLoad(compiled, plan, { seed, replications, strategies });
  const result = await runWithProgress(steps, io, sayProgress);
  if (options.json) printJson(io, { model: compiled.model.name, ...result });
  else printLines(io, reportLoad(plan, result, { columns: io.columns, paint: makePaint(io) }));
  return code;
}

interface Loaded {
  readonly compiled: CompiledModel;
  readonly code: ExitCode;
  readonly name: string;
  readonly workload: Workload;
}

async function sweep(
  text: string,
  { compiled, code, name, workload }: Loaded,
  { seed, replications, strategies, json }: LoadOptions,
  io: Io,
): Promise<ExitCode> {
  const wanted = readSweep(text, compiled.model);
  if (typeof wanted === 'string') throw new UsageError(wanted);
  const plans = planSweep(compiled, name, workload, wanted);
  if ('troubles' in plans) throw new UsageError(sayTroubles(name, plans.troubles));
  const steps = sweepLoad(compiled, wanted.parameter, plans, { seed, replications, strategies });
  const result = await runWithProgress(steps, io, (event) =>
    event.kind === 'point'
      ? null
      : `${Math.floor(100 * event.share)} %: ${event.value} ${sayParameter(wanted.parameter)}`,
  );
  if (json) printJson(io, { model: compiled.model.name, ...result });
  else printLines(io, reportSweep(result, { columns: io.columns, paint: makePaint(io) }));
  return code;
}

function sayTroubles(name: string, troubles: readonly LoadTrouble[]): string {
  return [
    `The workload “${name}” cannot be run.`,
    ...troubles.map(({ at, message }) => `  ${at}: ${message}`),
  ].join('\n');
}

function sayProgress(event: LoadEvent): string | null {
  if (event.kind === 'result') return null;
  const { strategy, replication, share } = event;
  return `${Math.floor(100 * share)} %: ${STRATEGIES[strategy].name}, ${countOf(replication + 1, 'replication', 'replications')}`;
}
