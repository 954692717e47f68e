import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import {
  addNote,
  chooseNote,
  chooseNothing,
  connectByKey,
  connectByMouse,
  findCanvas,
  listArrows,
  listNotes,
  openNewBoard,
  pressUntilDone,
  readBoard,
  waitUntilSaved,
} from './board-page.ts';
import {
  addFields,
  addTagByName,
  chooseFrom,
  findInspector,
  openSlot,
  waitForInspector,
} from './inspector-page.ts';

const NOTES = [
  'Command SubscribeStudent',
  'Constraint CourseHasFreeSeat',
  'Event CourseDefined',
  'Event StudentSubscribed',
];
const ARROWS = [
  'CourseDefined is read by CourseHasFreeSeat, same course',
  'CourseHasFreeSeat is checked by SubscribeStudent',
  'StudentSubscribed is read by CourseHasFreeSeat, same course',
  'SubscribeStudent leads to StudentSubscribed',
];

describe('A person builds the heart of the course model from nothing', () => {
  let visit: AppVisit;
  let page: Page;
  let empty: string;
  let built: string;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    await openNewBoard(page);
    empty = await readBoard(page);
  });
  afterAll(() => visit.leave());

  it('makes the notes by their keys', async () => {
    await addNote(page, 'e', 'course defined');
    await addNote(page, 'e', 'student subscribed');
    await addNote(page, 'k', 'course has free seat');
    await addNote(page, 'c', 'subscribe student');
    expect((await listNotes(page)).toSorted()).toEqual(NOTES);
  });

  it('gives them fields', async () => {
    for (const [note, fields] of [
      ['Event CourseDefined', 'courseId: string, capacity: int'],
      ['Event StudentSubscribed', 'studentId: string, courseId: string'],
      ['Command SubscribeStudent', 'studentId: string, courseId: string'],
    ] as const) {
      await chooseNote(page, note);
      await waitForInspector(page, note.replace(/^\w+ /, ''));
      await addFields(page, fields);
      expect(await findInspector(page).getByRole('textbox', { name: 'Name of courseId' }).inputValue()).toBe(
        'courseId',
      );
    }
  });

  it('tags one event by the key T, the other in the inspector', async () => {
    await chooseNote(page, 'Event CourseDefined');
    await page.keyboard.press('t');
    const field = page.getByRole('textbox', { name: /^Tag: / });
    await field.fill('course');
    await field.press('Enter');
    await field.waitFor({ state: 'detached' });
    await chooseNote(page, 'Event StudentSubscribed');
    await waitForInspector(page, 'StudentSubscribed');
    await addTagByName(page, 'course');
    await addTagByName(page, 'student');
    for (const said of [
      /^Event StudentSubscribed, tags course student\b/,
      /^Event CourseDefined, tag course\b/,
    ]) {
      await expect.poll(() => findCanvas(page).getByRole('group', { name: said }).count()).toBe(1);
    }
  });

  it('says the constraint as a sentence', async () => {
    await chooseNote(page, 'Constraint CourseHasFreeSeat');
    await waitForInspector(page, 'CourseHasFreeSeat');
    await findInspector(page)
      .getByRole('button', { name: /^At most N/ })
      .click();
    const amount = await openSlot(page, 'How many');
    await amount.getByRole('radio', { name: 'What events said last' }).check();
    await amount.getByRole('checkbox', { name: 'CourseDefined capacity' }).check();
    await page.keyboard.press('Escape');
    const counted = await openSlot(page, 'Events that are counted');
    await counted.getByRole('checkbox', { name: 'StudentSubscribed' }).check();
    await page.keyboard.press('Escape');
    const keys = await openSlot(page, 'Which events count');
    await keys.getByRole('checkbox', { name: /^same course/ }).check();
    await page.keyboard.press('Escape');
    const rule = findInspector(page).getByRole('region', { name: 'Rule' });
    expect(await rule.getByRole('paragraph').textContent()).toMatch(
      /^At most the latest capacity of CourseDefined StudentSubscribed for the same course\b/,
    );
    await expect.poll(() => listArrows(page)).toHaveLength(2);
  });

  it('draws an arrow by mouse and one by the key L', async () => {
    await connectByMouse(page, 'Command SubscribeStudent', 'Event StudentSubscribed');
    await expect.poll(() => listArrows(page)).toContain('SubscribeStudent leads to StudentSubscribed');
    await chooseNote(page, 'Constraint CourseHasFreeSeat');
    await connectByKey(page, 'SubscribeStudent');
    await expect.poll(async () => (await listArrows(page)).toSorted()).toEqual(ARROWS);
  });

  it('is told why an event issues no command', async () => {
    const before = await readBoard(page);
    await connectByMouse(page, 'Event CourseDefined', 'Command SubscribeStudent');
    await findCanvas(page)
      .getByRole('status')
      .getByText('An event does not issue a command by itself. Put a policy between them')
      .waitFor();
    expect(await readBoard(page)).toBe(before);
  });

  it('writes an example that is red first, then green', async () => {
    await chooseNote(page, 'Command SubscribeStudent');
    await waitForInspector(page, 'SubscribeStudent');
    const examples = findInspector(page).getByRole('region', { name: 'Examples' });
    await examples.getByRole('button', { name: 'Write the first example' }).click();
    const result = examples.getByRole('status');
    await examples.getByRole('radio', { name: 'Rejected' }).check();
    await examples.getByRole('checkbox', { name: 'CourseHasFreeSeat' }).check();
    await expect.poll(countExamples).toBe('1 red');
    await examples.getByRole('radio', { name: 'Events' }).check();
    await chooseFrom(page, 'Add an event that comes out', 'StudentSubscribed');
    await result.getByText('It comes out as expected.').waitFor();
    await expect.poll(countExamples).toBe('1 green');
  });

  it('sees it turn red while typing, when the course has no seat', async () => {
    const examples = findInspector(page).getByRole('region', { name: 'Examples' });
    const capacity = examples.getByRole('textbox', { name: 'capacity of CourseDefined' });
    const seats = await capacity.inputValue();
    await capacity.fill('0');
    await expect.poll(countExamples).toBe('1 red');
    await examples.getByText('fails CourseHasFreeSeat').waitFor();
    await capacity.fill(seats);
    await expect.poll(countExamples).toBe('1 green');
  });

  it('takes all of it back, and brings all of it again', async () => {
    await chooseNothing(page);
    built = await readBoard(page);
    const steps = await pressUntilDone(page, 'Control+z', 'Undo');
    expect(await listNotes(page)).toEqual([]);
    expect(await readBoard(page)).toBe(empty);
    expect(await pressUntilDone(page, 'Control+Shift+z', 'Redo')).toBe(steps);
    expect(await readBoard(page)).toBe(built);
  });

  it('finds it all after a reload', async () => {
    await waitUntilSaved(page);
    await page.reload();
    await expect.poll(async () => (await listArrows(page)).toSorted()).toEqual(ARROWS);
    expect((await listNotes(page)).toSorted()).toEqual(NOTES);
    expect(await readBoard(page)).toBe(built);
    await chooseNote(page, 'Command SubscribeStudent');
    await expect.poll(countExamples).toBe('1 green');
  });

  it('and the page has complained about nothing', () => {
    expect(visit.complaints).toEqual([]);
  });

  /** What stands beside the heading of the examples, such as "1 green". */
  async function countExamples(): Promise<string> {
    const said = findInspector(page).getByText(/^\d+ (green|red|unfinished)$/);
    return (await said.allTextContents()).join(', ');
  }
});
