import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { readBoard } from './board-page.ts';
import { searchByCommandLine } from './command-line.ts';
import { findViolations } from './find-violations.ts';
import { findRaces, listRaces } from './races-page.ts';

const PAIR = 'SubscribeStudent × SubscribeStudent';

describe('A person reads the matrix of the course model', () => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await page.getByRole('button', { name: 'Let the lab fill the page' }).click();
  });
  afterAll(() => visit.leave());

  const findFindings = () => page.getByRole('region', { name: 'What needs no boundary, and what does' });
  const findMatrix = () => page.getByRole('region', { name: 'Matrix', exact: true });

  it('stops the search in the middle and keeps what is there, and goes on', async () => {
    const cells = findMatrix().locator('[data-cell]');
    await cells.first().waitFor();
    await findMatrix().getByRole('button', { name: 'Stop', exact: true }).click();
    await findMatrix()
      .getByText(/^Stopped: \d+ pairs? searched so far\./)
      .waitFor();
    const kept = await cells.count();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(10);
    await findFindings().getByText('Not all pairs are searched yet').waitFor();
    await findMatrix().getByRole('button', { name: 'Go on', exact: true }).click();
    await findMatrix().getByText('All 10 pairs searched.').waitFor({ timeout: 60_000 });
    expect(await cells.count()).toBe(10);
  });

  it('reads the finding above it, and the bounds below', async () => {
    const heading = await findMatrix().getByRole('heading').first().textContent();
    expect(heading).toBe(
      'Streams (version) misses a conflict in 2 of 10 pairs. Tags (condition) misses none.',
    );
    const bounds = await findMatrix()
      .getByText(/^Searched: /)
      .textContent();
    expect(bounds).toMatch(/^Searched: [\d,]+ cases and every schedule of each, with the numbers 0 to 3\./);
  });

  it('sees in every cell what the command line finds on the same model', async () => {
    const matrix = searchByCommandLine(await readBoard(page));
    await findMatrix().getByRole('radio', { name: 'All' }).click();
    const told = await findMatrix()
      .locator('[data-cell]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
    expect(told).toHaveLength(matrix.length);
    for (const { commands, summary, found } of matrix) {
      const label = told.find((one) => one.startsWith(`${commands.join(' × ')}: `)) ?? '';
      expect(label, commands.join()).toContain(summary === 'never' ? 'Never collide' : `Collide: ${summary}`);
      for (const [strategy, marks] of Object.entries(found)) {
        const said = label.split('. ').find((part) => part.startsWith(`${strategy}: `));
        expect(said, `${commands.join()} under ${strategy}`).toBe(`${strategy}: ${marks.join(' and ')}`);
      }
    }
    await findMatrix().getByRole('radio', { name: 'Guards' }).click();
  });

  it('reads what needs no boundary, and goes to where another constraint gives way', async () => {
    const constraints = findFindings().getByRole('list', { name: 'Constraints' });
    await constraints.getByText('CourseExists needs no boundary').waitFor();
    const limit = constraints.getByRole('listitem').filter({ hasText: 'StudentHasFreeSlot' });
    await limit.getByText('can be broken, and nobody is told').waitFor();
    await limit.getByRole('button', { name: 'RegisterStudent × SubscribeStudent, same student' }).click();
    const detail = page.getByRole('complementary', { name: 'RegisterStudent × SubscribeStudent' });
    await detail.waitFor();
    expect(await detail.getByRole('rowheader').allTextContents()).toEqual(['same student', 'other student']);
    // Escape closes what was opened, for the keyboard went there, too.
    await page.keyboard.press('Escape');
    await detail.waitFor({ state: 'detached' });
  });

  it('sees which events only ever stop commands for nothing', async () => {
    const events = findFindings().getByRole('list', { name: 'Events that only stop commands for nothing' });
    expect(await events.locator('code').allTextContents()).toEqual([
      'CourseFullyBooked',
      'StudentRegistered',
    ]);
  });

  it('puts the rule that may be missing on the board as a question', async () => {
    const twice = findFindings().getByRole('list', { name: 'Facts written twice' });
    await twice.getByRole('button', { name: 'Mark as hotspot' }).click();
    await twice.getByRole('button', { name: 'Marked as a hotspot' }).waitFor();
    expect(await readBoard(page)).toContain('May SubscribeStudent happen twice?');
  });

  it('finds the write skew without inventing a race: by arrow keys to the pair, and how it comes about', async () => {
    await findMatrix()
      .getByRole('button', { name: /^DefineCourse × DefineCourse: / })
      .focus();
    for (const key of [
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
      'Enter',
    ]) {
      await page.keyboard.press(key);
    }
    const detail = page.getByRole('complementary', { name: PAIR });
    await detail.getByText('Streams (version): missed conflict').waitFor();
    await detail.getByText('in 4 of 6 schedules').waitFor();
    await detail
      .getByText(/StudentHasFreeSlot is now broken/)
      .or(detail.getByText(/takes 2 of 1 courses/))
      .first()
      .waitFor();
    for (const theme of ['dark', 'light']) {
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      expect(await findViolations(page), theme).toEqual([]);
    }
  });

  it('keeps it as a race and finds it in the list', async () => {
    const detail = page.getByRole('complementary', { name: PAIR });
    await detail.getByRole('button', { name: 'Keep it as a race' }).click();
    await detail.getByText('Kept among the races.').waitFor();
    await page.keyboard.press('Escape');
    await detail.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Races' }).click();
    await findRaces(page).waitFor();
    expect((await listRaces(page)).join('\n')).toContain(
      'SubscribeStudent and SubscribeStudent: other course, same student',
    );
  });

  it('looks for what is stopped for nothing under tags, and opens such a race', async () => {
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await findMatrix().getByRole('combobox', { name: 'Find' }).selectOption({ label: 'false conflict' });
    await findMatrix()
      .getByRole('combobox', { name: 'under', exact: true })
      .selectOption({ label: 'Tags (condition)' });
    const cases = page.getByRole('region', { name: 'Cases found' });
    await cases.getByRole('button', { name: 'Open the race' }).first().click();
    await page.getByRole('region', { name: 'The race, told' }).waitFor();
    await page.getByText('Found, and not kept.').waitFor();
    expect(visit.complaints).toEqual([]);
  });
});
