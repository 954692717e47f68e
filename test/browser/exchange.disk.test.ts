import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findCanvas, readBoard } from './board-page.ts';
import { chromiumLaunch } from './chromium-launch.ts';
import { makeProfile } from './open-browser.ts';

const MODEL = join(import.meta.dirname, '../../public/models/orders-seats-payment.ambit.json');

const BAD_FILES: readonly (readonly [string, string | Buffer])[] = [
  ['not-json.ambit.json', 'hello {'],
  ['version.ambit.json', '{ "ambit": "2.0", "name": "From the future" }'],
  ['huge.ambit.json', Buffer.alloc(10_000_001, ' ')],
  ['picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
];

describe('A person takes a board out and in', () => {
  let visit: AppVisit;
  let page: Page;
  let bytes: string;

  beforeAll(async () => {
    visit = await visitApp();
    bytes = await readFile(MODEL, 'utf8');
    page = await visit.openTab(`${visit.url}#/boards`);
  });
  afterAll(async () => {
    await visit.leave();
  });

  it('opens a file and exports the same bytes', async () => {
    await page.locator('input[type=file]').setInputFiles(MODEL);
    await findCanvas(page).waitFor();
    expect(await readBoard(page)).toBe(bytes);
  });

  it('exports a picture that opens as the same model', async () => {
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: /^SVG/ }).click(),
    ]);
    const svg = await readFile(await file.path());
    await page.goto(`${visit.url}#/boards`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'picture.svg',
      mimeType: 'image/svg+xml',
      buffer: svg,
    });
    await findCanvas(page).waitFor();
    expect(await readBoard(page)).toBe(bytes);
  });

  it.each(BAD_FILES)('is told what is wrong with %s, and nothing changes', async (name, content) => {
    await page.goto(`${visit.url}#/boards`);
    const cards = page.getByRole('list', { name: 'Boards' }).getByRole('listitem');
    await cards.first().waitFor();
    const before = await cards.count();
    await page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    });
    const dialog = page.getByRole('dialog', { name: 'Nothing was opened' });
    await dialog.getByRole('listitem').first().waitFor();
    expect(await dialog.getByRole('heading', { name }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await cards.count()).toBe(before);
  });

  it('sends a link that opens as the same model in a browser that has never seen it', async () => {
    await openFile('orders.ambit.json', bytes);
    await page.getByRole('button', { name: 'Share a link' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
    await dialog.getByRole('button', { name: 'Copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.keyboard.press('Escape');
    const profile = await makeProfile();
    const context = await chromium.launchPersistentContext(profile.path, chromiumLaunch());
    try {
      context.setDefaultTimeout(10_000);
      const other = await context.newPage();
      await other.goto(link);
      await findCanvas(other).waitFor();
      expect(await readBoard(other)).toBe(bytes);
    } finally {
      await context.close();
      await profile.remove();
    }
  });

  it('exports a PNG of a sensible size, and Markdown with a diagram', async () => {
    const png = await exportAs(/^PNG/);
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect(png.readUInt32BE(16)).toBeGreaterThan(600);
    expect(png.readUInt32BE(16)).toBeLessThan(20_000);
    expect((await exportAs(/^Markdown/)).toString()).toContain('```mermaid');
  });

  it('sees script in names as text, and nothing runs', async () => {
    const script = '<img src=x onerror=alert(1)>';
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await openFile(
      'script.ambit.json',
      JSON.stringify({ ambit: '1.0', name: script, hotspots: { [script]: {} }, events: { [script]: {} } }),
    );
    await page.goto(`${visit.url}#/boards`);
    await page.getByText(script).first().waitFor();
    expect(await page.locator('img[src=x]').count()).toBe(0);
    expect(asked).toBe(0);
  });

  async function openFile(name: string, text: string): Promise<void> {
    await page.goto(`${visit.url}#/boards`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    const opened = page.getByRole('button', { name: 'Open the board' });
    await findCanvas(page).or(opened).first().waitFor();
    if (await opened.isVisible()) await opened.click();
    await findCanvas(page).waitFor();
  }

  async function exportAs(way: RegExp): Promise<Buffer> {
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: way }).click(),
    ]);
    const content = await readFile(await file.path());
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    return content;
  }

  it('without a complaint from the browser', () => {
    expect(visit.complaints).toEqual([]);
  });
});
