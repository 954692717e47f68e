import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { build } from 'vite';

// Imports generated OCEL logs, measures them at five windows and looks for insights, each log in a process of its own:
// seconds of processor time (on the clock only in all), peak memory, and growth against n log n. A table, then the same as JSON lines.
// npm run bench:history -- --events 10000,100000,300000

const OUT = 'node_modules/.cache/ambit/bench-history';
const { values } = parseArgs({
  options: { events: { type: 'string', default: '10000,100000,300000' } },
});

interface Row {
  readonly events: number;
  readonly megabytes: number;
  readonly appends: number;
  readonly insights: number;
  readonly import: number;
  readonly measure: number;
  readonly look: number;
  readonly wall: number;
  /** Peak resident memory, MB; the log's text is in it. */
  readonly memory: number;
}

await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: 'test/bench/history-one.ts',
    outDir: OUT,
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'history-one.mjs' } },
  },
  ssr: { noExternal: true },
});

const rows = values.events.split(',').map((events) => run(Number(events)));
printTable(rows);
for (const row of rows) console.log(JSON.stringify(row));

function run(events: number): Row {
  process.stderr.write(`${events} events …\n`);
  const child = spawnSync(process.execPath, [`${OUT}/history-one.mjs`, String(events)], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Row;
}

function printTable(all: readonly Row[]): void {
  const table = new Table({
    head: [
      'Events',
      'MB',
      'Import s',
      'Measure s',
      'Insights s',
      'All s',
      'Clock s',
      'Growth ÷ n log n',
      'Memory MB',
    ],
    style: { head: [] },
  });
  for (const [index, row] of all.entries()) {
    const total = totalOf(row);
    const before = all[index - 1];
    table.push([
      row.events.toLocaleString('en'),
      row.megabytes.toFixed(1),
      row.import.toFixed(2),
      row.measure.toFixed(2),
      row.look.toFixed(2),
      total.toFixed(2),
      row.wall.toFixed(2),
      before ? (total / totalOf(before) / (costOf(row) / costOf(before))).toFixed(2) : '',
      String(row.memory),
    ]);
  }
  console.log(table.toString());
}

function totalOf(row: Row): number {
  return row.import + row.measure + row.look;
}

function costOf({ events }: Row): number {
  return events * Math.log(events);
}
