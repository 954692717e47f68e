import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findRaces, findResults, readAnswers } from './races-page.ts';

const MODEL = join(import.meta.dirname, '../../public/models/course-subscriptions.ambit.json');
/** Beyond what can be explored under any strategy that keeps something. */
const MANY = 13;

describe('A person asks for more than can be explored', () => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
  });
  afterAll(() => visit.leave());

  it('is shown an answer at the first visit, under all strategies, before asking anything', async () => {
    await page
      .getByRole('region', { name: 'The race, told' })
      .getByRole('heading', { name: 'The last seat' })
      .waitFor();
    const answers = await readAnswers(page);
    expect(Object.keys(answers)).toHaveLength(7);
    expect(answers['Tags (condition)']?.join()).toContain('4 of 6 schedules stop a command, rightly');
  });

  it('sees how far a large race is, goes on working meanwhile, and stops it', async () => {
    await openFile(page, await makeRush());
    await findRaces(page).waitFor();
    await findResults(page)
      .getByText(/^Working: [\d,]+ states found/)
      .first()
      .waitFor({ timeout: 60_000 });
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await page.getByRole('region', { name: 'Matrix', exact: true }).getByRole('heading').first().waitFor();
    await page.getByRole('tab', { name: 'Races' }).click();
    await findResults(page).getByRole('button', { name: 'Stop', exact: true }).first().click();
    await findResults(page).getByRole('button', { name: 'Try again' }).first().waitFor();
    expect(
      await findResults(page)
        .getByText(/^Working/)
        .count(),
    ).toBe(0);
  });

  it('reads that it was given up at a limit, and what to change', async () => {
    await findResults(page).getByRole('button', { name: 'Try again' }).first().click();
    const said = findResults(page).getByText(
      /Given up after 8,388,608 states: take fewer commands or attempts/,
    );
    await said.first().waitFor({ timeout: 240_000 });
    expect(await said.first().textContent()).toContain('Cannot be run');
  });

  it('closes the tab in the middle, and finds everything as it was', async () => {
    const address = page.url();
    await page.close();
    page = await visit.openTab(address);
    await findRaces(page).getByText('The rush').waitFor();
    await findResults(page)
      .getByText(/^Working|Given up/)
      .first()
      .waitFor({ timeout: 60_000 });
    expect(visit.complaints).toEqual([]);
  });
});

/** The course model with one race of far too many commands. */
async function makeRush(): Promise<string> {
  const model = JSON.parse(await readFile(MODEL, 'utf8')) as { readonly races: readonly object[] };
  const commands = Array.from({ length: MANY }, (_, index) => ({
    command: 'SubscribeStudent',
    data: { studentId: `s${index + 1}`, courseId: 'c1' },
  }));
  const students = commands.map(({ data: { studentId } }) => ({
    event: 'StudentRegistered',
    data: { studentId, limit: 2 },
  }));
  const course = { event: 'CourseDefined', data: { courseId: 'c1', capacity: MANY } };
  const rush = { name: 'The rush', given: [course, ...students], commands, attempts: 2 };
  return JSON.stringify({ ...model, races: [rush] });
}

async function openFile(page: Page, text: string): Promise<void> {
  await page.goto(page.url().replace(/#.*$/, '#/boards'));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'rush.ambit.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Lab', exact: true }).click();
}
