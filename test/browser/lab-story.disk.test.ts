import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findViolations } from './find-violations.ts';

const STREAMS = 'Streams (version)';
const TAGS = 'Tags (condition)';

describe('A person is told a race', () => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    await page.getByRole('button', { name: 'Let the lab fill the page' }).click();
    await findPanel(page, STREAMS).getByText('Conflict, rightly stopped').waitFor();
  });
  afterAll(() => visit.leave());

  it('steps through the last seat with the arrow keys, and reads each sentence', async () => {
    expect(await findStory(page).getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'The last seat',
    ]);
    await findStory(page).focus();
    await page.keyboard.press('Home');
    await findPanel(page, STREAMS).getByText('Nothing has happened yet.').waitFor();
    const told: string[] = [];
    for (const step of [1, 2, 3, 4]) {
      await page.keyboard.press('ArrowRight');
      await findStory(page).getByText(`step ${step} of 4`).waitFor();
      told.push(await readSentence(page, STREAMS));
    }
    expect(told).toEqual([
      '#1 reads the log up to position 3 and sees exists (true), taken 0 < capacity 1 and courses 0 < limit 2. It will append StudentSubscribed (studentId s1, courseId c1) and CourseFullyBooked (courseId c1).',
      '#2 reads the log up to position 3 and sees exists (true), taken 0 < capacity 1 and courses 0 < limit 2. It will append StudentSubscribed (studentId s2, courseId c1) and CourseFullyBooked (courseId c1).',
      'Nothing was appended since #2 read at position 3: the append goes through, and what it decided still holds.',
      '#1 read taken 0 < capacity 1 at position 3. At position 4 #2 appended StudentSubscribed (student:s2, course:c1) and at position 5 #2 appended CourseFullyBooked (course:c1). Stream Course-c1 had grown, so the append was stopped, rightly: now it would be rejected by CourseHasFreeSeat (“Course c1 is fully booked: 1 of 1 seats are taken”). Its caller gets an error.',
    ]);
  });

  it('goes back, to the end, and to a step of the schedule', async () => {
    await page.keyboard.press('ArrowLeft');
    await findPanel(page, STREAMS).getByText('Safe', { exact: true }).waitFor();
    await page.keyboard.press('End');
    await findPanel(page, STREAMS).getByText('Conflict, rightly stopped').waitFor();
    await findChip(page, 0).click();
    await findStory(page).getByText('step 1 of 4').waitFor();
    expect(await findChip(page, 0).getAttribute('aria-current')).toBe('step');
    await findStory(page).getByRole('slider', { name: 'Step' }).press('ArrowRight');
    await findStory(page).getByText('step 2 of 4').waitFor();
  });

  it('sees in the last course how streams miss a conflict, and what was true when', async () => {
    await page.getByText('The last course a student may take').first().click();
    await findPanel(page, STREAMS).getByText('Missed conflict, a rule is broken').waitFor();
    expect(await readSentence(page, STREAMS)).toMatch(
      /Stream Course-c1 had not grown, so the append went through: StudentHasFreeSlot is now broken \(“Student s1 already takes 3 of 2 courses”\)\.$/,
    );
    const table = findStory(page).getByRole('region', { name: 'Then and now' });
    expect(await readRow(table, 0)).toBe('Constraint read at 5 now at 6 after at 7');
    expect(await readRow(table, 3)).toMatch(
      /^StudentHasFreeSlot ?courses < limit 1 < 2 2 < 2 ✕ ?, does not hold ◀ ?, changed 3 < 2/,
    );
    expect(await table.getByText('now rejected by StudentHasFreeSlot').count()).toBe(1);
  });

  it('sees the same schedule under tags beside it, and where the two begin to differ', async () => {
    await findPanel(page, TAGS).getByText('Conflict, rightly stopped').waitFor();
    expect(await findPanel(page, TAGS).getByText('differs from here').count()).toBe(1);
    expect(await findPicture(page, TAGS).getAttribute('aria-label')).toBe(
      'The race under Tags (condition). Schedule: #1 read, #2 read, #2 append, #1 append. Step 4 of 4: Conflict, rightly stopped.',
    );
  });

  it('points at words of the sentence and sees them in the picture', async () => {
    await findPanel(page, STREAMS).getByText('position 6', { exact: true }).hover();
    const lit = findPicture(page, STREAMS).locator('.is-pointed');
    expect(await lit.evaluateAll((all) => all.map((one) => one.getAttribute('data-marks')))).toContain(
      'event-6',
    );
    await findPanel(page, STREAMS).getByText('Course-c1', { exact: true }).hover();
    expect(await lit.first().getAttribute('class')).toContain('band-guarded');
  });

  it('switches to tags, and the missed conflict is gone', async () => {
    const bar = page.getByRole('toolbar', { name: 'Strategy' });
    await bar.getByRole('button', { name: 'Tags', exact: true }).click();
    await findPanel(page, TAGS).getByText('Conflict, rightly stopped').first().waitFor();
    expect(await findPanel(page, TAGS).getByText('Missed conflict').count()).toBe(0);
    await bar.getByRole('button', { name: 'Streams', exact: true }).click();
    await findPanel(page, STREAMS).getByText('Missed conflict, a rule is broken').waitFor();
  });

  it('lets two steps change places by key: independent ones change nothing, dependent ones the story', async () => {
    await findChip(page, 0).press('Alt+ArrowRight');
    await findStory(page).getByText('Nothing can tell these two orders apart').waitFor();
    expect(await readChips(page)).toEqual(['#2 read', '#1 read', '#2 append', '#1 append']);
    await findPanel(page, STREAMS).getByText('Missed conflict, a rule is broken').waitFor();
    await findChip(page, 1).press('Alt+ArrowRight');
    await findStory(page)
      .getByText('Before: missed conflict at #1 append. Now: #1 is rejected when it reads.')
      .waitFor();
    expect(await readChips(page)).toEqual(['#2 read', '#2 append', '#1 read']);
    await findChip(page, 0).press('Alt+ArrowRight');
    await findStory(page).getByText('Both are steps of #2, and have their order.').waitFor();
  });

  it('drags a step over its neighbour', async () => {
    await drag(page, findChip(page, 2), findChip(page, 1));
    await findStory(page).getByText('Now: missed conflict at #1 append.').waitFor();
    expect(await readChips(page)).toEqual(['#2 read', '#1 read', '#2 append', '#1 append']);
  });

  it('makes a schedule by hand, undoes a step, and lets it finish by itself', async () => {
    await findStory(page).getByRole('button', { name: 'By hand' }).click();
    const hand = findStory(page).getByRole('group', { name: 'Which command goes next?' });
    await hand.getByRole('button', { name: 'Start over' }).click();
    await findPanel(page, STREAMS).getByText('Say who goes first.').waitFor();
    for (const [taken, step] of ['#1 read', '#2 read', '#1 append', '#2 append'].entries()) {
      await hand.getByRole('button', { name: step }).click();
      await findStory(page)
        .getByText(`step ${taken + 1} of ${taken + 1}`)
        .waitFor();
    }
    await hand.getByText('All have ended.').waitFor();
    await findPanel(page, STREAMS).getByText('Missed conflict, a rule is broken').waitFor();
    await hand.getByRole('button', { name: 'Undo last step' }).click();
    await findStory(page).getByText('step 3 of 3').waitFor();
    await hand.getByRole('button', { name: 'Finish by itself' }).click();
    await findStory(page).getByText('step 4 of 4').waitFor();
    expect(await readChips(page)).toEqual(['#1 read', '#2 read', '#1 append', '#2 append']);
  });

  it('plays it to the end', async () => {
    await findStory(page).focus();
    await page.keyboard.press('Home');
    await findStory(page).getByRole('button', { name: 'Speed: 1 times' }).click();
    await findStory(page).focus();
    await page.keyboard.press('Space');
    await findStory(page).getByRole('button', { name: 'Pause' }).waitFor();
    await findStory(page).getByText('step 4 of 4').waitFor();
    await findStory(page).getByRole('button', { name: 'Play' }).waitFor();
    expect(await findChip(page, 3).getAttribute('aria-current')).toBe('step');
  });

  it('hides what does not matter', async () => {
    await page.getByText('Three students, one seat').first().click();
    await page.getByRole('toolbar', { name: 'Strategy' }).getByRole('button', { name: 'No guard' }).click();
    await findPanel(page, 'No guard').getByText('Missed conflict, a rule is broken').waitFor();
    expect(await readChips(page)).toContain('#3 read');
    await findStory(page).getByRole('button', { name: 'Hide what does not matter' }).click();
    expect(await readChips(page)).toEqual(['#1 read', '#2 read', '#2 append', '#1 append']);
    await findStory(page).getByRole('button', { name: 'Show #3 again' }).click();
    expect(await readChips(page)).toContain('#3 read');
  });

  it('in both themes, and without a complaint from the browser', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findViolations(page)).toEqual([]);
    }
    expect(visit.complaints).toEqual([]);
  });
});

