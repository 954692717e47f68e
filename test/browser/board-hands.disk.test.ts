import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import {
  addNote,
  chooseNote,
  connectByMouse,
  findBox,
  findCanvas,
  findNote,
  lasso,
  listArrows,
  listBoxes,
  listNotes,
  openNewBoard,
  overlap,
  readFocus,
  startNote,
} from './board-page.ts';
import { findInspector, waitForInspector } from './inspector-page.ts';

describe('A person works with notes', () => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
  });
  beforeEach(() => openNewBoard(page));
  afterAll(() => visit.leave());

  it('walks between them by the arrow keys', async () => {
    await layThree();
    const focus = () => expect.poll(() => readFocus(page));
    await focus().toBe('Event Three');
    await page.keyboard.press('ArrowUp');
    await focus().toBe('Event Two');
    await page.keyboard.press('ArrowLeft');
    await focus().toBe('Event One');
    await page.keyboard.press('ArrowRight');
    await focus().toBe('Event Two');
    await page.keyboard.press('ArrowDown');
    await focus().toBe('Event Three');
    await waitForInspector(page, 'Three');
  });

  it('moves one by Shift and the arrow keys, and back in one step', async () => {
    await layThree();
    const before = await findBox(page, 'Event Three');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await findBox(page, 'Event Three')).y).toBeGreaterThan(before.y);
    const after = await findBox(page, 'Event Three');
    expect((after.x - before.x) / (after.y - before.y)).toBeCloseTo(2);
    await page.keyboard.press('Control+z');
    await expect.poll(() => findBox(page, 'Event Three')).toEqual(before);
    expect(await listNotes(page)).toHaveLength(3);
  });

  it('duplicates one', async () => {
    await addNote(page, 'e', 'course defined');
    await page.keyboard.press('Control+d');
    await findNote(page, 'Event CourseDefined2').waitFor();
    expect(await listNotes(page)).toEqual(['Event CourseDefined', 'Event CourseDefined2']);
    await expect.poll(() => readFocus(page)).toBe('Event CourseDefined2');
  });

  it('drags one by the mouse, as one step', async () => {
    await layThree();
    const before = await findBox(page, 'Event One');
    await page.mouse.move(before.x + before.width / 2, before.y + 12);
    await page.mouse.down();
    await page.mouse.move(before.x + before.width / 2 + 40, before.y + 212, { steps: 10 });
    await page.mouse.up();
    await expect.poll(async () => (await findBox(page, 'Event One')).y).toBeGreaterThan(before.y + 150);
    await page.keyboard.press('Control+z');
    await expect.poll(() => findBox(page, 'Event One')).toEqual(before);
  });

  it('copies notes with their arrow to another board', async () => {
    await addNote(page, 'c', 'define course');
    await addNote(page, 'e', 'course defined');
    await connectByMouse(page, 'Command DefineCourse', 'Event CourseDefined');
    await expect.poll(() => listArrows(page)).toEqual(['DefineCourse leads to CourseDefined']);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\{\s+"ambit": "1\.0"/);
    await openNewBoard(page);
    await findCanvas(page).focus();
    await page.keyboard.press('Control+v');
    await findNote(page, 'Command DefineCourse').waitFor();
    expect((await listNotes(page)).toSorted()).toEqual(['Command DefineCourse', 'Event CourseDefined']);
    expect(await listArrows(page)).toEqual(['DefineCourse leads to CourseDefined']);
    const [one, other] = await listBoxes(page);
    expect(one && other && overlap(one, other)).toBe(false);
  });

  it('lassos two of three, aligns them and deletes them', async () => {
    await layThree();
    await page.keyboard.press('Shift+ArrowRight');
    await lasso(page, ['Event Two', 'Event Three']);
    await findInspector(page).getByRole('heading', { name: '2 elements' }).waitFor();
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    const left = async (name: string) => (await findBox(page, name)).x;
    await expect.poll(async () => (await left('Event Three')) - (await left('Event Two'))).toBe(0);
    await page.keyboard.press('Delete');
    await expect.poll(() => listNotes(page)).toEqual(['Event One']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => listNotes(page)).toHaveLength(3);
  });

  it('renames one everywhere, by F2 and by double click', async () => {
    await addNote(page, 'c', 'define course');
    await addNote(page, 'e', 'course defined');
    await connectByMouse(page, 'Command DefineCourse', 'Event CourseDefined');
    await chooseNote(page, 'Event CourseDefined');
    await page.keyboard.press('F2');
    await page.keyboard.type('course announced');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => listArrows(page)).toEqual(['DefineCourse leads to CourseAnnounced']);
    await findNote(page, 'Event CourseAnnounced').dblclick();
    await page.keyboard.type('course planned');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => listArrows(page)).toEqual(['DefineCourse leads to CoursePlanned']);
    await chooseNote(page, 'Command DefineCourse');
    await waitForInspector(page, 'DefineCourse');
    const emits = findInspector(page).getByRole('region', { name: 'Emits' });
    expect(await emits.getByRole('listitem').textContent()).toContain('CoursePlanned');
  });

  it('finds an action and a note in the palette', async () => {
    await layThree();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Find or do anything' });
    await field.fill('one');
    await page.getByRole('option', { name: 'One Event' }).waitFor();
    await field.press('Enter');
    await waitForInspector(page, 'One');
    await expect.poll(() => readFocus(page)).toBe('Event One');
    await page.keyboard.press('Control+k');
    await field.fill('select all');
    await page.getByRole('option', { name: /^Select all/ }).waitFor();
    await field.press('Enter');
    await findInspector(page).getByRole('heading', { name: '3 elements' }).waitFor();
    expect(await field.count()).toBe(0);
  });

  it('types on at once after opening the palette, and makes no note by it', async () => {
    await layThree();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('every');
    await page.getByRole('combobox', { name: 'Find or do anything' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await listNotes(page)).toHaveLength(3);
  });

  it('and the page has complained about nothing', () => {
    expect(visit.complaints).toEqual([]);
  });

  /** One, beside it Two, and below that Three, which is selected. */
  async function layThree(): Promise<void> {
    await startNote(page, 'e');
    await page.keyboard.type('one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Tab');
    await page.keyboard.type('three');
    await page.keyboard.press('Shift+Enter');
    await findNote(page, 'Event Three').waitFor();
  }
});
