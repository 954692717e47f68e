import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { chooseNote, findBox, findNote, readBoard } from './board-page.ts';
import { checkByCommandLine } from './command-line.ts';
import { findViolations } from './find-violations.ts';
import {
  chooseForRace,
  findRaces,
  findResults,
  listRaces,
  openRace,
  readAnswers,
  readNumbers,
} from './races-page.ts';

const MISSES = [
  expect.stringContaining('4 of 6 schedules miss a conflict'),
  expect.stringContaining('4 of 6 schedules break a rule'),
];
const STOPS = [expect.stringContaining('4 of 6 schedules stop a command, rightly')];
const WAITS = [expect.stringContaining('4 of 6 schedules wait, rightly')];
const SAFE = [expect.stringContaining('all 6 schedules are safe')];
const LAST_SLOT = {
  'No guard': MISSES,
  'One log (version)': STOPS,
  'One log (lock)': WAITS,
  'Streams (version)': MISSES,
  'Streams (saga)': MISSES,
  'Tags (condition)': STOPS,
  'Tags (lock)': WAITS,
};

describe('A person makes races and reads their results', () => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    await page.getByRole('button', { name: 'Let the lab fill the page' }).click();
    await findRaces(page).waitFor();
  });
  afterAll(() => visit.leave());

  /** How long it takes from an act until the results say something, in milliseconds. */
  async function measure(act: () => Promise<void>, said: string): Promise<number> {
    const started = Date.now();
    await act();
    await findResults(page).getByText(said).first().waitFor();
    return Date.now() - started;
  }

  it('goes through the list by keyboard', async () => {
    const first = findRaces(page).getByRole('button', { name: /^The last seat s1/ });
    await first.focus();
    await page.keyboard.press('ArrowDown');
    // The list moves the focus a moment later.
    await first.and(page.locator(':focus')).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await expect.poll(() => readAnswers(page)).toEqual(LAST_SLOT);
  });

  it('makes a race by forms, and has it answered under all strategies', async () => {
    await findRaces(page).getByRole('button', { name: 'New race' }).click();
    const form = page.getByRole('dialog', { name: 'New race' });
    await form.getByRole('combobox', { name: 'Command #1' }).selectOption('SubscribeStudent');
    await form.getByRole('combobox', { name: 'Command #2' }).selectOption('SubscribeStudent');
    await form.getByRole('button', { name: 'Race them' }).click();
    await form.waitFor({ state: 'detached' });
    const name = 'SubscribeStudent twice';
    await expect.poll(async () => (await listRaces(page)).at(-1)).toBe(name);
    await expect
      .poll(() => readAnswers(page))
      .toMatchObject({ 'No guard': MISSES, 'Tags (condition)': STOPS });
    await chooseForRace(page, name, 'Edit');
    const editor = page.getByRole('form', { name: 'Edit the race' });
    await editor.getByRole('textbox', { name: 'Name of the race' }).fill('The last slot of s1');
    // One student, two courses: one menu each, no typing.
    await editor.getByRole('button', { name: 'Values for studentId of #2' }).click();
    await page.getByRole('menuitem', { name: 's1 as #1' }).click();
    await editor.getByRole('button', { name: 'Values for courseId of #2' }).click();
    await page.getByRole('menuitem', { name: /another$/ }).click();
    await editor.getByRole('button', { name: 'Add an event that happened before' }).click();
    await page.getByRole('menuitem', { name: 'CourseDefined' }).click();
    await expect.poll(async () => (await listRaces(page)).at(-1)).toBe('The last slot of s1');
  });

  it('sees the results follow a value within a second, and come back by undo', async () => {
    await openRace(page, 'The last course a student may take');
    await chooseForRace(page, 'The last course a student may take', 'Edit');
    const editor = page.getByRole('form', { name: 'Edit the race' });
    const limit = editor.getByRole('textbox', { name: 'limit of StudentRegistered' });
    const times = [];
    // The best of several: what else this machine does is not the page's fault.
    for (let turn = 0; turn < 3; turn += 1) {
      times.push(await measure(() => limit.fill('3'), 'all 6 schedules are safe'));
      await measure(() => limit.fill('2'), '4 of 6 schedules miss a conflict');
    }
    expect(Math.min(...times)).toBeLessThan(1000);
    await measure(() => limit.fill('3'), 'all 6 schedules are safe');
    expect(await readAnswers(page)).toMatchObject({
      'No guard': SAFE,
      'Streams (version)': SAFE,
      'Tags (condition)': [expect.stringContaining('4 of 6 schedules stop a command for nothing')],
    });
    await limit.fill('many');
    await editor.getByText('A whole number, such as 3.').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await findResults(page).getByText('4 of 6 schedules miss a conflict').first().waitFor();
    expect(await readAnswers(page)).toEqual(LAST_SLOT);
    await editor.getByRole('button', { name: 'Done' }).click();
  });

  it('opens the schedule behind a number', async () => {
    await findResults(page)
      .getByRole('button', { name: '4 of 6 schedules stop a command, rightly' })
      .last()
      .click();
    await expect.poll(() => new URL(page.url()).hash).toContain('tag-condition');
    const shown = findResults(page).getByRole('group', { name: 'Schedules', exact: true }).first();
    expect(await shown.locator('[aria-pressed="true"]').getAttribute('aria-label')).toBe(
      'Schedule 3: #1 reads, #2 reads, #2 appends, #1 appends',
    );
  });

  it('reorders, duplicates and deletes races, all of it undoable', async () => {
    const before = await listRaces(page);
    await chooseForRace(page, 'The last seat', 'Duplicate');
    await chooseForRace(page, 'The last seat 2', 'Move down');
    await expect
      .poll(async () => (await listRaces(page)).slice(0, 3))
      .toEqual([before[0], before[1], 'The last seat 2']);
    await chooseForRace(page, 'The last seat 2', 'Delete');
    await expect.poll(() => listRaces(page)).toEqual(before);
    await page.keyboard.press('Control+z');
    await expect.poll(() => listRaces(page)).toContain('The last seat 2');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => listRaces(page)).toEqual(before);
  });

  it('races a command of the board against itself by key', async () => {
    await page.getByRole('button', { name: 'Back to the board' }).click();
    await findNote(page, 'Command ChangeCapacity').waitFor();
    await page.keyboard.press('Shift+1');
    await findBox(page, 'Command ChangeCapacity');
    await chooseNote(page, 'Command ChangeCapacity');
    await page.keyboard.press('Control+Enter');
    await findRaces(page)
      .getByRole('button', { name: /^ChangeCapacity twice/ })
      .waitFor();
    await findNote(page, 'Command SubscribeStudent').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+Enter');
    await findRaces(page)
      .getByRole('button', { name: /^ChangeCapacity and SubscribeStudent/ })
      .waitFor();
    await page.getByRole('button', { name: 'Let the lab fill the page' }).click();
    expect(await readAnswers(page)).toMatchObject({
      'No guard': [expect.stringContaining('miss a conflict'), expect.stringContaining('break a rule')],
    });
  });

  it('reads the numbers that the command line prints, every one of them', async () => {
    await findResults(page).getByRole('button', { name: 'More numbers' }).click();
    const races = checkByCommandLine(await readBoard(page));
    expect(races.map(({ name }) => name)).toEqual(await listRaces(page));
    for (const { name, lines, numbers } of races) {
      await openRace(page, name);
      const more = findResults(page).getByRole('button', { name: 'More numbers' });
      if (await more.isVisible()) await more.click();
      expect(await readAnswers(page), name).toEqual(lines);
      expect(await readNumbers(page), name).toEqual(numbers);
    }
  });

  it.each(['light', 'dark'] as const)('can be used by everybody in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await chooseForRace(page, 'The last seat', 'Edit');
    await page.getByRole('form', { name: 'Edit the race' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });
});
