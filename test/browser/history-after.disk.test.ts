import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findCanvas } from './board-page.ts';
import { findViolations } from './find-violations.ts';
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

const event = (position: number, type: string, data: object, tags: readonly string[]) => ({
  event: { position, id: `e${position}`, type, data, tags, time: '2020-01-01T00:00:00Z' },
});
const EDITION = { bookId: 'b1', editionId: 'e1', basedOn: '' };
const LINES = [
  { format: 'ambit-events', version: 1, store: 'library' },
  event(1, 'CategoryOpened', { categoryId: 'novels' }, ['category:novels']),
  event(2, 'BookAdded', { bookId: 'b1', categoryId: 'novels', number: 1 }, ['category:novels', 'book:b1']),
  event(3, 'BookEditionStarted', EDITION, ['book:b1']),
  event(4, 'EditionStarted', EDITION, ['edition:e1']),
  { end: { events: 4, retaggings: 0 } },
];

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
    const buffer = Buffer.from(LINES.map((line) => JSON.stringify(line)).join('\n'));
    const file = { name: 'log.ndjson', mimeType: 'application/x-ndjson', buffer };
    await log.getByLabel('Archive to import').setInputFiles(file);
    await log.getByText('4 events', { exact: true }).waitFor();
  });
  afterAll(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.leave();
  });

  const openView = async (name: string): Promise<Locator> => {
    const tabs = page.getByRole('tablist', { name: 'Lab' });
    await tabs.getByRole('tab', { name: /^History/ }).click();
    const list = page.getByRole('navigation', { name: 'History' });
    await list.getByRole('button', { name, exact: true }).click();
    const view = page.getByRole('region', { name, exact: true });
    await view.waitFor();
    return view;
  };

  it('from an event of doom one is led into the field of the expression, and repairs it', async () => {
    const replay = await openView('Replay');
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
    const models = await openView('Read models');
    await models.getByRole('button', { name: 'Rebuild', exact: true }).click();
    await expect.poll(() => models.getByText('Level with the log').count()).toBe(2);
    const view = await openView('Migrations');
    await view.getByRole('button', { name: 'Preview' }).click();
    await view.getByRole('button', { name: 'Apply to the log…' }).click();
    await view.getByRole('button', { name: 'Apply', exact: true }).click();
    const older = view.getByText('Catalogue and EditionsInWork were built before stored events were changed');
    await older.waitFor();
    expect(await findViolations(page)).toEqual([]);
    await openView('Read models');
    await expect.poll(() => models.getByText('Built before a migration', { exact: true }).count()).toBe(2);
    await openView('Migrations');
    await view.getByRole('button', { name: 'Rebuild them' }).click();
    await older.waitFor({ state: 'detached' });
    await openView('Read models');
    await expect.poll(() => models.getByText('Level with the log').count()).toBe(2);
    await openView('Migrations');
    await view.getByRole('button', { name: 'Undo', exact: true }).click();
    await older.waitFor();
  });

  it('what is published is exported, and a change that breaks it is told', async () => {
    await findCanvas(page)
      .getByRole('group', { name: /^Event BookAdded/ })
      .click();
    await waitForInspector(page, 'BookAdded');
    await findInspector(page).getByLabel('Seen from').selectOption('outside');
    const view = await openView('Published');
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
