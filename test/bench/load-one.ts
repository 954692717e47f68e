import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { compileModel } from '../../src/decision/compile.ts';
import { parseModel } from '../../src/model/parse.ts';
import type { StrategyId } from '../../src/strategies/program.ts';
import { planLoad } from '../../src/workload/plan-load.ts';
import { simulate } from '../../src/workload/simulate.ts';

/* The worker of `bench:load`: one strategy, measured. */
const RATE = 1000;

/** What one strategy did. */
export interface Measured {
  readonly commands: number;
  readonly seconds: number;
  readonly megabytes: number;
}

function measure(strategy: StrategyId, commands: number): Measured {
  const text = readFileSync('public/models/course-subscriptions.ambit.json');
  const { model } = parseModel(text);
  if (model === null) throw new Error('The course model is a model');
  const compiled = compileModel(model);
  const plan = planLoad(compiled, 'Bench', {
    instances: { course: { count: 1000 }, student: { count: 10_000 } },
    arrivals: { rate: RATE },
    blind: true,
    attempts: 1,
    warmUp: 0,
    duration: commands / RATE,
  });
  if ('troubles' in plan) throw new Error(plan.troubles[0]?.message);
  const steps = simulate(compiled, plan, strategy, 1, 0);
  // The log of the start is not what is measured.
  let step = steps.next();
  const from = process.cpuUsage();
  const before = step.done ? 0 : step.value.commands;
  while (!step.done) step = steps.next();
  if ('unavailable' in step.value) throw new Error(step.value.unavailable);
  const { user, system } = process.cpuUsage(from);
  return {
    commands: step.value.issued - before,
    seconds: (user + system) / 1e6,
    megabytes: process.memoryUsage().heapUsed / 2 ** 20,
  };
}

const { strategy, commands } = workerData as { strategy: StrategyId; commands: number };
parentPort?.postMessage(measure(strategy, commands));
