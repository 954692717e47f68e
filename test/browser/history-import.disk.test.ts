import { gzipSync } from 'node:zlib';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOG_WRITERS, sampleEvents } from '../helpers/log-files.ts';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findViolations } from './find-violations.ts';

const EVENTS = sampleEvents(200);
const OCEL = LOG_WRITERS['OCEL 1.0']?.(EVENTS) ?? '';

describe('A log from outside', () => {
  let visit: AppVisit;
  let page: Page;
  let history: Locator;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    history = await openHistory(page);
  });
  afterAll(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.leave();
  });

  it('can be dropped where there is none yet', async () => {
    await history.getByRole('heading', { name: 'Drop a log here' }).waitFor();
    await drop(history, 'issues.jsonocel', OCEL);
    await history.getByText('200 events in issues.jsonocel, OCEL 1.0.').waitFor();
    expect(await history.getByLabel('Log to look back at').inputValue()).not.toBe('board');
  });

  it('is proposed a mapping with reasons, and shows its first rows under it', async () => {
    const who = history.getByLabel('Who');
    expect(await who.inputValue()).toBe('[["objects","org:resource"]]');
    await history.getByText('sounds like who did it').waitFor();
    const preview = history.getByRole('table', { name: 'The first rows, read so' });
    await preview.getByText('case:issue 0, repo:acme/anvils').first().waitFor();
    await history.getByLabel('Name of the tag case').fill('issue');
    await preview.getByText('issue:issue 0, repo:acme/anvils').first().waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it('is read under the mapping, counted, and still there after a reload', async () => {
    await history.getByRole('button', { name: 'Read it so' }).click();
    await history.getByText('200 events · 3 types · 7 people and programs').waitFor();
    await page.reload();
    history = await openHistory(page);
    await history.getByText('200 events · 3 types · 7 people and programs').waitFor();
    const choice = history.getByLabel('Log to look back at');
    expect(await choice.locator('option:checked').textContent()).toBe('issues.jsonocel');
  });

  it('can be mapped again from its original', async () => {
    await history.getByRole('button', { name: 'Change the mapping' }).click();
    await history.getByLabel('Field of the tag repo').selectOption('[]');
    await history.getByRole('button', { name: 'Read it so' }).click();
    await history.getByRole('button', { name: 'Change the mapping' }).click();
    await history.getByLabel('Field of the tag issue').waitFor();
    expect(await history.getByLabel('Field of the tag repo').count()).toBe(0);
    await history.getByRole('button', { name: 'Read it so' }).click();
    await history.getByText('200 events · 3 types').waitFor();
  });

  it('is known as one when it is opened as any file on the board, whatever its name', async () => {
    const board = await visit.openTab();
    const file = { name: 'export.json.gz', mimeType: 'application/gzip', buffer: gzipSync(OCEL) };
    await board.getByLabel('Files to open').setInputFiles(file);
    await board.getByText('200 events in export.json.gz, OCEL 1.0.').waitFor();
    await board.getByRole('button', { name: 'Read it so' }).waitFor();
    expect(await board.getByRole('dialog').count()).toBe(0);
    await board.close();
  });

  it('is left out row by row where it is bad, and the rows are shown', async () => {
    const csv = `time,activity,user\n${EVENTS.map(({ time, type, who }) => `${time},${type},${who}`).join('\n')}\n`;
    await choose(history, 'events.csv.gz', gzipSync(`${csv}oops\nnever,closed,ann\n`));
    await history.getByText('Too many or too few cells: 1 row').click();
    await history.getByText('Line 202: This row has 1 cell, but').waitFor();
    await history.getByRole('button', { name: 'Read it so, without the 1 bad row' }).click();
    await history.getByText('2 bad rows left out').waitFor();
    expect(await history.getByText('CSV · 200 events').count()).toBe(1);
  });

  it.each([
    ['empty.csv', '', 'The file is empty'],
    ['cut.jsonocel', OCEL.slice(0, 40), 'ends in the middle'],
    ['page.xes', '<html></html>', 'it has no <log>'],
    ['deep.json', '['.repeat(100_000), 'brackets are open at once'],
    ['broken.gz', gzipSync(OCEL).subarray(0, 30), 'cannot be unpacked to its end'],
  ])('says what is wrong with %s', async (name, content, words) => {
    await choose(history, name, content);
    await history.getByRole('alert').filter({ hasText: words }).waitFor();
  });

  it('becomes a first model on a board of its own', async () => {
    await history.getByLabel('Log to look back at').selectOption({ label: 'issues.jsonocel' });
    const before = page.url();
    await history.getByRole('button', { name: 'Make a first model' }).click();
    await page.waitForURL((url) => url.href !== before);
    const note = page.getByRole('main').getByText('commented', { exact: true }).first();
    await note.waitFor();
    expect(await page.title()).toContain('issues');
  });

  it('is deleted with its original when it is not wanted any more', async () => {
    history = await openHistory(page);
    await history.getByLabel('Log to look back at').selectOption({ label: 'issues.jsonocel' });
    await history.getByText('200 events · 3 types').waitFor();
    await history.getByRole('button', { name: 'Delete' }).click();
    await history.getByRole('heading', { name: 'Drop a log here' }).waitFor();
    expect(await history.getByLabel('Log to look back at').locator('option').allTextContents()).toEqual([
      'This board’s log',
      'events.csv.gz',
    ]);
  });
});

async function openHistory(page: Page): Promise<Locator> {
  await page.getByRole('tablist', { name: 'Lab' }).getByRole('tab', { name: 'History' }).click();
  await page.getByRole('navigation', { name: 'History' }).getByRole('button', { name: 'Contention' }).click();
  const history = page.getByRole('region', { name: 'Contention' });
  await history.waitFor();
  return history;
}

async function choose(history: Locator, name: string, content: string | Uint8Array): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
  await history.getByLabel('Log to open').first().setInputFiles(file);
}

/** Lets go of a file over the history, as a mouse does. */
async function drop(history: Locator, name: string, content: string): Promise<void> {
  const files = await history.page().evaluateHandle(
    ([text, fileName]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text ?? ''], fileName ?? ''));
      return transfer;
    },
    [content, name],
  );
  await history.dispatchEvent('dragover', { dataTransfer: files });
  await history.page().getByText('Drop to look back at this log').waitFor();
  await history.dispatchEvent('drop', { dataTransfer: files });
}
