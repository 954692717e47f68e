import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/lib/seeded-random.ts';
import { asOcel } from '../helpers/ocel.ts';
import { past } from '../helpers/past-events.ts';
import { type AppVisit, visitApp } from './app-visit.ts';
import { readBoard } from './board-page.ts';
import { measureByCommandLine } from './command-line.ts';
import { findViolations } from './find-violations.ts';
import { issue, openLog } from './log-page.ts';

/** A school's log: everything carries the school, a robot moves events, and each subscription is written down twice. */
function makeLog(): string {
  const random = seededRandom(3);
  const pick = (count: number) => Math.floor(random() * count);
  const events = Array.from({ length: 300 }, (_, at) => {
    const time = Date.UTC(2026, 0, 5) + Math.floor(at * 9000 + random() * 6000);
    const tags = [`course:c${pick(25)}`, `student:s${pick(60)}`, 'school:one'];
    const actor = at % 5 === 0 ? 'planner-robot' : `clerk-${pick(4)}`;
    const types = at % 3 === 0 ? ['CourseDefined'] : ['StudentSubscribed', 'SeatTaken'];
    return types.map((type) => past(type, time, { id: `${type}-${at}`, actor, tags }));
  });
  return asOcel(events.flat());
}

describe('A person looks at the contention of a log from outside', () => {
  const log = makeLog();
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    await page.getByRole('tab', { name: 'Races' }).click();
    await page.getByRole('button', { name: 'Let the lab fill the page' }).click();
  });
  afterAll(() => visit.leave());

  const findView = () => page.getByRole('region', { name: 'Contention', exact: true });
  const findSentence = () => findView().getByRole('heading', { level: 2 });
  const findRow = (name: string) =>
    findView().getByRole('row', { name: new RegExp(`^${name.replaceAll(/[()]/g, '\\$&')} `) });
  const readRow = async (name: string) =>
    (await findRow(name).getByRole('cell').allTextContents()).slice(1, 3);

  async function exportAs(format: 'CSV' | 'JSON'): Promise<string> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      findView().getByRole('button', { name: format, exact: true }).click(),
    ]);
    return readFile(await file.path(), 'utf8');
  }

  it('looks at the log of the board first, with its own model mapped on', async () => {
    const own = await openLog(page);
    await issue(own, 'DefineCourse', { courseId: 'c1', capacity: '1' });
    await issue(own, 'DefineCourse', { courseId: 'c2', capacity: '5' });
    await page.getByRole('tab', { name: 'History' }).click();
    await findView()
      .getByText(/Course subscriptions is mapped on 2 appends/)
      .waitFor();
    await findView()
      .getByText(/^Deciding again would come out differently for /)
      .waitFor();
    // With a model there is nothing to guess about tags.
    expect(await findRow('Any tag').count()).toBe(0);
  });

  it('opens it, accepts the mapping, and reads the sentence', async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Open a log…' }).first().click(),
    ]);
    await chooser.setFiles({
      name: 'school.jsonocel',
      mimeType: 'application/json',
      buffer: Buffer.from(log),
    });
    await page.getByRole('button', { name: /^Read it so/ }).click();
    await findSentence().waitFor();
    expect(await findSentence().textContent()).toMatch(
      /^At a window of 10 s, \d+ of 100 appends would have collided on one log, [\d.]+ on student streams, [\d.]+ with tags\.$/,
    );
  });

  it('exports what the command line prints', async () => {
    expect(JSON.parse(await exportAs('JSON'))).toEqual(measureByCommandLine(log, '--window', '10s'));
  });

  it('leaves out the hub with one click, and sees the numbers change', async () => {
    const before = await readRow('Any tag');
    expect(before).toEqual(await readRow('One log (version)'));
    await findView().getByRole('button', { name: 'Leave out the hub school' }).click();
    await findView()
      .getByText(/^With everything in it would have been/)
      .waitFor();
    await expect.poll(() => readRow('Any tag')).not.toEqual(before);
    expect(JSON.parse(await exportAs('JSON'))).toEqual(
      measureByCommandLine(log, '--window', '10s', '--without-concepts', 'school'),
    );
  });

  it('leaves out machines, which are proposed', async () => {
    await findView().getByRole('button', { name: 'Leave out all machines' }).click();
    await findView()
      .getByText(/; \d+ events of others left out\.$/)
      .waitFor();
    const robot = findView().getByRole('checkbox', { name: /planner-robot/ });
    expect(await robot.isChecked()).toBe(true);
    await robot.uncheck();
    await findView()
      .getByText(/ left out\.$/)
      .waitFor({ state: 'detached' });
  });

  it('moves the window by the keyboard, on the slider and in the picture', async () => {
    const slider = findView().getByRole('slider', { name: 'Window between read and append' });
    await slider.focus();
    await slider.press('ArrowRight');
    await findSentence().getByText('At a window of 15 s').waitFor();
    const cursor = findView().getByRole('slider', { name: 'window', exact: true });
    await cursor.focus();
    await cursor.press('End');
    await findSentence().getByText('At a window of 1 h').waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toBe('1 h');
  });

  it('takes the numbers along as a table', async () => {
    const [head, ...rows] = (await exportAs('CSV')).trimEnd().split('\r\n');
    expect(head).toBe('window_ms,boundary,counts,of,by,collisions,appends');
    const collisions = (await readRow('One log (version)'))[0];
    expect(rows).toContain(`3600000,log-version,all,,,${collisions},300`);
  });

  it('finds in it the fact that is written down twice, and asks about it on the board', async () => {
    await page.getByRole('button', { name: 'Insights', exact: true }).click();
    const view = page.getByRole('region', { name: 'Insights', exact: true });
    const group: Locator = view.getByRole('region', { name: 'Maybe one event' });
    await group.getByText(/^SeatTaken and StudentSubscribed come together with the same tags/).waitFor();
    await group.getByText(/^Evidence/).click();
    await group.getByText('together', { exact: true }).waitFor();
    await group.getByRole('button', { name: 'Ask on the board' }).click();
    await expect.poll(() => readBoard(page)).toContain('Maybe one event: StudentSubscribed?');
    expect(await findViolations(page)).toEqual([]);
  });

  it('can be used by everybody, in light and dark', async () => {
    await page.getByRole('button', { name: 'Contention', exact: true }).click();
    await findSentence().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page), colorScheme).toEqual([]);
    }
    expect(visit.complaints).toEqual([]);
  });
});
