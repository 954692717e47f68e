import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import {
  copyElsewhere,
  findCanvas,
  listBoxes,
  listNotes,
  openNewBoard,
  overlap,
  pressUntilDone,
  readBoard,
  startNote,
} from './board-page.ts';

/** Enough to fill several rows of the view. */
const COUNT = 30;
const NAMES = Array.from({ length: COUNT }, (_, index) => `said ${index + 1}`);
const EVENTS = NAMES.map((_, index) => `Event Said${index + 1}`);

describe('A room full of people storms', () => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
  });
  beforeEach(() => openNewBoard(page));
  afterAll(() => visit.leave());

  it('thirty events by keyboard, none on another, and takes them all back and brings them again', async () => {
    const empty = await readBoard(page);
    await startNote(page, 'e');
    for (const [index, name] of NAMES.entries()) {
      await page.keyboard.type(name);
      // Every tenth one begins a row below.
      await page.keyboard.press(index % 10 === 9 ? 'Tab' : 'Enter');
    }
    await page.keyboard.press('Escape');
    await findCanvas(page).getByRole('textbox').waitFor({ state: 'detached' });
    expect(await listNotes(page)).toEqual(EVENTS);
    expect(countOverlaps(await listBoxes(page))).toBe(0);

    const full = await readBoard(page);
    expect(await pressUntilDone(page, 'Control+z', 'Undo')).toBe(COUNT);
    expect(await listNotes(page)).toEqual([]);
    expect(await readBoard(page)).toBe(empty);
    expect(await pressUntilDone(page, 'Control+Shift+z', 'Redo')).toBe(COUNT);
    expect(await listNotes(page)).toEqual(EVENTS);
    expect(await readBoard(page)).toBe(full);
  });

  it('Enter goes on to the right, Tab below', async () => {
    await startNote(page, 'e');
    for (const [name, key] of [
      ['one', 'Enter'],
      ['two', 'Tab'],
      ['', 'Escape'],
    ] as const) {
      await page.keyboard.type(name);
      await page.keyboard.press(key);
    }
    const [one, two, ...rest] = await listBoxes(page);
    // A note that nothing was said about leaves nothing behind.
    expect(rest).toEqual([]);
    expect(two?.x).toBeGreaterThan((one?.x ?? 0) + (one?.width ?? 0));
    expect(two?.y).toBe(one?.y);
    await startNote(page, 'e');
    await page.keyboard.type('three');
    await page.keyboard.press('Tab');
    await page.keyboard.type('four');
    await page.keyboard.press('Shift+Enter');
    const [, , three, four] = await listBoxes(page);
    expect(four?.x).toBe(three?.x);
    expect(four?.y).toBeGreaterThan((three?.y ?? 0) + (three?.height ?? 0));
  });

  it('thirty pasted lines become thirty notes in a row, in one step', async () => {
    await copyElsewhere(page, `${NAMES.join('\n')}\n`);
    await findCanvas(page).focus();
    await page.keyboard.press('Control+v');
    await expect.poll(() => listNotes(page)).toEqual(EVENTS);
    const boxes = await listBoxes(page);
    expect(new Set(boxes.map(({ y }) => Math.round(y))).size).toBe(1);
    expect(boxes.map(({ x }) => x)).toEqual(boxes.map(({ x }) => x).toSorted((a, b) => a - b));
    expect(countOverlaps(boxes)).toBe(0);
    expect(await pressUntilDone(page, 'Control+z', 'Undo')).toBe(1);
    expect(await listNotes(page)).toEqual([]);
  });

  it('and the page has complained about nothing', () => {
    expect(visit.complaints).toEqual([]);
  });
});

function countOverlaps(boxes: Awaited<ReturnType<typeof listBoxes>>): number {
  return boxes.filter((box, index) => boxes.slice(index + 1).some((other) => overlap(box, other))).length;
}
