import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { addNote, findCanvas, findNote, listNotes, openNewBoard, startNote } from './board-page.ts';

/** What was typed at least this long before the end must be there afterwards. */
const LOST_AT_MOST_MS = 500;

describe('The power fails while a person types', () => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    await openNewBoard(page);
  });
  afterAll(() => visit.leave());

  it('into a new note: what was typed half a second before is there', async () => {
    await addNote(page, 'e', 'course defined');
    await startNote(page, 'e');
    await page.keyboard.type('student subsc');
    await failAndComeBack();
    expect(await findCanvas(page).getByText('student subsc').isVisible()).toBe(true);
    expect(await findNote(page, 'Event CourseDefined').isVisible()).toBe(true);
  });

  it('and goes on typing where it was', async () => {
    await findCanvas(page).getByText('student subsc').dblclick();
    await page.keyboard.press('End');
    await page.keyboard.type('ribed');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => listNotes(page)).toEqual(['Event CourseDefined', 'Event StudentSubscribed']);
  });

  it('into the name of a note there was: the note is there, and so is what was typed', async () => {
    await findNote(page, 'Event CourseDefined').click();
    await page.keyboard.press('F2');
    await page.keyboard.type('course announced');
    await failAndComeBack();
    expect(await findCanvas(page).getByText('course announced').isVisible()).toBe(true);
    expect(await listNotes(page)).toHaveLength(2);
  });

  it('and the page has complained about nothing', () => {
    expect(visit.complaints).toEqual([]);
  });

  async function failAndComeBack(): Promise<void> {
    const address = page.url();
    await page.waitForTimeout(LOST_AT_MOST_MS);
    await visit.cutPower();
    page = await visit.openTab(address);
    await findCanvas(page).getByRole('group').nth(1).waitFor();
  }
});
