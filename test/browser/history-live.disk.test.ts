import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/lib/json.ts';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findCanvas } from './board-page.ts';
import { findViolations } from './find-violations.ts';
import { openHistory } from './history-page.ts';
import { chooseStrategy, findEvents, issue, openLog, openPane } from './log-page.ts';

const FILE = new URL('../../public/models/confirmation-mail.ambit.json', import.meta.url);

/** The model of the mail lesson, and a read model, written with the events, that can take no new name. */
function makeModel(): Buffer {
  const model = JSON.parse(readFileSync(FILE, 'utf8')) as { readModels: JsonObject };
  const readModels = {
    ...model.readModels,
    Names: { key: 'event.userId', initial: 0, on: { UserRenamed: 'state + event.name' }, mode: 'sync' },
  };
  return Buffer.from(JSON.stringify({ ...model, readModels }));
}

describe('What a log leads to', () => {
  let visit: AppVisit;
  let page: Page;
  let log: Locator;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab(`${visit.url}#/boards`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'mail.ambit.json', mimeType: 'application/json', buffer: makeModel() });
    await findCanvas(page).waitFor();
    log = await openLog(page);
    await chooseStrategy(page, 'Tags', 'condition');
  });
  afterAll(async () => {
    await visit.leave();
  });

  it('a policy issues its command because of an event, and a task waits that is held back', async () => {
    const effects = await openHistory(page, 'Side effects');
    await effects.getByRole('heading', { name: 'No event has led to anything yet' }).waitFor();
    await effects.getByRole('button', { name: 'Hold back' }).click();
    await effects.getByText('Nothing is waiting, all are held back.').waitFor();
    log = await openLog(page);
    await issue(log, 'RegisterUser', { userId: 'u1', email: 'a@b.c', name: 'Ann' });
    await openHistory(page, 'Side effects');
    const policy = effects.getByRole('row', { name: /AskForConfirmation/ });
    await policy.getByText('Waiting', { exact: true }).waitFor();
    await policy.getByRole('button', { name: /^Run now/ }).click();
    await effects.getByRole('row', { name: /AskForConfirmation.*wrote event 2/ }).waitFor();
    await effects
      .getByRole('row', { name: /MailGateway.*ConfirmationMailRequested at 2/ })
      .getByText('Waiting', { exact: true })
      .waitFor();
    await effects.getByText('has done 0 tasks').waitFor();
    expect(await effects.getByRole('table', { name: 'Who is called what' }).count()).toBe(0);
  });

  it('the task survives a power cut before it was run, and is run once', async () => {
    const url = page.url();
    await visit.cutPower();
    page = await visit.openTab(url);
    const effects = await openHistory(page, 'Side effects');
    await effects.getByText('1 task is to be done, all are held back.').waitFor();
    await effects.getByRole('button', { name: 'Let go' }).click();
    await effects.getByText('Nothing is waiting.').waitFor();
    await effects.getByText('has done 1 task', { exact: true }).waitFor();
    await effects.getByRole('row', { name: 'MailGateway mail:mail-u1-a@b.c MailGateway-1' }).waitFor();
    await page.reload();
    const again = await openHistory(page, 'Side effects');
    await again.getByText('has done 1 task', { exact: true }).waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it('the chain can be followed in the log', async () => {
    log = await openLog(page);
    await findEvents(log).nth(1).click();
    const details = log.getByRole('region', { name: 'Chain' });
    await details.getByText('by the policy AskForConfirmation').waitFor();
    await details.getByText('Led to MailGateway').waitFor();
    await details.getByRole('button', { name: 'UserRegistered at 1' }).click();
    await details.getByText('Led to AskForConfirmation: RequestConfirmationMail is done').waitFor();
    await details.getByRole('button', { name: 'event 2' }).waitFor();
    expect(await details.getByText('Because of').count()).toBe(0);
  });

  it('a system that fails is tried three times, and then waits for a person', async () => {
    const effects = await openHistory(page, 'Side effects');
    await effects.getByRole('radiogroup', { name: 'MailGateway behaves' }).getByText('Fails').click();
    log = await openLog(page);
    await issue(log, 'ChangeEmail', { userId: 'u1', email: 'd@e.f' });
    await openHistory(page, 'Side effects');
    const task = effects.getByRole('row', { name: /MailGateway.*at 4/ });
    await task.getByText('Failed', { exact: true }).waitFor();
    await task.getByText(/3 tries/).waitFor();
    await effects.getByRole('radiogroup', { name: 'MailGateway behaves' }).getByText('Answers').click();
    await effects.getByRole('button', { name: /^Try again: MailGateway/ }).click();
    await effects.getByText('has done 2 tasks', { exact: true }).waitFor();
    expect(await task.textContent()).toContain('4 tries');
  });

  it('read models are level with the log, also after it was reloaded', async () => {
    const view = await openHistory(page, 'Read models');
    const profile = view.getByRole('row', { name: /^Profile/ });
    await profile.getByText('Level with the log').waitFor();
    expect(await profile.textContent()).toMatch(/afterwards440/);
    const rows = view.getByRole('table', { name: 'Rows of Profile' });
    await rows.getByRole('row', { name: 'u1 u1 d@e.f Ann false' }).waitFor();
    await view.getByRole('button', { name: 'Check against the log' }).click();
    await view.getByText('Checked against the log: all 2 events are in it.').waitFor();
  });

  it('one that is paused falls behind, stays so after a reload, and catches up when it is resumed', async () => {
    let view = await openHistory(page, 'Read models');
    await view.getByRole('button', { name: 'Pause', exact: true }).click();
    await view.getByRole('button', { name: 'Resume', exact: true }).waitFor();
    log = await openLog(page);
    await issue(log, 'ConfirmEmail', { userId: 'u1' });
    await page.reload();
    view = await openHistory(page, 'Read models');
    const profile = view.getByRole('row', { name: /^Profile/ });
    await profile.getByText('Paused', { exact: true }).waitFor();
    await view.getByRole('row', { name: 'u1 u1 d@e.f Ann false' }).waitFor();
    await view.getByRole('button', { name: 'Resume', exact: true }).click();
    await view.getByRole('row', { name: 'u1 u1 d@e.f Ann true' }).waitFor();
    await profile.getByText('Level with the log').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it('an event that a read model of the transaction cannot take is not appended, and the reason is said', async () => {
    log = await openLog(page);
    await findEvents(log).first().waitFor();
    const before = await findEvents(log).count();
    const pane = await openPane(log, 'Issue a command');
    await pane.getByLabel('The command that is issued').selectOption('RenameUser');
    await pane.getByLabel('userId of RenameUser', { exact: true }).fill('u1');
    await pane.getByLabel('name of RenameUser', { exact: true }).fill('Bea');
    await pane.getByRole('button', { name: 'Issue', exact: true }).click();
    await pane.getByText(/Nothing was written: .*Names.* cannot take UserRenamed/).waitFor();
    await pane.getByText(/state \+ event\.name/).waitFor();
    expect(await findEvents(log).count()).toBe(before);
    expect(visit.complaints).toEqual([]);
  });
});
