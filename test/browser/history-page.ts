import type { Locator, Page } from 'playwright';

/** Opens a view of the History tab, wherever the lab stands. */
export async function openHistory(page: Page, name: string): Promise<Locator> {
  // The tab says more than its name while an event of doom is in the log.
  const tabs = page.getByRole('tablist', { name: 'Lab' });
  await tabs.getByRole('tab', { name: /^History/ }).click();
  const list = page.getByRole('navigation', { name: 'History' });
  await list.getByRole('button', { name, exact: true }).click();
  const view = page.getByRole('region', { name, exact: true });
  await view.waitFor();
  return view;
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

/** Reads a log of the library into the board's own: four events, two of them about one fact. */
export async function importLibraryLog(log: Locator): Promise<void> {
  const buffer = Buffer.from(LINES.map((line) => JSON.stringify(line)).join('\n'));
  const file = { name: 'log.ndjson', mimeType: 'application/x-ndjson', buffer };
  await log.getByLabel('Archive to import').setInputFiles(file);
  await log.getByText('4 events', { exact: true }).waitFor();
}
