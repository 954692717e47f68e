import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { compileModel } from '../../src/decision/compile.ts';
import { parseModel } from '../../src/model/parse.ts';
import { STRATEGY_IDS, type StrategyId } from '../../src/strategies/program.ts';
import { STRATEGIES } from '../../src/strategies/registry.ts';
import { planLoad } from '../../src/workload/plan-load.ts';
import { simulate } from '../../src/workload/simulate.ts';

/*
 * Commands a second that the load simulator gets through in a worker, and the memory it has at the end: the course
 * model with 1,000 courses and 10,000 students, without retries, under each strategy. Seconds are those of the processor,
 * garbage collection on other threads included: they say the same on a busy machine.
 *
 *   npm run bench:load
 *   npm run bench:load -- 20000     (so many commands for each strategy instead of a million in all)
 */
const RATE = 1000;

interface Measured {
  readonly commands: number;
  readonly seconds: number;
  readonly megabytes: number;
}

function measure(strategy: StrategyId, commands: number): Measured {
  const text = readFileSync(new URL('../../public/models/course-subscriptions.ambit.json', import.meta.url));
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

function measureInWorker(strategy: StrategyId, commands: number): Promise<Measured> {
  // A worker of Node does not read TypeScript by itself.
  const [tsx, self] = [import.meta.resolve('tsx/esm/api'), import.meta.url].map((url) => JSON.stringify(url));
  const code = `import { register } from ${tsx}; register(); await import(${self});`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData: { strategy, commands },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (isMainThread) {
  const wanted = Number(process.argv[2] ?? Math.ceil(1_000_000 / STRATEGY_IDS.length));
  console.log(
    `${'Strategy'.padEnd(20)}${'commands'.padStart(10)}${'seconds'.padStart(9)}${'a second'.padStart(10)}${'MB'.padStart(6)}`,
  );
  for (const strategy of STRATEGY_IDS) {
    const { commands, seconds, megabytes } = await measureInWorker(strategy, wanted);
    const cells = [
      String(commands).padStart(10),
      seconds.toFixed(1).padStart(9),
      (commands / seconds).toFixed(0).padStart(10),
      megabytes.toFixed(0).padStart(6),
    ];
    console.log(STRATEGIES[strategy].name.padEnd(20) + cells.join(''));
  }
} else {
  const { strategy, commands } = workerData as { strategy: StrategyId; commands: number };
  parentPort?.postMessage(measure(strategy, commands));
}
