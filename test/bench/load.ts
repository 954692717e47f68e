import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { STRATEGY_IDS, type StrategyId } from '../../src/strategies/program.ts';
import { STRATEGIES } from '../../src/strategies/registry.ts';
import type { Measured } from './load-one.ts';

/*
 * Commands a second that the load simulator gets through in a worker, and the memory it has at the end: the course
 * model with 1,000 courses and 10,000 students, without retries, under each strategy. Seconds are those of the processor,
 * garbage collection on other threads included: they say the same on a busy machine. What is measured is built as the
 * app is: a loader of TypeScript names functions as they are made, which takes a good part of the time here.
 *
 *   npm run bench:load
 *   npm run bench:load -- 20000     (so many commands for each strategy instead of a million in all)
 */
const OUT = 'node_modules/.cache/ambit/bench-load';

await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: 'test/bench/load-one.ts',
    outDir: OUT,
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'load-one.mjs' } },
  },
  ssr: { noExternal: true },
});
await measureAll(Number(process.argv[2] ?? Math.ceil(1_000_000 / STRATEGY_IDS.length)));

function measureInWorker(strategy: StrategyId, commands: number): Promise<Measured> {
  const worker = new Worker(`./${OUT}/load-one.mjs`, { workerData: { strategy, commands } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function measureAll(wanted: number): Promise<void> {
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
}
