import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { chooseNote, findBox, findCanvas, findNote } from './board-page.ts';
import { findViolations } from './find-violations.ts';
import { findInspector, waitForInspector } from './inspector-page.ts';

const COMMAND = 'Command SubscribeStudent';
const TWICE = 'Event StudentSubscribed';

describe('A person looks at the boundary of a command on the board', () => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    await findNote(page, COMMAND).waitFor();
    await closeLab(page);
    await page.keyboard.press('Shift+1');
    await findBox(page, COMMAND);
  });
  afterAll(() => visit.leave());

  it('sees under streams what is guarded, what for nothing, and what can slip through', async () => {
    await chooseNote(page, COMMAND);
    const legend = findLegend(page);
    await legend.getByText('5 needs: 3 guarded, 2 not guarded. StudentSubscribed is 2 of them.').waitFor();
    expect(await legend.getByText('under Streams (version)').count()).toBe(1);
    expect(await readLines(legend.getByRole('listitem'))).toEqual([
      '3 guarded and needed',
      '1 guarded, not needed the write can be stopped for nothing',
      '2 needed, not guarded a conflict can slip through',
    ]);
    expect(await sayNote(page, TWICE)).toBe('by course guarded and needed; by student needed, not guarded');
    expect(await sayNote(page, 'Event CourseFullyBooked')).toBe('guarded, not needed');
    expect(await readWords(page)).toContain('by student');
    await findCanvas(page)
      .getByText('stream Course-{courseId}: stops the append if it grew since the read')
      .waitFor();
  });

  it('reads in the inspector which check can be passed by, and how the other strategies do', async () => {
    await waitForInspector(page, 'SubscribeStudent');
    const checks = findInspector(page).getByRole('region', { name: 'Checks, in this order' });
    expect(await readLines(checks.getByRole('listitem'))).toEqual([
      'CourseExists exists guarded',
      'CourseHasFreeSeat taken < capacity guarded',
      'StudentHasFreeSlot courses < limit not guarded',
    ]);
    const guards = findInspector(page).getByRole('region', { name: 'The same command, other guards' });
    expect(await readLines(guards.getByRole('row'))).toEqual([
      'Strategy 5 needs extra',
      'No guard 5 not guarded 0',
      'One log (version) all guarded 5',
      'One log (lock) all locked 5',
      'Streams (version) 2 not guarded 1',
      'Streams (saga) 2 not guarded 1',
      'Tags (condition) all guarded 0',
      'Tags (lock) 2 not locked 1',
    ]);
  });

  it('can do so without seeing colours, and without a mouse', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findViolations(page)).toEqual([]);
    }
    const dashes = await findCanvas(page)
      .locator('.boundary-line')
      .evaluateAll((lines) => [...new Set(lines.map((line) => getComputedStyle(line).strokeDasharray))]);
    expect(dashes).toHaveLength(3);
  });

  it('switches to tags by a key and sees amber and red go', async () => {
    await page.keyboard.press('6');
    const legend = findLegend(page);
    await legend.getByText('5 needs: all guarded. StudentSubscribed is 2 of them.').waitFor();
    expect(await sayNote(page, TWICE)).toBe('guarded and needed');
    expect(await sayNote(page, 'Event CourseFullyBooked')).toBe('');
    expect([...new Set(await readWords(page))]).toEqual(['guarded, needed']);
    expect(await findInspector(page).getByText('not guarded', { exact: true }).count()).toBe(0);
  });

  it('goes through the families with the arrow keys, and chooses a variant from the menu', async () => {
    const bar = page.getByRole('toolbar', { name: 'Strategy' });
    // The focus goes on a moment after the key.
    const reach = (name: string) =>
      bar.getByRole('button', { name, exact: true }).and(page.locator(':focus')).waitFor();
    await bar.getByRole('button', { name: 'Tags', exact: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await reach('Streams');
    await page.keyboard.press('Enter');
    await findLegend(page).getByText('under Streams (version)').waitFor();
    await page.keyboard.press('ArrowRight');
    await reach('Streams: version');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemradio', { name: /^Streams \(saga\)/ }).press('Enter');
    await findLegend(page).getByText('under Streams (saga)').waitFor();
    await findInspector(page).getByRole('button', { name: 'Streams (version)' }).click();
    await findLegend(page).getByText('under Streams (version)').waitFor();
    expect(await bar.getByRole('button', { name: 'Streams', exact: true }).getAttribute('aria-pressed')).toBe(
      'true',
    );
  });

  it('lets go of the command, and sees the board as it was', async () => {
    await findCanvas(page).focus();
    await page.keyboard.press('Escape');
    await findLegend(page).waitFor({ state: 'detached' });
    expect(await findCanvas(page).locator('.in-boundary').count()).toBe(0);
    expect(await sayNote(page, TWICE)).toBe('');
  });

  it('is led to a race that shows it, where the boundary follows the step', async () => {
    await chooseNote(page, COMMAND);
    await findLegend(page)
      .getByRole('button', { name: /^Watch it happen: / })
      .press('Enter');
    await page.getByRole('tab', { name: 'Races', selected: true }).waitFor();
    await findCanvas(page).focus();
    await page.keyboard.press('Escape');
    await findLegend(page).getByText('as it is in the race').waitFor();
    await findLegend(page).getByRole('button', { name: 'Close the boundary' }).click();
    await findLegend(page).waitFor({ state: 'detached' });
    expect(await findCanvas(page).locator('.in-boundary').count()).toBe(0);
    await closeLab(page);
  });

  it('is told why there is none, and what to do', async () => {
    await findCanvas(page).getByText('Course', { exact: true }).click();
    await page.keyboard.press('Delete');
    await chooseNote(page, COMMAND);
    await findLegend(page)
      .getByText(/^StudentSubscribed has no home stream/)
      .waitFor();
    await findLegend(page).getByRole('button', { name: 'Show under Tags (condition)' }).click();
    await findLegend(page).getByText('5 needs: all guarded.').waitFor();
    expect(await sayNote(page, TWICE)).toBe('guarded and needed');
  });

  it('without a complaint from the browser', () => {
    expect(visit.complaints).toEqual([]);
  });
});

async function closeLab(page: Page): Promise<void> {
  const toggle = page.getByRole('region', { name: 'Lab' }).getByRole('button', { name: 'Lab', exact: true });
  if ((await toggle.getAttribute('aria-expanded')) === 'true') await toggle.click();
}

function findLegend(page: Page): Locator {
  return findCanvas(page).getByRole('region', { name: /^Boundary of / });
}

/** The pieces of text in each element, in a line. */
async function readLines(items: Locator): Promise<readonly string[]> {
  return items.evaluateAll((elements) =>
    elements.map((element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const pieces: string[] = [];
      while (texts.nextNode()) pieces.push(texts.currentNode.nodeValue ?? '');
      return pieces.join(' ').replaceAll(/\s+/g, ' ').trim();
    }),
  );
}

/** What is said of a note as a part of the boundary, after its kind, name, tags and findings. */
async function sayNote(page: Page, name: string): Promise<string> {
  const label = (await findNote(page, name).getAttribute('aria-label')) ?? '';
  return label.replace(/^[^,]*(, tags? [^,]*)?(, \d+ findings?)?(, )?/, '');
}

/** The words above the outlines. */
async function readWords(page: Page): Promise<readonly string[]> {
  return readLines(findCanvas(page).locator('.boundary-word'));
}
