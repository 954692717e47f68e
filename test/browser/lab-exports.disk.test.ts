import { readFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOn } from '../unit/cli/memory-io.ts';
import { findWrongLines } from '../unit/interchange/markdown/stories.ts';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findCanvas, readBoard } from './board-page.ts';
import { chromiumLaunch } from './chromium-launch.ts';
import { findViolations } from './find-violations.ts';
import { makeProfile } from './open-browser.ts';

const RACE = 'The last course a student may take';
const MISSED = /Stream Course-c1 had not grown, so the append went through/;
const STOPPED = /That lies inside its boundary, so the append was stopped/;
const PNG = '89504e470d0a1a0a';

describe('A person takes home what the lab shows', () => {
  let visit: AppVisit;
  let page: Page;
  /** Without the page's rules about styles, as a picture's viewer is. */
  let blank: Page;
  let home: string;
  let model: string;

  beforeAll(async () => {
    visit = await visitApp();
    blank = await visit.openTab('about:blank');
    page = await visit.openTab();
    await findCanvas(page).waitFor();
    home = page.url().replace(/\?.*/, '');
    model = await readBoard(page);
    await show(`lab=full&race=2.${RACE}&step=4`);
    await button('Export').waitFor();
  });
  afterAll(async () => {
    await visit.leave();
  });

  it('the race as a picture that stands on its own, in both themes', async () => {
    const svg = (await exportAs(/^SVG/)).toString();
    const seen = await blank.evaluate(readPicture, svg);
    expect(seen.fault).toBeNull();
    expect(seen.title).toBe(RACE);
    expect(seen.texts).toEqual(expect.arrayContaining(['Streams (version)', 'Tags (condition)', 'guarded']));
    expect(seen.texts.join(' ')).toContain('Stream Course-c1 had not grown');
    // Nothing in it needs the page: no classes, no variables, fonts inside.
    expect(svg).not.toMatch(/ class="|var\(--|<foreignObject|href="http/);
    expect(svg.match(/@font-face/g)).toHaveLength(3);
    expect(seen.size[0]).toBeGreaterThan(700);
    const png = await exportAs(/^PNG/);
    expect(png.subarray(0, 8).toString('hex')).toBe(PNG);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(seen.size.map((side) => side * 2));
    const dark = (await exportAs(/^SVG/, 'Dark')).toString();
    const paper = (text: string) => /<rect [^>]*fill="([^"]+)"/.exec(text)?.[1];
    expect([paper(svg), paper(dark)]).toEqual(['rgb(250, 249, 246)', 'rgb(32, 30, 28)']);
  });

  it('the race as Markdown, as a file and on the clipboard', async () => {
    const text = (await exportAs(/^Markdown/)).toString();
    expect(findWrongLines(text)).toEqual([]);
    expect(text).toContain(`# ${RACE}`);
    expect(text).toMatch(MISSED);
    const panel = await openPanel();
    await panel.getByRole('button', { name: /^Copy as Markdown/ }).click();
    await panel.getByText('The Markdown is on the clipboard.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    await page.keyboard.press('Escape');
  });

  it('the same numbers and the same story as the command line prints', async () => {
    const results = JSON.parse((await exportAs(/^JSON of the results/)).toString());
    const checked = await runOn({ 'm.json': model }, ['check', 'm.json', '--race', RACE, '--json']);
    expect(results).toEqual({
      model: 'Course subscriptions',
      races: JSON.parse(checked.out).races,
    });
    const schedule = JSON.parse((await exportAs(/^JSON of this schedule/)).toString());
    const args = ['explain', 'm.json', '--race', RACE, '--strategy', 'stream-version', '--verdict', 'missed'];
    const explained = await runOn({ 'm.json': model }, [...args, '--json']);
    expect(schedule).toEqual(JSON.parse(explained.out));
  });

  it('the matrix in all its forms', async () => {
    await show('lab=full&tab=matrix');
    const json = JSON.parse((await exportAs(/^JSON/)).toString());
    const printed = await runOn({ 'm.json': model }, ['matrix', 'm.json', '--json']);
    expect(json).toEqual(JSON.parse(printed.out));
    const seen = await blank.evaluate(readPicture, (await exportAs(/^SVG/)).toString());
    expect(seen.fault).toBeNull();
    expect(seen.title).toMatch(/^Streams \(version\) misses a conflict in 2 of 10 pairs/);
    expect(seen.texts.filter((text) => text === 'Never collide')).toHaveLength(6);
    const png = await exportAs(/^PNG/);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(seen.size.map((side) => side * 2));
    const text = (await exportAs(/^Markdown/)).toString();
    expect(findWrongLines(text)).toEqual([]);
    expect(text).toContain('| **RegisterStudent × SubscribeStudent** when same student |');
  });

  it('a link that shows the same step to somebody who has never been here', async () => {
    await show(`lab=full&race=2.${RACE}&order=1.2.2.1&step=4`);
    await expectTold(page, 'step 4 of 4', MISSED);
    await button('Copy link to this step').click();
    await page.getByText('The link is copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/#\/m\/[\w-]+\?lab=full&race=2\.The\+last\+course\S*&order=1\.2\.2\.1&step=4$/);
    await elsewhere(link, async (other) => {
      await expectTold(other, 'step 4 of 4', MISSED);
      expect(await readAddress(other)).toMatch(/#\/board\/\S+&order=1\.2\.2\.1&step=4$/);
    });
    // The same, as a room sees it.
    await elsewhere(`${link}&present=1`, async (other) => {
      const room = other.getByRole('main', { name: 'Presentation' });
      await room.getByRole('heading', { name: RACE }).waitFor();
      await room.getByText('Step 4 of 4').waitFor();
      await room.getByText(MISSED).waitFor();
    });
  });

  it('the way back to the same step when the page is loaded anew', async () => {
    await show(`lab=full&race=2.${RACE}&order=1.2.2.1&step=3`);
    await expectTold(page, 'step 3 of 4', /Nothing was appended since #2 read/);
    await button('One step back').click();
    await expect.poll(() => readAddress(page)).toContain('step=2');
    await page.reload();
    await expectTold(page, 'step 2 of 4', /#2 reads the log up to position 5/);
  });

  it('offers the view with the link to the board, and leaves it out when asked', async () => {
    await show(`lab=full&race=2.${RACE}&order=1.2.2.1&step=3`);
    await button('Share a link').click();
    const dialog = page.getByRole('dialog', { name: 'Share' });
    const field = dialog.getByRole('textbox');
    await expect.poll(() => field.inputValue()).toContain('step=3');
    await dialog.getByRole('checkbox', { name: `Lead to the race “${RACE}” at step 3` }).uncheck();
    await expect.poll(() => field.inputValue()).not.toContain('?');
    await page.keyboard.press('Escape');
  });

  it.each([
    ['lab=full&race=1.Nobody knows it&step=3', /no race of that name/],
    ['lab=full&tab=secret&under=magic&step=-3&order=9.9.x&cell=A&found={', null],
    [`lab=full&found=${encodeURIComponent('{"name":"x","commands":[{"command":"Nothing"}]}')}`, null],
    [`lab=open&race=2.${RACE}&order=${'9.'.repeat(2000)}9&step=4000`, null],
    ['present=1&tab=matrix&lab=open&cell=<img src=x onerror=alert(1)>&cell=x', null],
  ])('is not led astray by a link: %#', async (view, words) => {
    await show(view);
    if (words !== null) await page.getByRole('note').filter({ hasText: words }).waitFor();
    await page.waitForTimeout(300);
    await page.keyboard.press('Escape');
    await findCanvas(page).waitFor({ state: 'attached' });
    expect(await page.locator('img[src=x]').count()).toBe(0);
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });

  /** Goes to a view of the board as a link would. */
  async function show(view: string): Promise<void> {
    await page.goto(`${visit.url}#/boards`);
    // As long as the board is open it writes what it shows into the address.
    await page.getByRole('heading', { name: 'Boards', exact: true }).waitFor();
    await page.goto(`${home}?${view}`);
    await findCanvas(page).waitFor({ state: 'attached' });
  }

  async function openPanel() {
    const panel = page.getByRole('dialog', { name: 'Export' });
    if (!(await panel.isVisible())) await button('Export').click();
    await panel.waitFor();
    return panel;
  }

  async function exportAs(way: RegExp, look: 'Light' | 'Dark' = 'Light'): Promise<Buffer> {
    const panel = await openPanel();
    await panel.getByText(look, { exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: way }).click(),
    ]);
    const content = await readFile(await file.path());
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    return content;
  }

  it('without a complaint from the browser', () => {
    expect(visit.complaints).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('A room sees, in %s', (colorScheme) => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await findCanvas(page).waitFor();
  });
  afterAll(async () => {
    await visit.leave();
  });

  it('a race step by step and strategy by strategy, by arrow keys only', async () => {
    await page.goto(`${page.url().replace(/\?.*/, '')}?lab=full&race=2.${RACE}`);
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    const room = page.getByRole('main', { name: 'Presentation' });
    await room.getByText(MISSED).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Home');
    await room.getByText('Step 0 of 4').waitFor();
    for (const step of [1, 2, 3, 4]) {
      await page.keyboard.press(step % 2 === 0 ? 'PageDown' : 'ArrowRight');
      await room.getByText(`Step ${step} of 4`).waitFor();
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await room.getByText('Tags (condition)').waitFor();
    await room.getByText(STOPPED).waitFor();
    await page.keyboard.press('Shift+ArrowUp');
    await room.getByRole('heading', { name: 'The last seat', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Undo' }).isVisible()).toBe(false);
  });

  it('the matrix, pair by pair', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await page.keyboard.press('Control+Shift+Enter');
    const room = page.getByRole('main', { name: 'Presentation' });
    await room.getByRole('heading', { name: /^Tags \(condition\) misses no conflict/ }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await room.getByRole('heading', { name: /misses a conflict in 2 of 10 pairs/ }).waitFor();
    await page.keyboard.press('End');
    await room.getByText('SubscribeStudent × SubscribeStudent').waitFor();
    await room.getByText('missed conflict, other course, same student').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it('the board, command by command with its boundary, and as it was afterwards', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+j');
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('ArrowRight');
    await page.getByText('Boundary of DefineCourse').waitFor();
    await page.keyboard.press('End');
    await page.getByText('Boundary of SubscribeStudent').waitFor();
    // Keys that would change the board outside of a presentation.
    for (const key of ['e', 'Delete', 'Control+z']) await page.keyboard.press(key);
    expect(await findCanvas(page).getByRole('textbox').count()).toBe(0);
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await findCanvas(page)
      .getByRole('group', { name: /^Command SubscribeStudent/ })
      .waitFor();
  });

  it('the ways to take a race home', async () => {
    await page.getByRole('tab', { name: 'Races' }).click();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('dialog', { name: 'Export' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });
});

/** Opens an address in a browser that has never seen the page. */
async function elsewhere(address: string, look: (page: Page) => Promise<void>): Promise<void> {
  const profile = await makeProfile();
  const context = await chromium.launchPersistentContext(profile.path, chromiumLaunch());
  try {
    context.setDefaultTimeout(10_000);
    const other = await context.newPage();
    await other.goto(address);
    await look(other);
  } finally {
    await context.close();
    await profile.remove();
  }
}

/** Sees how far the race is told in the lab, and the sentence about its last step. */
async function expectTold(page: Page, count: string, sentence: RegExp): Promise<void> {
  const lab = page.getByRole('region', { name: 'Lab', exact: true });
  await lab.getByText(count, { exact: true }).waitFor();
  await lab.getByText(sentence).first().waitFor();
}

async function readAddress(page: Page): Promise<string> {
  return page.evaluate(() => location.hash);
}

/** What a browser makes of an SVG picture: by its parser, and as an image in its own right. */
async function readPicture(svg: string): Promise<{
  readonly fault: string | null;
  readonly title: string;
  readonly texts: readonly string[];
  readonly size: readonly number[];
}> {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  return {
    fault: parsed.querySelector('parsererror')?.textContent ?? null,
    title: parsed.querySelector('title')?.textContent ?? '',
    texts: [...parsed.querySelectorAll('text')].map((text) => text.textContent ?? ''),
    size: [image.naturalWidth, image.naturalHeight],
  };
}
