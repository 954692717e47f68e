import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { chromiumLaunch } from '../browser/chromium-launch.ts';
import { makeProfile } from '../browser/open-browser.ts';
import { measureMemory } from './store-memory.ts';
import type { Samples } from './store-page/alternate.ts';
import type { ContentionOrder, WriterReport } from './store-page/contend.ts';
import type { Job } from './store-page/measure.ts';
import type {} from './store-page/page.ts';
import { type ContentionRow, makeContentionRow, makeRow, type Row } from './store-rows.ts';
import { printContention, printRows } from './store-tables.ts';

// Measures the event store in Chromium, with a profile on disk, against IndexedDB by hand, and the memory store against
// that of @dcb-es/event-store, all in one run: prints tables, then the same as JSON lines.
// npm run bench:store -- --quick
// npm run bench:store -- --rounds 9 --events 100000 --appends 200 --only append,batch,read,contention,memory

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    events: { type: 'string' },
    appends: { type: 'string' },
    only: { type: 'string', default: 'append,batch,read,contention,memory' },
  },
});

const rounds = Number(values.rounds ?? (values.quick ? 5 : 9));
const events = Number(values.events ?? (values.quick ? 20_000 : 100_000));
const appends = Number(values.appends ?? (values.quick ? 50 : 200));
const reads = values.quick ? 20 : 100;
const moment = values.quick ? 300 : 1000;
const BATCH = 1000;
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const RAW = 'IndexedDB by hand';
const PARTS = ['append', 'batch', 'read', 'contention', 'memory'];
const parts = new Set(values.only.split(','));
// The log is filled in batches: what reads it needs them.
const needsLog = parts.has('batch') || parts.has('read');

if (rounds < 5) throw new Error('A median needs at least 5 rounds');
if (events % BATCH !== 0 || events / BATCH <= rounds) {
  throw new Error(`--events has to be thousands, and more of them than rounds`);
}

for (const part of parts) {
  if (!PARTS.includes(part)) throw new Error(`--only knows ${PARTS.join(', ')}, not ${part}`);
}

const rows: Row[] = [];
const contention: ContentionRow[] = [];
if (parts.size > 1 || !parts.has('memory')) await withPage(measureInPage);
if (parts.has('memory')) await measureMemories();

if (rows.length > 0) printRows(rows);
if (contention.length > 0) printContention(contention);
for (const row of [...rows, ...contention]) console.log(JSON.stringify(row));

async function measureInPage(page: Page): Promise<void> {
  if (parts.has('append')) await measureAppends(page);
  if (needsLog) await measureBatches(page);
  if (parts.has('read')) await measureReads(page);
  if (parts.has('contention')) await measureContention(page);
}

async function measureAppends(page: Page): Promise<void> {
  for (const durability of ['strict', 'relaxed'] as const) {
    for (const boundary of ['course', 'enrolment'] as const) {
      const keys = boundary === 'course' ? 'guard of 1 key' : 'guard of 4 keys';
      say(`single appends, ${keys}, ${durability}`);
      const samples = await measure(page, {
        kind: 'singles',
        log: `singles-${boundary}`,
        durability,
        boundary,
        appends,
        rounds,
      });
      const what = `single conditional append, ${keys}, ${durability}`;
      rows.push(makeRow(samples, { what, unit: 'appends/s', against: RAW, aim: { atLeast: 0.85 } }));
    }
  }
}

async function measureBatches(page: Page): Promise<void> {
  say(`${thousands(events)} events in batches of ${thousands(BATCH)}`);
  const plan = { kind: 'batches', log: 'log', durability: 'strict', events, size: BATCH, rounds } as const;
  const samples = await measure(page, plan);
  const what = `batches of ${thousands(BATCH)}, strict`;
  rows.push(makeRow(samples, { what, unit: 'events/s', against: RAW, size: BATCH }));
}

async function measureReads(page: Page): Promise<void> {
  const log = { log: 'log', durability: 'strict', rounds, events, reads } as const;
  const of = `of ${thousands(events)}`;
  const readings = [
    { what: 'type-and-tag', name: `read 100 ${of} by type and tag`, aim: { atMost: 1.3 } },
    { what: 'common-tags', name: `read 100 ${of} by two tags, one on half of them` },
    { what: 'rare-tags', name: `read 2 ${of} by two tags, 200 of each` },
  ] as const;
  for (const { what, name, ...aim } of readings) {
    say(name);
    const samples = await measure(page, { kind: 'reads', what, ...log });
    rows.push(makeRow(samples, { what: name, unit: 'ms', against: RAW, ...aim }));
  }
  for (const what of ['type-and-tag', 'enrolment'] as const) {
    const name = `last position ${of}, ${what === 'enrolment' ? '4 keys' : 'by type and tag'}`;
    say(name);
    const samples = await measure(page, { kind: 'lasts', what, ...log });
    rows.push(makeRow(samples, { what: name, unit: 'ms', against: RAW }));
  }
}

/** Each round has all the line-ups in turn, so that a slow moment of the machine does not hit one alone. */
async function measureContention(page: Page): Promise<void> {
  const lineups = (['one', 'disjoint'] as const).flatMap((boundary) =>
    [1, 2, 4].map((writers) => ({ writers, boundary, reports: [] as WriterReport[][] })),
  );
  await contend(page, { writers: 4, boundary: 'disjoint', milliseconds: 100 });
  for (let round = 1; round <= rounds; round++) {
    say(`contention, round ${round} of ${rounds}`);
    for (const { writers, boundary, reports } of lineups) {
      reports.push(await contend(page, { writers, boundary, milliseconds: moment }));
    }
  }
  for (const { boundary, reports } of lineups) {
    const where = boundary === 'one' ? 'one boundary' : 'disjoint boundaries';
    contention.push(makeContentionRow(where, reports));
  }
}

async function measureMemories(): Promise<void> {
  for (const size of [1000, 10_000, 100_000]) {
    const what = `memory: conditional append at ${thousands(size)} events`;
    say(what);
    const samples = await measureMemory(size, rounds, values.quick ? 20 : 100);
    const aim = size === 100_000 ? { aim: { atLeast: 10 } } : {};
    rows.push(makeRow(samples, { what, unit: 'appends/s', against: '@dcb-es/event-store', ...aim }));
  }
}

/** Bundles the page, serves it on this machine only and opens it in a Chromium with a new profile on disk. */
async function withPage(work: (page: Page) => Promise<void>): Promise<void> {
  const settings = {
    root: join(import.meta.dirname, 'store-page'),
    configFile: false,
    logLevel: 'warn',
    build: { outDir: resolve('node_modules/.cache/ambit/bench-store'), emptyOutDir: true },
    worker: { format: 'es' },
    // Only a page that is isolated gets a fine clock.
    preview: { host: '127.0.0.1', port: 0, headers: ISOLATED },
  } as const;
  await build(settings);
  const server = await preview(settings);
  const profile = await makeProfile();
  const context = await chromium.launchPersistentContext(profile.path, chromiumLaunch());
  try {
    const page = await context.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction(() => 'ambitMeasure' in window);
    await work(page);
  } finally {
    await context.close();
    await profile.remove();
    await server.close();
  }
}

function measure(page: Page, job: Job): Promise<Samples> {
  return page.evaluate((asked) => window.ambitMeasure(asked), job);
}

function contend(page: Page, order: ContentionOrder): Promise<WriterReport[]> {
  return page.evaluate((asked) => window.ambitContend(asked), order);
}

function say(what: string): void {
  process.stderr.write(`${what} …\n`);
}

function thousands(count: number): string {
  return count.toLocaleString('en');
}
