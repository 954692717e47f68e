import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { addNote, findBox, findCanvas, findNote, listNotes, openNewBoard, startNote } from './board-page.ts';

describe('Two tabs look at one board', () => {
  let visit: AppVisit;
  let one: Page;
  let other: Page;

  beforeAll(async () => {
    visit = await visitApp();
    one = await visit.openTab();
    await openNewBoard(one);
    other = await visit.openTab(one.url());
    await other.getByRole('heading', { name: 'What happens here?' }).waitFor();
  });
  afterAll(() => visit.leave());

  it('and each shows what is made in the other', async () => {
    await addNote(one, 'e', 'course defined');
    await findNote(other, 'Event CourseDefined').waitFor();
    await addNote(other, 'c', 'define course');
    await findNote(one, 'Command DefineCourse').waitFor();
    expect((await listNotes(one)).toSorted()).toEqual((await listNotes(other)).toSorted());
  });

  it('shows a name while it is being typed, and when it is done', async () => {
    await startNote(one, 'e');
    await one.keyboard.type('student subsc');
    await findCanvas(other).getByText('student subsc').waitFor();
    await one.keyboard.type('ribed');
    await one.keyboard.press('Shift+Enter');
    await findNote(other, 'Event StudentSubscribed').waitFor();
    expect(await findCanvas(other).getByText('student subsc').count()).toBe(0);
  });

  it('shows where a note was moved to', async () => {
    const before = await findBox(other, 'Event CourseDefined');
    await findNote(one, 'Event CourseDefined').click();
    await one.keyboard.press('Control+Shift+ArrowUp');
    await expect.poll(async () => (await findBox(other, 'Event CourseDefined')).y).toBeLessThan(before.y);
  });

  it('takes back in one tab only what was done there', async () => {
    await addNote(other, 'h', 'what if it is full');
    await findNote(one, 'Hotspot what if it is full').waitFor();
    await one.keyboard.press('Control+z');
    await one.keyboard.press('Control+z');
    await findNote(other, 'Event StudentSubscribed').waitFor({ state: 'detached' });
    expect(await findNote(one, 'Hotspot what if it is full').count()).toBe(1);
    await other.keyboard.press('Control+z');
    await findNote(one, 'Hotspot what if it is full').waitFor({ state: 'detached' });
  });

  it('and neither has complained about anything', () => {
    expect(visit.complaints).toEqual([]);
  });
});
