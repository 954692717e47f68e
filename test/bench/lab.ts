import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { type Browser, chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import type { JsonObject } from '../../src/lib/json.ts';
import { parseModel } from '../../src/model/parse.ts';
import type { Model } from '../../src/model/schema.ts';
import { STRATEGY_IDS } from '../../src/strategies/program.ts';
import { chromiumLaunch } from '../browser/chromium-launch.ts';
import type { LabMeasures } from './lab-page/page.ts';

// Measures the lab's engine in Chromium, in its workers, against the engine alone in the same page: results after an
// edit of each shipped model, a race of eight commands, the matrix of a model with twelve commands, how soon work is
// given up, how long the page itself had to wait meanwhile, and how smoothly one goes through a told race.
// npm run bench:lab -- --only edits,large,cancel,matrix,scrubbing

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'edits,large,cancel,matrix,scrubbing' },
    commands: { type: 'string', default: '8' },
  },
});

const MODELS = resolve('public/models');
const STALL = '≤ 50 ms';
const root = join(import.meta.dirname, 'lab-page');
const outDir = resolve('node_modules/.cache/ambit/bench-lab');
const settings = { root, configFile: false, logLevel: 'error', worker: { format: 'es' } } as const;
await build({ ...settings, build: { outDir, emptyOutDir: true } });
const server = await preview({ ...settings, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
const [url] = server.resolvedUrls?.local ?? [];
if (url === undefined) throw new Error('The page could not be served');

const table = new Table({
  head: ['what', 'measure', 'engine alone', 'in the lab', 'ratio', 'aim'],
  style: { head: [], border: [], compact: true },
});
const PARTS: { readonly [part: string]: () => Promise<void> } = {
  edits: measureEdits,
  large: measureLarge,
  cancel: measureCancel,
  matrix: measureMatrix,
  scrubbing: measureScrubbing,
};
// What is else going on in the machine holds the page up too.
const { result: idle } = await inPage((page) => ask(page, 'idleStall'));
try {
  for (const part of values.only.split(',')) await PARTS[part]?.();
} finally {
  await server.close();
}
console.log(table.toString());

async function measureEdits(): Promise<void> {
  for (const file of readdirSync(MODELS)) {
    process.stderr.write(`edits of ${file} …\n`);
    const document = JSON.parse(readFileSync(join(MODELS, file), 'utf8')) as JsonObject;
    const { result } = await inPage((page) => ask(page, 'editRaces', document));
    const { edits, alone, touched, opening, stall } = result;
    const name = file.replace('.ambit.json', '');
    row(name, `an edit to all results (${touched} in the middle)`, median(alone), median(edits), '≤ 100 ms');
    row(name, 'the slowest edit', Math.max(...alone), Math.max(...edits), '');
    row(name, 'opening the board to all results', null, opening, '');
    row(name, 'longest stall of the page', idle, stall, STALL);
  }
}

async function measureLarge(): Promise<void> {
  const commands = Number(values.commands);
  for (const strategy of STRATEGY_IDS) {
    process.stderr.write(`${commands} commands under ${strategy} …\n`);
    const { result, memory } = await inPage((page) => ask(page, 'exploreLarge', [commands, strategy]));
    const what = `${commands} commands, ${strategy}`;
    row(what, `${result.states} states, told ${result.told} times`, result.alone, result.worker, '≤ 2000 ms');
    row(what, 'longest stall of the page', idle, result.stall, STALL);
    table.push([what, 'peak memory of the page', '', `${memory} MB`, '', '']);
  }
}

async function measureCancel(): Promise<void> {
  for (const after of [20, 200, 1000, 3000]) {
    const { result } = await inPage((page) => ask(page, 'cancelLarge', after));
    row(`given up after ${after} ms`, 'to the next answer', null, result, '≤ 500 ms');
  }
}

async function measureMatrix(): Promise<void> {
  const model = readTwelve();
  process.stderr.write(`matrix of ${Object.keys(model.commands ?? {}).length} commands …\n`);
  const question = { model, past: 6, races: 3000, alone: false };
  const { result, memory } = await inPage((page) => ask(page, 'fillMatrix', question));
  const what = `matrix, ${result.cells} pairs`;
  row(what, 'first cell', null, result.first, '≤ 1000 ms');
  row(what, 'a quarter of the cells', null, result.quarter, '');
  const { result: compared } = await inPage((page) => ask(page, 'fillMatrix', { ...question, alone: true }));
  row(what, 'all cells', compared.alone, compared.all, '');
  row(what, 'longest stall of the page', idle, result.stall, STALL);
  table.push([what, 'peak memory of the page', '', `${memory} MB`, '', '≤ 500 MB']);
}

async function measureScrubbing(): Promise<void> {
  for (const commands of [2, Number(values.commands)]) {
    process.stderr.write(`scrubbing through ${commands} commands …\n`);
    const { result } = await inPage((page) => ask(page, 'scrubRace', commands));
    const what = `scrubbing, ${commands} commands, ${result.steps} steps`;
    row(what, 'work for a step, in the middle', null, median(result.work), '≤ 8 ms');
    row(what, 'the slowest 5 %', null, percentile(result.work, 0.95), '≤ 16 ms');
    row(
      what,
      'from frame to frame, beside doing nothing',
      median(result.idle),
      median(result.frames),
      '1.00',
    );
  }
}

/** The largest shipped model, with twelve of its commands. */
function readTwelve(): Model {
  const { model } = parseModel(readFileSync(join(MODELS, 'orders-seats-payment.ambit.json'), 'utf8'));
  if (model === null) throw new Error('The model cannot be read');
  const commands = Object.fromEntries(Object.entries(model.commands ?? {}).slice(0, 12));
  return { ...model, commands, races: [], examples: [], canvas: {} };
}

function row(what: string, measure: string, alone: number | null, lab: number, aim: string): void {
  const ratio = alone === null ? '' : (lab / alone).toFixed(2);
  table.push([
    what,
    measure,
    alone === null ? '' : `${alone.toFixed(0)} ms`,
    `${lab.toFixed(0)} ms`,
    ratio,
    aim,
  ]);
  console.log(JSON.stringify({ what, measure, alone, lab }));
}

async function ask<N extends keyof LabMeasures>(
  page: Page,
  name: N,
  ...[argument]: Parameters<LabMeasures[N]>
): Promise<Awaited<ReturnType<LabMeasures[N]>>> {
  const asked: unknown = [name, argument];
  // Typed by hand: Playwright's own type of what can cross the border is too deep for a model.
  const answer = await page.evaluate(async (question: unknown) => {
    const [measure, value] = question as [keyof LabMeasures, never];
    return (await window.ambitLab[measure](value)) as unknown;
  }, asked);
  return answer as Awaited<ReturnType<LabMeasures[N]>>;
}

/** Works in a browser of its own, and says how much memory its page and workers took at most, in MB. */
async function inPage<T>(
  work: (page: Page) => Promise<T>,
): Promise<{ readonly result: T; readonly memory: number | string }> {
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const page = await browser.newPage();
    await page.goto(url as string);
    await page.waitForFunction(() => 'ambitLab' in window);
    const result = await work(page);
    return { result, memory: await peakMemory(browser) };
  } finally {
    await browser.close();
  }
}

/** The high-water mark of the process that holds the page and its workers, all of Chromium's own in it included. */
async function peakMemory(browser: Browser): Promise<number | string> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => readPeak(id));
  return Math.max(...peaks) || '?';
}

function readPeak(process: number): number {
  const file = `/proc/${process}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024);
}

function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

function percentile(samples: readonly number[], part: number): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length * part)] ?? Number.NaN;
}
