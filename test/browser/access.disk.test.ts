import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findCanvas } from './board-page.ts';
import { findViolations } from './find-violations.ts';
import { openLog, openPane } from './log-page.ts';

const MODEL = join(import.meta.dirname, '../../public/models/orders-seats-payment.ambit.json');

describe.each(['light', 'dark'] as const)('Everybody can use the page in %s', (colorScheme) => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab(`${visit.url}#/boards`);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator('input[type=file]').setInputFiles(MODEL);
    await findCanvas(page).getByRole('group').first().waitFor();
  });
  afterAll(async () => {
    await visit.leave();
  });

  it('a board with a selected command and its inspector', async () => {
    await findCanvas(page)
      .getByRole('group', { name: /^Command / })
      .first()
      .click();
    expect(await findViolations(page)).toEqual([]);
  });

  it('a board with a selected constraint', async () => {
    await findCanvas(page)
      .getByRole('group', { name: /^Constraint / })
      .first()
      .click();
    expect(await findViolations(page)).toEqual([]);
  });

  it('the export dialog', async () => {
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog', { name: 'Export' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('the palette', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('the help', async () => {
    await findCanvas(page).focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('the link to share', async () => {
    await page.getByRole('button', { name: 'Share a link' }).click();
    await page.getByRole('dialog', { name: 'Share' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('the event model', async () => {
    await page.getByRole('radio', { name: 'Event model' }).click();
    await page.getByRole('button', { name: /^Walk through/ }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Board' }).click();
    await findCanvas(page).waitFor();
  });

  it('the log of the board, with a form beside it and with an event', async () => {
    const toggle = page.getByRole('button', { name: 'Lab', exact: true });
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
    const log = await openLog(page);
    const pane = await openPane(log, 'Give an event');
    const choice = pane.getByLabel('The event that is given');
    const first = choice.locator('option[value]:not([value=""])').first();
    await choice.selectOption((await first.getAttribute('value')) ?? '');
    await pane.getByRole('button', { name: 'Append', exact: true }).click();
    await pane.getByText(/stands at position 1\.$/).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await log.getByRole('grid', { name: 'Events' }).focus();
    await page.keyboard.press('Home');
    await log.getByRole('region', { name: 'Needed by' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await openPane(log, 'Run a race');
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lab', exact: true }).click();
  });

  it('a narrow page', async () => {
    await page.setViewportSize({ width: 768, height: 1024 });
    const [content, room] = await page.evaluate(() => [
      document.scrollingElement?.scrollWidth ?? 0,
      window.innerWidth,
    ]);
    expect(content).toBeLessThanOrEqual(room ?? 0);
  });

  it('the list of boards', async () => {
    await page.goto(`${visit.url}#/boards`);
    await page.getByRole('list', { name: 'Boards' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it('without a complaint from the browser', () => {
    expect(visit.complaints).toEqual([]);
  });
});
