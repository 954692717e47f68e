import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findCanvas, findNote, readFocus } from './board-page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'best-practice'];

describe('A learner takes lesson 1, with the keyboard alone', () => {
  let visit: AppVisit;
  let page: Page;
  const lesson = () => page.getByRole('complementary', { name: 'Lesson' });
  const press = (key: string) => page.keyboard.press(key);

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await findNote(page, 'Event CourseDefined').waitFor();
  });
  afterAll(async () => {
    await visit.leave();
  });

  it('starts it from the palette', async () => {
    await press('Control+k');
    await page.getByRole('combobox', { name: 'Find or do anything' }).waitFor();
    await page.keyboard.type('lesson 1');
    await page.getByRole('option', { name: 'Lesson 1: An event is just a fact' }).waitFor();
    await press('Enter');
    await comeTo('A student takes a seat');
    expect(await lesson().getByText('Step 1 of 9').isVisible()).toBe(true);
    await findNote(page, 'Event StudentSubscribed').waitFor();
  });

  it('reads on with Enter, and goes back and forth with the arrows', async () => {
    await press('Enter');
    await comeTo('Two clicks, one slot');
    await press('ArrowLeft');
    await comeTo('A student takes a seat');
    await press('ArrowRight');
    await comeTo('Two clicks, one slot');
    expect(page.url()).toContain('#/lesson/course-subscriptions?step=2');
  });

  it('is asked before anything is shown', async () => {
    await findMain('Show what happens').waitFor();
    expect(await lesson().getByText('sees: 1 of 2 courses').count()).toBe(2);
    expect(await lesson().getByText('missed conflict').count()).toBe(0);
    await press('Enter');
    await lesson().getByText('First say what you expect.').waitFor();
    await chooseOption('What #2 writes at step 3', 'Let through');
    await press('Enter');
    await chooseOption('What #1 writes at step 4', 'Stopped');
  });

  it('was wrong once, and is told why', async () => {
    await press('Enter');
    await lesson().getByRole('heading', { name: '1 of 2 as you expected' }).waitFor();
    expect(await lesson().getByText('You expected: stopped').count()).toBe(1);
    expect(await lesson().getByText('As you expected', { exact: true }).count()).toBe(1);
    expect(await lesson().getByText('missed conflict').count()).toBe(1);
    expect(await lesson().getByText('Nobody looked at the student.').isVisible()).toBe(true);
  });

  it('takes the race step by step', async () => {
    await press('Enter');
    await comeTo('What the guard did not see');
    await findMain('Take the first step').waitFor();
    await press('Enter');
    await press('Enter');
    const steps = lesson()
      .getByRole('listitem')
      .filter({ hasText: /^\d#\d/ });
    await steps.nth(1).waitFor();
    expect(await steps.count()).toBe(2);
  });

  it('comes back to the same step after loading the page anew, and by an address without a step', async () => {
    await page.reload();
    await comeTo('What the guard did not see');
    await page.goto(`${visit.url}#/lesson/course-subscriptions`);
    await comeTo('What the guard did not see');
    await press('ArrowLeft');
    await comeTo('Two clicks, one slot');
    await lesson().getByText('You expected: stopped').waitFor();
    await press('ArrowRight');
    const done = page.getByRole('button', { name: /^Step \d: .*, done$/ });
    await done.nth(1).waitFor();
    expect(await done.count()).toBe(2);
  });

  it('sees the third course slip in', async () => {
    await comeTo('What the guard did not see');
    await findMain('Take the first step').waitFor();
    for (let step = 0; step < 4; step += 1) await press('Enter');
    await lesson()
      .getByText(/Student s1 already takes 3 of 2 courses/)
      .waitFor();
    expect(await lesson().getByText('now: 2 of 2 courses').count()).toBe(1);
    await press('Enter');
    await comeTo('Other guards, same clicks');
  });

  it('compares guards', async () => {
    const race = 'The last course a student may take';
    const strangers = 'Two students, two courses';
    await answer([
      [`${race}, One log (version)`, 'Somebody is stopped, rightly'],
      [`${race}, Streams (version)`, 'Something slips through'],
      [`${race}, Tags (condition)`, 'Somebody is stopped, rightly'],
      [`${strangers}, One log (version)`, 'Somebody is stopped for nothing'],
      [`${strangers}, Tags (condition)`, 'Nobody is in the way'],
    ]);
    await lesson().getByRole('heading', { name: 'As you expected' }).waitFor();
    expect(await lesson().getByText('4 of 6 schedules miss a conflict').count()).toBe(1);
    expect(await lesson().getByText('all 6 schedules are safe').count()).toBe(1);
    await press('Enter');
  });

  it('sees the fact stored twice, on another board', async () => {
    await comeTo('The usual repair: write it twice');
    await findNote(page, 'Event CourseTakenByStudent').waitFor();
    await answer([
      ['The last course a student may take, Streams (version)', 'Somebody is stopped, rightly'],
      ['The last course a student may take, Streams (saga)', 'Half of it is written'],
      ['One student, two courses, slots for both, Streams (version)', 'Somebody is stopped for nothing'],
    ]);
    await lesson().getByRole('heading', { name: 'As you expected' }).waitFor();
    expect(await lesson().getByText('As you expected', { exact: true }).count()).toBe(4);
    await press('Enter');
  });

  it('makes it one fact again, in the model and in the log', async () => {
    await comeTo('One fact again');
    const acts = ['Student s1 takes a seat in c1', 'Let the model name one event', 'Merge what is stored'];
    for (const act of acts) {
      await findMain(act).waitFor();
      await press('Enter');
      await lesson()
        .getByRole('button', { name: `Once more: ${act}` })
        .waitFor();
    }
    await lesson().getByText('Nothing can be left half written.').waitFor();
    expect(await readChecks()).toEqual(['Done', 'Done', 'Done', 'Done', 'Done']);
    await press('Enter');
  });

  it('moves the fact to another frame, in the inspector', async () => {
    await comeTo('Was it the wrong frame?');
    await findInspector().getByRole('heading', { level: 2, name: 'StudentSubscribed' }).waitFor();
    expect(await readChecks()).toEqual(['Not yet', 'Not yet', 'Not yet', 'Not yet']);
    await tabBackTo('Give it to an aggregate');
    await press('Enter');
    await page.getByRole('menuitem', { name: 'Student' }).waitFor();
    await press('Enter');
    await findInspector().getByRole('button', { name: 'Remove Student' }).waitFor();
    await tabBackTo('Remove Course');
    await press('Enter');
    await lesson().getByText('One race is mended and another is broken').waitFor();
    expect(await readChecks()).toEqual(['Done', 'Done', 'Done', 'Done']);
  });

  it('undoes it and does it again, and the checks follow', async () => {
    await press('F6');
    await press('Control+z');
    await lesson().getByText('One race is mended').waitFor({ state: 'detached' });
    expect(await readChecks()).toContain('Not yet');
    await press('Control+Shift+z');
    await lesson().getByText('One race is mended').waitFor();
    await press('Enter');
  });

  it('gives the event its tag, on the board', async () => {
    await comeTo('A forgotten tag');
    await findNote(page, 'Event StudentSubscribed').waitFor();
    await tabBackTo('Event StudentSubscribed');
    await press('t');
    await page.getByRole('textbox', { name: /^Tag:/ }).waitFor();
    await page.keyboard.type('student');
    await press('Enter');
    await lesson().getByText('The fact is as it was').waitFor();
    expect(await readChecks()).toEqual(['Done', 'Done']);
    await press('F6');
    await press('Enter');
  });

  it('takes something home, and finds the lesson done in the help', async () => {
    await comeTo('What to take home');
    expect(await lesson().getByRole('button', { name: 'Lesson 2: Smaller boundaries' }).isVisible()).toBe(
      true,
    );
    await press('?');
    const help = page.getByRole('dialog', { name: 'Help' });
    await help.getByRole('link', { name: /^Lesson 1: An event is just a fact.*Done$/ }).waitFor();
    expect(await help.getByRole('link', { name: /^Lesson \d/ }).count()).toBe(7);
    await press('Escape');
  });

  it('goes on with the next lesson', async () => {
    await press('F6');
    await press('Enter');
    await comeTo('A number for every book');
    expect(page.url()).toContain('#/lesson/library');
  });

  it('comes back to the boards as they were left, and starts the lesson over', async () => {
    await page.goto(`${visit.url}#/lesson/course-subscriptions?step=2`);
    await comeTo('Two clicks, one slot');
    await lesson().getByText('You have changed this board').waitFor();
    await page.getByRole('button', { name: 'More about this lesson' }).click();
    await page.getByRole('menuitem', { name: 'Start the lesson over' }).click();
    await comeTo('A student takes a seat');
    await press('ArrowRight');
    await comeTo('Two clicks, one slot');
    await lesson().getByText('sees: 1 of 2 courses').first().waitFor();
    expect(await lesson().getByText('You have changed this board').count()).toBe(0);
    expect(await lesson().getByText('missed conflict').count()).toBe(0);
  });

  it('leaves for the board they came from', async () => {
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('button', { name: 'Course subscriptions', exact: true }).waitFor();
    expect(await lesson().count()).toBe(0);
  });

  it('without a complaint from the browser', () => {
    expect(visit.complaints).toEqual([]);
  });

  /** Waits for a step, and sees that the focus is on its title. */
  async function comeTo(title: string): Promise<void> {
    await lesson().getByRole('heading', { level: 2, name: title }).waitFor();
    await page.locator('#lesson-title:focus').waitFor();
    expect(await page.locator(':focus').textContent()).toBe(title);
  }

  /** Chooses an option of the row that has the focus. */
  async function chooseOption(row: string, option: string): Promise<void> {
    const wanted = lesson()
      .getByRole('group', { name: row, exact: true })
      .getByRole('radio', { name: option });
    await lesson().getByRole('group', { name: row, exact: true }).locator(':focus').waitFor();
    await press('Space');
    for (let tries = 0; tries < 6 && !(await wanted.isChecked()); tries += 1) await press('ArrowDown');
    expect(await wanted.isChecked()).toBe(true);
  }

  /** Enter leads to the first row that is not answered, and at last shows the answers. */
  async function answer(rows: readonly (readonly [string, string])[]): Promise<void> {
    await findMain('Show what happens').waitFor();
    for (const [row, option] of rows) {
      await press('Enter');
      await chooseOption(row, option);
    }
    await press('Enter');
  }

  /** Tabs backwards until something has the focus. */
  async function tabBackTo(name: string): Promise<void> {
    for (let tries = 0; tries < 60; tries += 1) {
      await press('Shift+Tab');
      const text = await page.locator(':focus').textContent();
      if ((await readFocus(page)) === name || text?.trim() === name) return;
    }
    throw new Error(`Tab does not come to ${name}`);
  }

  function findMain(name: string): Locator {
    return lesson().getByRole('button', { name });
  }

  function findInspector(): Locator {
    return page.getByRole('complementary', { name: 'Inspector' });
  }

  /** Whether each thing to do is done. */
  async function readChecks(): Promise<readonly string[]> {
    const items = lesson().getByRole('list', { name: 'Done so far' }).getByRole('listitem');
    return (await items.allTextContents()).map((text) => text.replace(/:.*/s, ''));
  }
});

