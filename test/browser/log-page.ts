import type { Locator, Page } from 'playwright';

/** Opens the Log tab of the lab, wherever the lab stands. */
export async function openLog(page: Page): Promise<Locator> {
  await page.getByRole('tablist', { name: 'Lab' }).getByRole('tab', { name: 'Log' }).click();
  const log = page.getByRole('region', { name: 'Log', exact: true });
  await log.waitFor();
  return log;
}

/** Opens what stands beside the log, unless it is open. */
export async function openPane(log: Locator, name: string): Promise<Locator> {
  const pane = log.getByRole('complementary', { name });
  if ((await pane.count()) === 0) await log.getByRole('button', { name, exact: true }).first().click();
  await pane.waitFor();
  return pane;
}

/** Fills in a command and issues it; waits for what became of it, unless it stops before its append. */
export async function issue(
  log: Locator,
  command: string,
  data: Readonly<Record<string, string>>,
): Promise<Locator> {
  const pane = await openPane(log, 'Issue a command');
  await pane.getByLabel('The command that is issued').selectOption(command);
  for (const [field, value] of Object.entries(data)) {
    await pane.getByLabel(`${field} of ${command}`, { exact: true }).fill(value);
  }
  await pane.getByRole('button', { name: 'Issue', exact: true }).click();
  const told = pane.getByRole('status').and(pane.locator('[aria-busy="false"]'));
  await told.waitFor();
  return told;
}

/** The events that are drawn, each as the text of its cells. */
export function findEvents(log: Locator): Locator {
  return log.getByRole('grid', { name: 'Events' }).locator('tbody').getByRole('row');
}

/** Chooses a strategy in the bar: a family, and a variant of it. */
export async function chooseStrategy(page: Page, family: string, variant: string): Promise<void> {
  const bar = page.getByRole('toolbar', { name: 'Strategy' });
  await bar.getByRole('button', { name: family, exact: true }).click();
  const shown = bar.getByRole('button', { name: new RegExp(`^${family}: `) });
  if ((await shown.textContent())?.includes(variant)) return;
  await shown.click();
  await page.getByRole('menuitemradio', { name: new RegExp(variant) }).click();
}

/** Runs the race on the desk freely so many times, and waits for the end. */
export async function runFreely(log: Locator, times: number): Promise<Locator> {
  const pane = await openPane(log, 'Run a race');
  await pane.getByLabel('Times').fill(String(times));
  await pane.getByLabel('Think (ms)').fill('20');
  await pane.getByRole('button', { name: 'Run', exact: true }).click();
  const report = pane.getByRole('region', { name: 'Last run' });
  await report.getByText(`Done: ${times} run`).waitFor({ timeout: 240_000 });
  return report;
}
