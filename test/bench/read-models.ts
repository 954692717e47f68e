import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { chromiumLaunch } from '../browser/chromium-launch.ts';
import { makeProfile } from '../browser/open-browser.ts';
import type {} from './read-models-page/page.ts';
import { makeRow } from './store-rows.ts';
import { printRows } from './store-tables.ts';

// Measures, in Chromium with a profile on disk, how long it takes to rebuild a read model from a whole log, against a bare
// cursor over the same store: prints a table, then the same as a JSON line.
// npm run bench:read-models -- --events 100000 --rounds 5

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
  },
});
const [events, rounds] = [Number(values.events), Number(values.rounds)];
if (!(events > 0) || events % 2000 !== 0) throw new Error('--events has to be a multiple of 2000');
if (!(rounds >= 1)) throw new Error('--rounds has to be at least 1');

const settings = {
  root: join(import.meta.dirname, 'read-models-page'),
  configFile: false,
  logLevel: 'warn',
  build: { outDir: resolve('node_modules/.cache/ambit/bench-read-models'), emptyOutDir: true },
  // Only a page that is isolated gets a fine clock.
  preview: {
    host: '127.0.0.1',
    port: 0,
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  },
} as const;
await build(settings);
const server = await preview(settings);
const profile = await makeProfile();
const context = await chromium.launchPersistentContext(profile.path, chromiumLaunch());
try {
  const page = await context.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => 'ambitRebuild' in window);
  const samples = await page.evaluate((job) => window.ambitRebuild(job), { events, rounds });
  const what = `rebuild a read model over ${events.toLocaleString('en')} events`;
  const row = makeRow(samples, { what, unit: 'ms', against: 'a bare cursor', aim: { atMost: 1.5 } });
  printRows([row]);
  console.log(JSON.stringify(row));
} finally {
  await context.close();
  await profile.remove();
  await server.close();
}
