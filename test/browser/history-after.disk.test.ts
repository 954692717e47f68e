import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findCanvas } from './board-page.ts';
import { findViolations } from './find-violations.ts';
import { importLibraryLog, openHistory } from './history-page.ts';
import { addFields, findInspector, waitForInspector } from './inspector-page.ts';
import { openLog } from './log-page.ts';

const MODEL = join(import.meta.dirname, '../../public/models/library-dual-events.ambit.json');
const SOUND = '{"bookId": event.bookId, "categoryId": event.categoryId, "number": event.number}';

/** The library, with a read model that divides by zero at its first book, and a migration. */
function makeDocument(): Buffer {
  const document = JSON.parse(readFileSync(MODEL, 'utf8'));
  document.readModels.Catalogue.on.BookAdded = SOUND.replace('event.number}', '12 / (event.number - 1)}');
  document.migrations = [
    {
      name: 'One edition',
      change: 'merge',
      event: 'BookEditionStarted',
      with: 'EditionStarted',
      by: 'event.editionId',
      to: 'EditionStarted',
    },
  ];
  return Buffer.from(JSON.stringify(document));
}

describe('What follows from a change', () => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab(`${visit.url}#/boards`);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const model = { name: 'library.ambit.json', mimeType: 'application/json', buffer: makeDocument() };
    await page.locator('input[type=file]').setInputFiles(model);
    await findCanvas(page).waitFor();
    const log = await openLog(page);
    await importLibraryLog(log);
  });
  afterAll(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.leave();
  });

  it('from an event of doom one is led into the field of the expression, and repairs it', async () => {
    const replay = await openHistory(page, 'Replay');
    const doom = replay.getByRole('region', { name: 'Event of doom' });
    await doom.getByText('BookAdded at 2').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await doom.getByRole('button', { name: /^Go to Catalogue/ }).click();
    const field = findInspector(page).locator('[data-at="/readModels/Catalogue/on/BookAdded"]');
    await field.locator(':focus').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(SOUND);
    await replay.getByText('All 4 events fit.').waitFor();
  });

  it('after a migration, and after it is undone, read models are known to be older, and rebuilt with a click', async () => {
    const models = await openHistory(page, 'Read models');
    await models.getByRole('button', { name: 'Rebuild', exact: true }).click();
    await expect.poll(() => models.getByText('Level with the log').count()).toBe(2);
    const view = await openHistory(page, 'Migrations');
    await view.getByRole('button', { name: 'Preview' }).click();
    await view.getByRole('button', { name: 'Apply to the log…' }).click();
    await view.getByRole('button', { name: 'Apply', exact: true }).click();
    const older = view.getByText('Catalogue and EditionsInWork were built before stored events were changed');
    await older.waitFor();
    expect(await findViolations(page)).toEqual([]);
    await openHistory(page, 'Read models');
    await expect.poll(() => models.getByText('Built before a migration', { exact: true }).count()).toBe(2);
    await openHistory(page, 'Migrations');
    await view.getByRole('button', { name: 'Rebuild them' }).click();
    await older.waitFor({ state: 'detached' });
    await openHistory(page, 'Read models');
    await expect.poll(() => models.getByText('Level with the log').count()).toBe(2);
    await openHistory(page, 'Migrations');
    await view.getByRole('button', { name: 'Undo', exact: true }).click();
    await older.waitFor();
  });

  it('what is published is exported, and a change that breaks it is told', async () => {
    await findCanvas(page)
      .getByRole('group', { name: /^Event BookAdded/ })
      .click();
    await waitForInspector(page, 'BookAdded');
    await findInspector(page).getByLabel('Seen from').selectOption('outside');
    const view = await openHistory(page, 'Published');
    await view.getByText('1 event is published.').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      view.getByRole('button', { name: 'Export as AsyncAPI' }).click(),
    ]);
    const exported = JSON.parse(await readFile(await file.path(), 'utf8'));
    expect(exported.asyncapi).toMatch(/^3\./);
    expect(JSON.stringify(exported)).toContain('BookAdded');
    await view.getByText('Nothing breaks what was exported last.').waitFor();
    await addFields(page, 'shelf: string');
    await view.getByText('1 change breaks what was exported last.').waitFor();
    await view.getByRole('listitem').filter({ hasText: 'shelf' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});