function findStory(page: Page): Locator {
  return page.getByRole('region', { name: 'The race, told' });
}

function findPanel(page: Page, strategy: string): Locator {
  return findStory(page).getByRole('region', { name: strategy, exact: true });
}

function findPicture(page: Page, strategy: string): Locator {
  return findPanel(page, strategy).getByRole('img', { name: /^The race under / });
}

function findChip(page: Page, at: number): Locator {
  return findChips(page).nth(at);
}

function findChips(page: Page): Locator {
  return findStory(page).getByRole('list', { name: 'Schedule: who takes each step' }).getByRole('button');
}

async function readChips(page: Page): Promise<readonly string[]> {
  const texts = await findChips(page).allInnerTexts();
  return texts.map((text) =>
    text
      .replace(/\s+/gu, ' ')
      .replace(/ ?, safe$/u, '')
      .trim(),
  );
}

async function readSentence(page: Page, strategy: string): Promise<string> {
  return joinLines(await findPanel(page, strategy).locator('.why').allInnerTexts());
}

async function readRow(table: Locator, at: number): Promise<string> {
  return joinLines(await table.getByRole('row').nth(at).allInnerTexts());
}

function joinLines(texts: readonly string[]): string {
  return texts.join(' ').replace(/\s+/gu, ' ').trim();
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('there is nothing to drag');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 4, end.y + end.height / 2, { steps: 6 });
  await page.mouse.up();
}