describe('A teacher in front of a room', () => {
  let visit: AppVisit;
  let page: Page;
  const lesson = () => page.getByRole('complementary', { name: 'Lesson' });

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab(`${visit.url}#/lesson/library?step=2&teacher=1`);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await lesson().getByRole('button', { name: 'Show answers to all' }).waitFor();
  });
  afterAll(async () => {
    await visit.leave();
  });

  it('counts hands before anything is shown', async () => {
    const row = lesson().getByRole('group', { name: 'What #1 writes at step 4' });
    await row.getByRole('spinbutton', { name: 'Hands for “Stopped”' }).fill('5');
    await row.getByRole('spinbutton', { name: 'Hands for “Let through”' }).fill('7');
    // Nowhere on the page: the line of the closed lab would tell, too.
    await page.getByText(/^\d+ of \d+ examples green$/).waitFor();
    expect(await page.getByText(/conflict/).count()).toBe(0);
  });

  it('shows the answers to all', async () => {
    await lesson().getByRole('button', { name: 'Show answers to all' }).click();
    await lesson().getByText('5 of 12 hands were right').waitFor();
    expect(await lesson().getByText('conflict', { exact: true }).count()).toBe(1);
    await lesson().getByRole('button', { name: 'Go on' }).click();
  });

  it('takes a race without its verdicts until they are asked for', async () => {
    await lesson().getByRole('heading', { name: 'The same number, nearly' }).waitFor();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Enter');
    await lesson().getByRole('button', { name: 'Show the answer to all' }).waitFor();
    expect(await lesson().getByText('safe', { exact: true }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await lesson().getByText('safe', { exact: true }).waitFor();
  });

  it('hides everything again for the next room', async () => {
    await page.getByRole('button', { name: 'More about this lesson' }).click();
    await page.getByRole('menuitem', { name: 'Hide all answers again' }).click();
    await page.getByRole('button', { name: /^Step 2: Predict/ }).click();
    await lesson().getByRole('button', { name: 'Show answers to all' }).waitFor();
    expect(await lesson().getByText('conflict', { exact: true }).count()).toBe(0);
    expect(await page.url()).toContain('step=2&teacher=1');
  });

  it('goes on alone, and is asked like anybody', async () => {
    await page.getByRole('button', { name: 'More about this lesson' }).click();
    await page.getByRole('menuitem', { name: 'Go on alone' }).click();
    await lesson().getByRole('button', { name: 'Show what happens' }).waitFor();
    expect(page.url()).not.toContain('teacher');
  });

  it.each([
    ['light', 1440, [1, 2, 5, 8]],
    ['dark', 1440, [3, 5, 8]],
    ['light', 834, [2, 8]],
  ] as const)('and everybody can use it in %s, %i wide', async (colorScheme, width, steps) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    for (const step of steps) {
      await page.goto(`${visit.url}#/lesson/library?step=${step}`);
      await lesson().getByText(`Step ${step} of 9`).waitFor();
      await findCanvas(page).getByRole('group').first().waitFor();
      // The board itself is looked at once: it is the same at every step, and there is much of it.
      expect([step, await findViolations(page, step !== 1)]).toEqual([step, []]);
    }
  });

  it('without a complaint from the browser', () => {
    expect(visit.complaints).toEqual([]);
  });
});

/** Each as its rule and the places that break it. */
async function findViolations(page: Page, isBesideBoard: boolean): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page }).withTags(RULES);
  const { violations } = await (isBesideBoard ? builder.exclude('.canvas') : builder).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
