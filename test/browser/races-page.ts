import type { Locator, Page } from 'playwright';

/** The list of races in the lab. */
export function findRaces(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Races' });
}

/** What happens over all schedules, by strategy. */
export function findResults(page: Page): Locator {
  return page.getByRole('region', { name: 'All schedules, all strategies' });
}

/** The names of the races, in their order. */
export async function listRaces(page: Page): Promise<readonly string[]> {
  const items = findRaces(page)
    .getByRole('listitem')
    .getByRole('button', { name: /^More for / });
  const labels = await items.evaluateAll((found) =>
    found.map((item) => item.getAttribute('aria-label') ?? ''),
  );
  return labels.map((label) => label.replace('More for ', ''));
}

/** Opens a race in the list. */
export async function openRace(page: Page, name: string): Promise<void> {
  const item = findRaces(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `More for ${name}`, exact: true }) });
  await item.locator('[data-race]').click();
}

/** Chooses something from the menu of a race. */
export async function chooseForRace(page: Page, race: string, item: string): Promise<void> {
  await findRaces(page)
    .getByRole('button', { name: `More for ${race}`, exact: true })
    .click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Waits until every strategy has an answer, and reads what each says, line by line. */
export async function readAnswers(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const table = findResults(page).getByRole('table').first();
  await table.locator('[data-stale="true"]').first().waitFor({ state: 'detached' });
  await table
    .getByText(/^Working/)
    .first()
    .waitFor({ state: 'detached' });
  return table.evaluate((element) => {
    const groups = [...element.querySelectorAll('tbody')].map((body): [string, string[]] => [
      body.querySelector('th button')?.getAttribute('aria-label') ?? '',
      [...body.querySelectorAll('tr')].map((row) =>
        [...row.querySelectorAll<HTMLElement>('td.result-words, td.result-number')]
          .map((cell) => cell.textContent.trim())
          .join(' | '),
      ),
    ]);
    return Object.fromEntries(groups);
  });
}

/** The table of all numbers: by strategy, by group and column. */
export async function readNumbers(
  page: Page,
): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  return findResults(page)
    .getByRole('table', { name: 'Everything that was counted' })
    .evaluate((element) => {
      const [groups, columns] = [...element.querySelectorAll('thead tr')].map((row) => [
        ...row.querySelectorAll('th'),
      ]);
      const titles = (groups ?? []).flatMap((head) =>
        Array<string>(head.colSpan).fill(head.textContent.trim()),
      );
      const names = (columns ?? []).map(
        (head, index) => `${titles[index]}: ${head.textContent.replaceAll('\n', ' ').trim()}`,
      );
      return Object.fromEntries(
        [...element.querySelectorAll('tbody tr')].map((row) => [
          row.querySelector('th')?.textContent.trim() ?? '',
          Object.fromEntries(
            [...row.querySelectorAll('td')].map((cell, index) => [
              names[index] ?? '',
              cell.querySelector('[aria-hidden]')?.textContent ?? cell.textContent.trim(),
            ]),
          ),
        ]),
      );
    });
}
