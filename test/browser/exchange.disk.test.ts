import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findCanvas, readBoard } from './board-page.ts';
import { chromiumLaunch } from './chromium-launch.ts';
import { makeProfile } from './open-browser.ts';

const MODEL = join(import.meta.dirname, '../../public/models/orders-seats-payment.ambit.json');

/** A file, and the words by which one knows what is wrong with it. */
const BAD_FILES: readonly (readonly [name: string, content: string | Buffer, words: RegExp])[] = [
  ['not-json.ambit.json', 'hello {', /line 1/],
  ['version.ambit.json', '{ "ambit": "2.0", "name": "From the future" }', /version 2\.0.*newer Ambit/],
  ['proto.ambit.json', '{ "ambit": "1.0", "name": "x", "__proto__": { "a": 1 } }', /__proto__/],
  ['huge.ambit.json', Buffer.alloc(10_000_001, ' '), /larger than 10 MB/],
  ['picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /picture|text|model/],
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

  it.each(BAD_FILES)('is told what is wrong with %s, and nothing changes', async (name, content, words) => {
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
    expect(await dialog.textContent()).toMatch(words);
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

  it('is told that a broken link holds no model, and nothing changes', async () => {
    await page.goto(`${visit.url}#/boards`);
    const cards = page.getByRole('list', { name: 'Boards' }).getByRole('listitem');
    await cards.first().waitFor();
    const before = await cards.count();
    await page.goto(`${visit.url}#/m/bm9uc2Vuc2U`);
    await page.getByRole('heading', { name: /link/ }).waitFor();
    await page.goto(`${visit.url}#/boards`);
    await cards.first().waitFor();
    expect(await cards.count()).toBe(before);
  });

  it('pastes the text of a model on the page of boards', async () => {
    await page.goto(`${visit.url}#/boards`);
    await page.getByRole('heading', { name: 'Boards' }).waitFor();
    await dispatchWith(page, 'paste', { text: bytes });
    await findCanvas(page).waitFor();
    expect(await readBoard(page)).toBe(bytes);
  });

  it('drops a file on a board, and has a board of its own for it', async () => {
    const address = page.url();
    await dispatchWith(page, 'drop', { text: bytes, file: 'dropped.ambit.json' });
    await page.waitForURL((url) => url.href !== address);
    await findCanvas(page).waitFor();
    expect(await readBoard(page)).toBe(bytes);
  });

  it('duplicates, renames and deletes a board, and has it back', async () => {
    await page.goto(`${visit.url}#/boards`);
    const cards = page.getByRole('list', { name: 'Boards' }).getByRole('listitem');
    await cards.first().waitFor();
    const before = await cards.count();
    const choose = async (what: RegExp) => {
      await cards.first().getByRole('button').last().click();
      await page.getByRole('menuitem', { name: what }).click();
    };
    await choose(/^Duplicate/);
    await expect.poll(() => cards.count()).toBe(before + 1);
    await choose(/^Delete/);
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect.poll(() => cards.count()).toBe(before + 1);
    await page.reload();
    await expect.poll(() => cards.count()).toBe(before + 1);
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

/** Lets the page feel that a text was pasted, or a file of it dropped. */
async function dispatchWith(
  page: Page,
  type: 'paste' | 'drop',
  given: { readonly text: string; readonly file?: string },
): Promise<void> {
  await page.evaluate(
    ([kind, text, file]) => {
      const data = new DataTransfer();
      if (file === undefined) data.setData('text/plain', text ?? '');
      else data.items.add(new File([text ?? ''], file, { type: 'application/json' }));
      const shared = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        kind === 'paste'
          ? new ClipboardEvent('paste', { ...shared, clipboardData: data })
          : new DragEvent('drop', { ...shared, dataTransfer: data }),
      );
    },
    [type, given.text, given.file] as const,
  );
}
