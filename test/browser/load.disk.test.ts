import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOn } from '../unit/cli/memory-io.ts';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findCanvas, readBoard } from './board-page.ts';
import { findViolations } from './find-violations.ts';

/** Short enough for a test, long enough that all strategies show what they do. */
const SHORT = { duration: 6, warmUp: 1 };
const VALUES = [1, 2, 4, 8, 16, 32, 64];
const PNG = '89504e470d0a1a0a';

describe('A person asks what happens when it gets busy', () => {
  let visit: AppVisit;
  let page: Page;
  let home: string;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    await findCanvas(page).waitFor();
    home = page.url().replace(/\?.*/, '');
  });
  afterAll(() => visit.leave());

  it('and one click leads from the board to a picture, which can be stopped and kept', async () => {
    await page.getByRole('tab', { name: 'Load' }).click();
    await chart('Appends stopped, of all appends').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByText(/^Stopped\. What is shown comes from/).waitFor();
    expect(await page.getByRole('button', { name: 'Run again' }).isVisible()).toBe(true);
  });

  it('sees what each strategy does, with the numbers of the command line', async () => {
    await show({ replications: 2, change: SHORT });
    await done(2);
    await page
      .getByRole('heading', { name: /^At 16 commands a second, Streams \(version\) stops/ })
      .waitFor();
    const model = { ...JSON.parse(await readBoard(page)), workloads: { short: SHORT } };
    const args = ['load', 'm.json', '--workload', 'short', '--sweep', `rate=${VALUES.join(',')}`];
    const printed = await runOn({ 'm.json': JSON.stringify(model) }, [
      ...args,
      '--replications',
      '2',
      '--json',
    ]);
    const shown = JSON.parse((await exportAs(/^JSON/)).toString());
    expect(shown.points.map(numbersOf)).toEqual(JSON.parse(printed.out).points.map(numbersOf));
    expect(shown.points).toHaveLength(VALUES.length);
  });

  it('looks at a higher load by keyboard', async () => {
    const cursor = chart('Appends stopped, of all appends').getByRole('slider');
    await cursor.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: /^At 32 commands a second/ }).waitFor();
    await page.keyboard.press('End');
    await page.getByRole('heading', { name: /^At 64 commands a second/ }).waitFor();
    await expect.poll(() => decodeURIComponent(page.url())).toContain('"at":64');
  });

  it('opens one of the counted conflicts as a race, at the step that shows it', async () => {
    const row = page.getByRole('row', { name: /^One log \(version\)/ });
    await row
      .getByRole('button', { name: /show one as a race/ })
      .last()
      .click();
    await page.getByRole('tab', { name: 'Races', selected: true }).waitFor({ timeout: 30_000 });
    const told = page.getByRole('region', { name: 'One log (version)' });
    await told.getByText(/so the append was stopped/).waitFor();
    await expect.poll(() => page.url()).toContain('under=log-version');
    expect(page.url()).toContain('found=');
  });

  it('compares two settings', async () => {
    await show({ replications: 1, change: SHORT });
    await done(1);
    await page.getByRole('button', { name: 'Compare from here' }).click();
    await page.getByRole('slider', { name: 'course', exact: true }).focus();
    await page.keyboard.press('Home');
    await page.getByRole('heading', { name: /before, it stops/ }).waitFor();
    await chart('Appends stopped, of all appends')
      .getByRole('img', { name: /Streams \(version\), before/ })
      .waitFor({ timeout: 30_000 });
    expect(decodeURIComponent(page.url())).toContain('loadBefore=');
    await page.getByRole('button', { name: 'End the comparison' }).click();
    await page.getByRole('button', { name: 'Compare from here' }).waitFor();
  });

  it('reads what is wrong with a workload that cannot be run, and takes it back', async () => {
    const commands = { DefineCourse: { weight: 0 } };
    await show({ replications: 1, change: { ...SHORT, commands } });
    await page.getByRole('alert').getByText('All weights are 0', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Take back what was changed here' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(decodeURIComponent(page.url())).not.toContain('weight');
  });

  it('reads it when hardly any command can succeed', async () => {
    const commands = { SubscribeStudent: { weight: 1 } };
    const start = { DefineCourse: 0 };
    await show({ replications: 1, change: { ...SHORT, commands, start } });
    await done(1);
    const note = page.getByRole('note').filter({ hasText: 'SubscribeStudent' }).first();
    expect(await note.textContent()).toMatch(/rejected/);
  });

  it('takes the picture home', async () => {
    await show({ replications: 1, change: SHORT });
    await done(1);
    const svg = (await exportAs(/^SVG/)).toString();
    expect(svg).toContain('One log (version)');
    expect(svg).toContain('At 16 commands a second');
    expect(svg).not.toMatch(/ class="|var\(--|<foreignObject/);
    expect((await exportAs(/^PNG/)).subarray(0, 8).toString('hex')).toBe(PNG);
    const [head = '', ...rows] = (await exportAs(/^CSV/)).toString().trim().split('\r\n');
    expect(head).toMatch(/^rate,strategy,replications,unavailable,throughput/);
    expect(rows).toHaveLength(7 * VALUES.length);
    expect(rows.every((row) => row.split(',').length === head.split(',').length)).toBe(true);
  });

  it.each(['light', 'dark'] as const)('keeps nobody out, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    expect(await findViolations(page)).toEqual([]);
  });

  it('and the browser complains about nothing', () => {
    expect(visit.complaints).toEqual([]);
  });

  const chart = (name: string) => page.getByRole('figure', { name });

  /** Goes to the load with settings, as a link would. */
  async function show(load: object): Promise<void> {
    await page.goto(`${visit.url}#/boards`);
    // As long as the board is open it writes what it shows into the address.
    await page.getByRole('heading', { name: 'Boards', exact: true }).waitFor();
    await page.goto(`${home}?lab=full&tab=load&load=${encodeURIComponent(JSON.stringify(load))}`);
    await page.getByRole('region', { name: 'Load' }).waitFor();
  }

  async function done(replications: number): Promise<void> {
    const words = `${replications} replication${replications === 1 ? '' : 's'} on a simulated clock`;
    await page.getByText(words, { exact: false }).waitFor({ timeout: 60_000 });
  }

  async function exportAs(way: RegExp): Promise<Buffer> {
    const panel = page.getByRole('dialog', { name: 'Export' });
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await panel.waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: way }).click(),
    ]);
    const content = await readFile(await file.path());
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    return content;
  }
});

/** A point without how its workload is called, which the page and the command line say each in its way. */
function numbersOf({ value, result }: { value: number; result: { workload: string } }) {
  return { value, result: { ...result, workload: '' } };
}
