import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { build } from 'vite';
import { STRATEGY_IDS } from '../../src/strategies/program.ts';

// Explores the enrolment race with N commands under each strategy, each in a process of its own, and prints states,
// schedules, seconds (process start included) and peak memory: a table, then the same as JSON lines.
// npm run bench:explore -- --from 4 --to 10 --strategy tag-condition --seconds 120

const OUT = 'node_modules/.cache/ambit/bench';
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '4' },
    to: { type: 'string', default: '10' },
    strategy: { type: 'string' },
    seconds: { type: 'string', default: '120' },
  },
});

interface Row {
  readonly n: number;
  readonly strategy: string;
  readonly states?: number;
  readonly schedules?: string;
  readonly seconds: number;
  /** Peak resident memory, MB. */
  readonly memory?: number;
  /** Why there is no result. */
  readonly gaveUp?: string;
}

await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: 'test/bench/explore-one.ts',
    outDir: OUT,
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'explore-one.mjs' } },
  },
  ssr: { noExternal: true },
});

const strategies = values.strategy === undefined ? STRATEGY_IDS : values.strategy.split(',');
const rows: Row[] = [];
for (let n = Number(values.from); n <= Number(values.to); n++) {
  for (const strategy of strategies) {
    process.stderr.write(`N = ${n} under ${strategy} …\n`);
    rows.push(measure(n, strategy));
  }
}
printTable(rows);
for (const row of rows) console.log(JSON.stringify(row));

function measure(n: number, strategy: string): Row {
  const started = performance.now();
  const child = spawnSync(process.execPath, [`${OUT}/explore-one.mjs`, String(n), strategy], {
    encoding: 'utf8',
    timeout: Number(values.seconds) * 1000,
  });
  const seconds = Math.round(performance.now() - started) / 1000;
  if (child.signal !== null) return { n, strategy, seconds, gaveUp: `over ${values.seconds} s` };
  if (child.status !== 0) throw new Error(child.stderr);
  const { gaveUp, ...told } = JSON.parse(child.stdout) as { gaveUp?: true; memory: number };
  return { n, strategy, seconds, ...told, ...(gaveUp && { gaveUp: 'over the state limit' }) };
}

function printTable(all: readonly Row[]): void {
  const table = new Table({
    head: ['N', 'strategy', 'states', 'schedules', 'seconds', 'MB'],
    colAligns: ['right', 'left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const { n, strategy, states, schedules, seconds, memory, gaveUp } of all) {
    const count = states?.toLocaleString('en') ?? gaveUp ?? '';
    const number = schedules === undefined ? '' : BigInt(schedules).toLocaleString('en');
    table.push([n, strategy, count, number, seconds.toFixed(2), memory ?? '']);
  }
  console.log(table.toString());
}
