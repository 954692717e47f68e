import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';

describe('The page as it is shipped', () => {
  let visit: AppVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
  });
  afterAll(() => visit.leave());

  it('opens the course model on the first visit', async () => {
    await page.getByRole('button', { name: 'Course subscriptions' }).waitFor();
    expect(await page.title()).toBe('Course subscriptions · Ambit');
  });

  it('forbids everything it does not need', async () => {
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    expect(await policy.getAttribute('content')).toMatch(/script-src 'self'; style-src 'self'; /);
  });

  it('finds an element by typing, and gives the focus back', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find or do anything' }).fill('course def');
    await page.getByRole('option', { name: 'CourseDefined Event' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Find or do anything' }).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('DIALOG');
  });

  it('renames the board, and takes it back', async () => {
    await page.getByRole('button', { name: 'Course subscriptions' }).click();
    await page.getByRole('menuitem', { name: 'Rename the board' }).click();
    await page.getByRole('banner').getByRole('textbox', { name: 'Name of the board' }).fill('My courses');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'My courses' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Course subscriptions' }).waitFor();
    expect(await page.title()).toBe('Course subscriptions · Ambit');
  });

  it('says what is wrong with a broken link, and leaves all as it was', async () => {
    await page.goto(`${visit.url}#/m/broken`);
    await page.getByRole('heading', { name: 'This link cannot be opened' }).waitFor();
    await page.goto(`${visit.url}#/boards`);
    await page.getByRole('list', { name: 'Boards' }).waitFor();
    expect(await page.getByRole('list', { name: 'Boards' }).getByRole('listitem').count()).toBe(1);
  });

  it('works without a network after the first visit', async () => {
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.context().setOffline(true);
    await page.goto(`${visit.url}#/`);
    await page.reload();
    await page.getByRole('button', { name: 'Course subscriptions' }).waitFor();
    await page.getByRole('button', { name: 'Lab', exact: true }).click();
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.getByRole('heading', { name: 'Nothing has happened here yet' }).waitFor();
    expect(await page.title()).toBe('Course subscriptions · Ambit');
    await page.context().setOffline(false);
  });

  it('keeps the chosen colours, from the first moment on', async () => {
    await page.getByRole('button', { name: 'Colours' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await page.reload({ waitUntil: 'commit' });
    await page.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => localStorage.getItem('ambit.theme'))).toBe('dark');
  });

  it('and has complained about nothing', () => {
    expect(visit.complaints).toEqual([]);
  });
});
