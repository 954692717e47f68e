import { readFile } from 'node:fs/promises';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumLaunch } from './chromium-launch.ts';
import { makeProfile } from './open-browser.ts';
import { serveApp } from './serve-app.ts';

const RACE = 'The last course a student may take';

describe('A person opens the lab', () => {
  let url: string;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];
  const undo: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const served = await serveApp();
    undo.unshift(served.stop);
    const profile = await makeProfile();
    undo.unshift(() => profile.remove());
    context = await chromium.launchPersistentContext(profile.path, chromiumLaunch());
    undo.unshift(() => context.close());
    url = served.url;
    page = await openPage();
  });
  afterAll(async () => {
    for (const step of undo) await step();
  });

  it('and finds no store, and what to do about it', async () => {
    expect(await sees(page.getByRole('heading', { name: 'No store yet' }))).toBe(true);
  });

  it('runs a race under streams 20 times and sees conflicts missed', async () => {
    await runRace(RACE, 'Streams (version)');
    const missed = page.getByRole('table', { name: 'Totals' }).getByRole('row', { name: /miss/ });
    expect(await missed.textContent()).toMatch(/[1-9]\d* of 20 runs? miss(es)? a conflict.*67 %/);
    const runs = page.getByRole('table', { name: 'Runs' }).getByRole('row').filter({ hasText: 'read' });
    expect(await runs.count()).toBe(20);
    expect(await runs.filter({ hasText: 'missed conflict' }).count()).toBeGreaterThan(0);
  });

  it('sees the log of the last run', async () => {
    const log = page.getByRole('region', { name: `Log of Race: ${RACE}` });
    await log.getByText('StudentRegistered').waitFor();
    const subscribed = log.getByRole('row').filter({ hasText: 'SubscribeStudent' });
    await subscribed.first().waitFor();
    expect(await subscribed.first().textContent()).toMatch(
      /6StudentSubscribedstudent:s1course:c[12]\{ "studentId": "s1", "courseId": "c[12]" \}SubscribeStudent/,
    );
    await log.getByRole('searchbox', { name: 'Filter by type or tag' }).fill('course:c3');
    await log.getByText('2 of ').waitFor();
    await log.getByRole('searchbox').fill('');
  });

  it('runs it under tags and sees none missed', async () => {
    await runRace(RACE, 'Tags (condition)');
    expect(await page.getByRole('row', { name: /of 20 runs? stops? a command, rightly/ }).count()).toBe(1);
    expect(await page.getByText('missed conflict').count()).toBe(0);
    expect(await page.getByText('miss a conflict').count()).toBe(0);
  });

  it('waits for locks that the browser keeps', async () => {
    await runRace(RACE, 'Tags (lock)', 5);
    await page.getByRole('row', { name: /of 5 runs? waits?, rightly/ }).waitFor();
    expect(await page.getByText('missed conflict').count()).toBe(0);
  });

  it('cancels a race in the middle', async () => {
    await page.getByLabel('Times').fill('200');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByText(/^Running: [1-9]/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await sees(page.getByText(/^Cancelled after \d+ of 200 runs/))).toBe(true);
  });

  it('makes a store, and sees it in another tab too', async () => {
    await page.getByLabel('New store').fill('Mine');
    await page.getByRole('button', { name: 'Make' }).click();
    await page.getByText('Nothing has happened here yet').waitFor();
    const other = await openPage();
    expect(await sees(other.getByRole('button', { name: 'Mine 0 events' }))).toBe(true);
    await other.close();
  });

  it('takes a store home as NDJSON', async () => {
    await page.getByRole('button', { name: `Race: ${RACE}` }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as NDJSON' }).click(),
    ]);
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\n');
    expect(lines[0]).toContain(`"store":"Race: ${RACE}"`);
    expect(lines.filter((line) => line.startsWith('{"event"')).length).toBeGreaterThan(0);
  });

  it('deletes a store by typing its name, and not otherwise', async () => {
    await page.getByRole('button', { name: 'Mine 0 events' }).click();
    await page.getByRole('button', { name: 'Delete…' }).click();
    const field = page.getByLabel('Type “Mine” to delete it for good');
    const confirm = page.getByRole('button', { name: 'Delete', exact: true });
    await field.fill('mine');
    expect(await confirm.isDisabled()).toBe(true);
    await field.fill('Mine');
    await confirm.click();
    await page.getByRole('button', { name: 'Mine 0 events' }).waitFor({ state: 'detached' });
  });

  it('and the page has complained about nothing', () => {
    expect(complaints).toEqual([]);
  });

  async function openPage(): Promise<Page> {
    const opened = await context.newPage();
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await opened.goto(url);
    await opened.getByRole('button', { name: 'Lab', exact: true }).click();
    await opened.getByRole('heading', { name: 'Run a race' }).waitFor();
    return opened;
  }

  async function runRace(race: string, strategy: string, times = 20): Promise<void> {
    await page.getByLabel('Race', { exact: true }).selectOption({ label: race });
    await page.getByLabel('Strategy').selectOption({ label: strategy });
    await page.getByLabel('Times').fill(String(times));
    // Long enough that both have read before either writes, most of the time.
    await page.getByLabel('Think (ms)').fill('60');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByText(`${race} under ${strategy}`).waitFor();
    await page.getByText(`Done: ${times} runs`).waitFor({ timeout: 60_000 });
  }
});

/** Waits for something to come up. */
async function sees(what: Locator): Promise<boolean> {
  await what.waitFor();
  return what.isVisible();
}
