import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findCanvas, readBoard } from './board-page.ts';
import { findViolations } from './find-violations.ts';
import { importLibraryLog, openHistory } from './history-page.ts';
import { addFields, waitForInspector } from './inspector-page.ts';
import { openLog } from './log-page.ts';
import { readAnswers } from './races-page.ts';

const MODEL = join(import.meta.dirname, '../../public/models/library-dual-events.ambit.json');

describe('A person changes what is stored', () => {
  let visit: AppVisit;
  let page: Page;
  let log: Locator;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab(`${visit.url}#/boards`);
    await page.locator('input[type=file]').setInputFiles(MODEL);
    await findCanvas(page).waitFor();
    log = await openLog(page);
    await importLibraryLog(log);
  });
  afterAll(async () => {
    await visit.leave();
  });

  it('sees that every event fits', async () => {
    const replay = await openHistory(page, 'Replay');
    await replay.getByText('All 4 events fit.').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it('breaks the model, is told of the event of doom, and is led to the event and to the expression', async () => {
    await addRequiredField();
    const replay = await openHistory(page, 'Replay');
    const doom = replay.getByRole('region', { name: 'Event of doom' });
    await doom.getByText('BookAdded at 2').waitFor();
    await page.getByRole('tab', { name: /History.*no longer fits/ }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await doom.getByRole('button', { name: /^Show event 2/ }).click();
    const details = log.getByRole('complementary');
    await details.getByText('BookAdded').first().waitFor();
    const again = await openHistory(page, 'Replay');
    await again.getByRole('button', { name: /^Go to BookAdded/ }).click();
    await waitForInspector(page, 'BookAdded');
    await findCanvas(page).focus();
    await page.keyboard.press('Control+z');
    await (await openHistory(page, 'Replay')).getByText('All 4 events fit.').waitFor();
  });

  it('merges the dual events, takes it back, and merges them again', async () => {
    const view = await openHistory(page, 'Migrations');
    await view.getByRole('button', { name: 'Merge two events that state one fact' }).click();
    await view.getByLabel('Stored type').fill('BookEditionStarted');
    await view.getByLabel('The other type').fill('EditionStarted');
    await view.getByLabel('Same fact when equal').fill('event.editionId');
    await view.getByLabel('Merged type').selectOption('EditionStarted');
    await view.getByRole('button', { name: 'Preview' }).click();
    await view.getByText('4 events become 3: 1 changed, 1 gone, 0 added.').waitFor();
    expect(await findViolations(page)).toEqual([]);
    const apply = async () => {
      await view.getByRole('button', { name: 'Apply to the log…' }).click();
      await view.getByRole('button', { name: 'Apply', exact: true }).click();
      await view.getByText(/^Applied to 2 positions/).waitFor();
    };
    await apply();
    await openLog(page);
    await log.getByText('3 events', { exact: true }).waitFor();
    await openHistory(page, 'Migrations');
    await view.getByRole('button', { name: 'Undo', exact: true }).click();
    await view.getByText(/^Undone/).waitFor();
    await openLog(page);
    await log.getByText('4 events', { exact: true }).waitFor();
    await openHistory(page, 'Migrations');
    await view.getByRole('button', { name: 'Preview' }).click();
    await apply();
  });

  it('merges them in the model too, and races it again: one fact, written once', async () => {
    const view = await openHistory(page, 'Migrations');
    await view.getByRole('button', { name: 'Merge them in the model too' }).click();
    await (await openHistory(page, 'Replay')).getByText('All 3 events fit.').waitFor();
    const model = JSON.parse(await readBoard(page));
    expect(model.events.EditionStarted.tags).toEqual({ book: 'event.bookId', edition: 'event.editionId' });
    await page.getByRole('tablist', { name: 'Lab' }).getByRole('tab', { name: 'Races' }).click();
    const answers = await readAnswers(page);
    expect(Object.keys(answers).length).toBeGreaterThan(4);
    expect(JSON.stringify(answers)).not.toContain('Cannot be run');
    expect(model.races[0].given).toHaveLength(3);
    expect(visit.complaints).toEqual([]);
  });

  it('publishes an event, and is told when a change breaks what was exported', async () => {
    const view = await openHistory(page, 'Published');
    await view.getByRole('heading', { name: 'Nothing is published' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  /** Asks of an event what those that are stored do not have. */
  async function addRequiredField(): Promise<void> {
    await findCanvas(page)
      .getByRole('group', { name: /^Event BookAdded/ })
      .click();
    await waitForInspector(page, 'BookAdded');
    await addFields(page, 'shelf: string');
  }
});
