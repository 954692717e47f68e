import type { Page } from 'playwright';
import type { Frames } from './probe.ts';

export interface TypingReport {
  readonly keys: number;
  /** Milliseconds of work for one key, from the event to the end of the frame that shows it. */
  readonly median: number;
  readonly worst: number;
}

const MOMENT_MS = 2000;

/** Scrolls the board to and fro, as with two fingers. */
export async function pan(page: Page): Promise<Frames> {
  await page.mouse.move(720, 450);
  let turn = 0;
  return countFrames(page, async () => {
    turn += 1;
    await page.mouse.wheel(turn % 40 < 20 ? 24 : -24, turn % 60 < 30 ? 12 : -12);
  });
}

/** Drags the note nearest to the middle to and fro. */
export async function drag(page: Page): Promise<Frames> {
  const spot = await page.evaluate(() => window.ambitProbe.findNote());
  if (spot === undefined) throw new Error('There is no note to drag');
  await page.mouse.move(spot.x, spot.y);
  await page.mouse.down();
  let turn = 0;
  const frames = await countFrames(page, async () => {
    turn += 1;
    await page.mouse.move(spot.x + 80 * Math.sin(turn / 10), spot.y + 60 * Math.cos(turn / 14));
  });
  await page.mouse.up();
  return frames;
}

async function countFrames(page: Page, act: () => Promise<void>): Promise<Frames> {
  const counted = page.evaluate((moment) => window.ambitProbe.countFrames(moment), MOMENT_MS);
  let isOver = false;
  counted.finally(() => {
    isOver = true;
  });
  while (!isOver) await act();
  return counted;
}

/** Opens the note nearest to the middle and types a long name into it. */
export async function typeInNote(page: Page): Promise<TypingReport> {
  const spot = await page.evaluate(() => window.ambitProbe.findNote());
  if (spot === undefined) throw new Error('There is no note to type in');
  await page.mouse.dblclick(spot.x, spot.y);
  await page.locator('.react-flow__node').locator('input, textarea').waitFor();
  await page.evaluate(() => window.ambitProbe.watchTyping());
  await page.keyboard.type('Somebody said something rather long about the course', { delay: 60 });
  const work = await page.evaluate(() => window.ambitProbe.work);
  const sorted = work.toSorted((a, b) => a - b);
  if (sorted.length === 0) throw new Error('Nothing was typed: no note could be opened');
  return {
    keys: sorted.length,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    worst: sorted.at(-1) ?? 0,
  };
}
