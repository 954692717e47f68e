import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { type CDPSession, chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { chromiumLaunch } from '../browser/chromium-launch.ts';
import type { Frames } from './canvas-page/probe.ts';
import { drag, pan, type TypingReport, typeInNote } from './canvas-page/use-board.ts';

// Measures the board in Chromium against React Flow alone, with the same notes and arrows, side by side in one run:
// first render, frames per second while panning and dragging, heap, and typing in a note.
// npm run bench:canvas -- --notes 200,1000,3000 --rounds 3

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '200,1000,3000' },
    rounds: { type: 'string', default: '3' },
  },
});

interface Measurement {
  readonly ready: number;
  readonly pan: Frames;
  readonly drag: Frames;
  readonly heap: number;
}

const rounds = Number(values.rounds);
const root = join(import.meta.dirname, 'canvas-page');
const outDir = resolve('node_modules/.cache/ambit/bench-canvas');
const settings = { root, configFile: false, logLevel: 'error' } as const;
const input = { bare: join(root, 'bare.html'), board: join(root, 'board.html') };
await build({ ...settings, build: { outDir, emptyOutDir: true, rolldownOptions: { input } } });
const server = await preview({ ...settings, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
const [url] = server.resolvedUrls?.local ?? [];
if (url === undefined) throw new Error('The pages could not be served');

const table = new Table({
  head: ['notes', 'measure', 'React Flow alone', 'the board', 'ratio', 'aim'],
  style: { head: [], border: [] },
});
try {
  for (const notes of values.notes.split(',').map(Number)) await compare(notes);
} finally {
  await server.close();
}
console.log(table.toString());

async function compare(notes: number): Promise<void> {
  const bare: Measurement[] = [];
  const board: Measurement[] = [];
  for (let round = 0; round < rounds; round += 1) {
    process.stderr.write(`${notes} notes, round ${round + 1} of ${rounds}\n`);
    bare.push(await inPage('bare', notes, measure));
    board.push(await inPage('board', notes, measure));
  }
  const row = (
    measure: string,
    read: (measurement: Measurement) => number,
    unit: string,
    aim: string,
  ): void => {
    const [one, other] = [median(bare.map(read)), median(board.map(read))];
    table.push([
      notes,
      measure,
      `${one.toFixed(0)} ${unit}`,
      `${other.toFixed(0)} ${unit}`,
      (other / one).toFixed(2),
      aim,
    ]);
    console.log(JSON.stringify({ notes, measure, bare: one, board: other, unit }));
  };
  row('first render', ({ ready }) => ready, 'ms', '≤ 1.5');
  row('panning', (one) => one.pan.perSecond, 'frames/s', '≥ 0.9');
  row('panning, longest frame', (one) => one.pan.longest, 'ms', '');
  row('dragging a note', (one) => one.drag.perSecond, 'frames/s', '≥ 0.9');
  row('dragging, longest frame', (one) => one.drag.longest, 'ms', '');
  row('heap', ({ heap }) => heap / 1e6, 'MB', '');
  const typing: TypingReport = await inPage('board', notes, typeInNote);
  table.push([notes, 'a key typed in a note, median', '', `${typing.median.toFixed(1)} ms`, '', '≤ 16 ms']);
  table.push([notes, 'a key typed in a note, worst', '', `${typing.worst.toFixed(1)} ms`, '', '≤ 16 ms']);
  console.log(JSON.stringify({ notes, typing }));
}

async function inPage<T>(name: string, notes: number, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${url}${name}.html#${notes}`);
    await page.waitForFunction(() => window.ambitProbe?.ready !== undefined, undefined, { timeout: 120_000 });
    return await work(page);
  } finally {
    await browser.close();
  }
}

async function measure(page: Page): Promise<Measurement> {
  const ready = await page.evaluate(() => window.ambitProbe.ready ?? Number.NaN);
  // Whatever the first render left to do is not part of panning.
  await page.waitForTimeout(500);
  const panned = await pan(page);
  const dragged = await drag(page);
  const session = await page.context().newCDPSession(page);
  return { ready, pan: panned, drag: dragged, heap: await readHeap(session) };
}

async function readHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
