import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileModel } from '../../src/decision/compile.ts';
import { explore } from '../../src/exploration/explore.ts';
import { FINDINGS, type FindingKey, findingsOf } from '../../src/exploration/findings.ts';
import type { Exploration, ToldSchedule } from '../../src/exploration/result.ts';
import { tellSchedule } from '../../src/exploration/tell.ts';
import { parseModel } from '../../src/model/parse.ts';
import type { Race } from '../../src/model/schema.ts';
import type { StrategyId } from '../../src/strategies/program.ts';
import { type AppVisit, visitApp } from './app-visit.ts';
import { openNewBoard } from './board-page.ts';
import { chooseStrategy, findEvents, issue, openLog, openPane, runFreely } from './log-page.ts';

const FILE = new URL('../../public/models/course-subscriptions.ambit.json', import.meta.url);
const SLOT = 'The last course a student may take';
const SEAT = 'The last seat';

const compiled = compileModel(parseModel(readFileSync(FILE)).model ?? { ambit: '1.0', name: '' });

describe('The log of a board', () => {
  let visit: AppVisit;
  let page: Page;
  let log: Locator;
  let other: Page;

  beforeAll(async () => {
    visit = await visitApp();
    page = await visit.openTab();
    log = await openLog(page);
  });
  afterAll(async () => {
    await visit.leave();
  });

  it('is empty at first, and says what to do about it', async () => {
    await log.getByRole('heading', { name: 'Nothing has happened here yet' }).waitFor();
    expect(await log.getByRole('button', { name: 'Issue a command' }).count()).toBe(2);
  });

  it('takes commands by form, and says what became of them', async () => {
    await chooseStrategy(page, 'Tags', 'condition');
    await issue(log, 'DefineCourse', { courseId: 'c1', capacity: '1' });
    await issue(log, 'DefineCourse', { courseId: 'c2', capacity: '5' });
    for (const studentId of ['s1', 's2', 's3'])
      await issue(log, 'RegisterStudent', { studentId, limit: '2' });
    const accepted = await issue(log, 'SubscribeStudent', { studentId: 's1', courseId: 'c1' });
    await accepted.getByText('StudentSubscribed at position 6, CourseFullyBooked at position 7.').waitFor();
    const rejected = await issue(log, 'SubscribeStudent', { studentId: 's2', courseId: 'c1' });
    await rejected.getByText(/^Rejected/).waitFor();
    await rejected.getByText(/^CourseHasFreeSeat: Course c1 is fully booked/).waitFor();
    expect(await findEvents(log).count()).toBe(7);
    expect(await findEvents(log).nth(5).textContent()).toMatch(
      /6.*StudentSubscribedstudent:s1course:c1studentId s1, courseId c1SubscribeStudent/,
    );
  });

  it('shows in a second tab what is written in the first, as it comes', async () => {
    other = await visit.openTab(page.url());
    const there = await openLog(other);
    await there.getByText('7 events', { exact: true }).waitFor();
    await issue(log, 'SubscribeStudent', { studentId: 's2', courseId: 'c2' });
    await there.getByText('8 events', { exact: true }).waitFor();
    expect(await findEvents(there).nth(7).textContent()).toContain('student:s2course:c2');
  });

  it('stops a command whose boundary was written to in another tab since it read', async () => {
    const pane = await openPane(log, 'Issue a command');
    await pane.getByLabel(/^Stop between read and append/).check();
    const told = await issue(log, 'SubscribeStudent', { studentId: 's1', courseId: 'c2' });
    await told.getByText('It has read up to position 8 and decided').waitFor();
    await chooseStrategy(other, 'Tags', 'condition');
    await issue(await openLog(other), 'ChangeCapacity', { courseId: 'c2', capacity: '1' });
    await log.getByText('9 events', { exact: true }).waitFor();
    await pane.getByRole('button', { name: 'Append now' }).click();
    await told.getByText('Stopped, rightly').waitFor();
    await told.getByText(/Then CapacityChanged came at position 9, which its decision needs\./).waitFor();
    expect(await findEvents(log).count()).toBe(9);
    await pane.getByLabel(/^Stop between read and append/).uncheck();
  });

  it('takes events that no command decided, with who gave them', async () => {
    const pane = await openPane(log, 'Give an event');
    await pane.getByLabel('The event that is given').selectOption('StudentRegistered');
    await pane.getByLabel('studentId of StudentRegistered', { exact: true }).fill('s9');
    await pane.getByLabel('Who, if you like').fill('Ann');
    await pane.getByRole('button', { name: 'Append', exact: true }).click();
    await pane.getByText('StudentRegistered stands at position 10.').waitFor();
    expect(await findEvents(log).nth(9).textContent()).toMatch(/student:s9.*Ann/);
  });

  it('is filtered by type and by tags, and gone through by key', async () => {
    await log.getByLabel('Filter by type').selectOption('StudentSubscribed');
    await log.getByText('2 of 10 events').waitFor();
    await log.getByLabel('Filter by tag').fill('student:s1');
    await log.getByLabel('Filter by tag').press('Enter');
    await log.getByText('1 of 10 events').waitFor();
    await log.getByRole('grid', { name: 'Events' }).focus();
    await page.keyboard.press('Home');
    const details = log.getByRole('complementary', { name: 'Event' });
    await details.getByText('Course-c1').waitFor();
    expect(await details.locator('pre').textContent()).toBe('{\n  "studentId": "s1",\n  "courseId": "c1"\n}');
    await log.getByLabel('Filter by tag').fill('course:c9');
    await log.getByLabel('Filter by tag').press('Enter');
    await log.getByRole('heading', { name: 'No such event' }).waitFor();
    await log.getByRole('button', { name: 'Show all events' }).click();
    await log.getByText('10 events', { exact: true }).waitFor();
  });

  it('says of each event which commands need it, and whether they are guarded against a new one', async () => {
    await findEvents(log).nth(5).click();
    const needed = log.getByRole('region', { name: 'Needed by' });
    await needed.getByText('SubscribeStudent', { exact: true }).waitFor();
    expect(await needed.textContent()).toMatch(
      /Under Tags \(condition\).*course c1, for CourseHasFreeSeat.*guarded/,
    );
    await chooseStrategy(page, 'Streams', 'version');
    await needed.getByText('not guarded: a new one can slip through').waitFor();
    expect(await needed.textContent()).toMatch(
      /student s1, for StudentHasFreeSlotnot guarded: a new one can slip through/,
    );
    await chooseStrategy(page, 'Tags', 'condition');
  });

  it('is taken home as NDJSON, cleared, and put back', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), choose('Download as NDJSON')]);
    expect(file.suggestedFilename()).toBe('course-subscriptions.log.ndjson');
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('{"event"'))).toHaveLength(10);
    await choose('Clear the log');
    await log.getByText('10 events were cleared.').waitFor();
    await log.getByText('0 events', { exact: true }).waitFor();
    // The other tab loses the store under its feet, and finds the new one.
    await (await openLog(other)).getByText('0 events', { exact: true }).waitFor();
    await log.getByRole('button', { name: 'Put them back' }).click();
    await log.getByText('10 events', { exact: true }).waitFor();
    await (await openLog(other)).getByText('10 events', { exact: true }).waitFor();
    expect(await findEvents(log).nth(9).textContent()).toMatch(/student:s9.*Ann/);
  });

  it('takes in an archive only where it is empty, and none that is not one', async () => {
    const archive = log.getByLabel('Archive to import');
    const line = (value: object) => `${JSON.stringify(value)}\n`;
    const event = { position: 1, id: 'a', type: '<b>X</b>', data: {}, tags: ['t:1'], time: 'noon' };
    const head = line({ format: 'ambit-events', version: 1, store: 'x' });
    const end = line({ end: { events: 1, retaggings: 0 } });
    const offer = (name: string, text: string) =>
      archive.setInputFiles({ name, mimeType: 'application/x-ndjson', buffer: Buffer.from(text) });
    await offer('broken.ndjson', `${head}{"event":{"type":7}}\nnonsense\n`);
    await log.getByText(/^Line 3: This is not JSON/).waitFor();
    await log.getByRole('button', { name: 'Close' }).first().click();
    await offer('good.ndjson', head + line({ event }) + end);
    await log.getByText(/An archive goes into an empty log only/).waitFor();
    await log.getByRole('button', { name: 'Clear the log and import' }).click();
    await log.getByText('1 event was imported.').waitFor();
    expect(await findEvents(log).first().textContent()).toContain('<b>X</b>');
  });

  it('is that of one board alone', async () => {
    const elsewhere = await visit.openTab();
    await openNewBoard(elsewhere);
    await elsewhere.getByRole('button', { name: 'Lab', exact: true }).click();
    const there = await openLog(elsewhere);
    await there.getByRole('heading', { name: 'Nothing has happened here yet' }).waitFor();
    await elsewhere.close();
    expect(await sees(log.getByText('1 event', { exact: true }))).toBe(true);
  });

  async function choose(item: string): Promise<void> {
    await log.getByRole('button', { name: 'More for this log' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  }

  describe('runs races on a store of their own', () => {
    it('steps along the shown schedule, and it comes out exactly as explored', async () => {
      await chooseStrategy(page, 'Streams', 'version');
      const pane = await openPane(log, 'Run a race');
      await pane.getByLabel('Race', { exact: true }).selectOption({ label: SLOT });
      const order = await pane.getByText(/^#\d read, /).textContent();
      await pane.getByLabel('Pace').selectOption({ label: 'quickly' });
      await pane.getByRole('button', { name: 'Step it' }).click();
      await pane.getByText('Running: 1 of 4 steps').waitFor();
      await pane.getByText('Done: 4 steps').waitFor();
      const told = tell(SLOT, 'stream-version', order ?? '');
      await pane.getByText(/^On the real store all 4 steps, every verdict and outcome/).waitFor();
      const steps = pane.getByRole('list', { name: 'Steps' }).getByRole('listitem');
      const verdicts = await steps.evaluateAll((items) =>
        items.map((item) => item.querySelector('[role=img]')?.getAttribute('aria-label') ?? null),
      );
      expect(verdicts).toEqual(told.steps.map(({ verdict }) => (verdict ? FINDINGS[verdict].name : null)));
      expect(verdicts).toContain('missed conflict');
      const types = await findEvents(log).evaluateAll((rows) =>
        rows.map((row) => row.querySelector('.log-type')?.textContent),
      );
      expect(types).toEqual(told.log.map(({ type }) => type));
      await page.waitForFunction(() => location.hash.includes('step=4'));
    });

    it('steps from beside the story too, and the story follows', async () => {
      await page.getByRole('tab', { name: 'Races' }).click();
      await page.getByRole('button', { name: 'On a real store' }).click();
      const popover = page.getByRole('dialog', { name: 'On a real store' });
      await popover.getByRole('button', { name: 'Step it' }).click();
      await page.waitForFunction(() => location.hash.includes('step=1'));
      expect(await sees(popover.getByText(/came out as explored\.$/))).toBe(true);
      await popover.getByRole('button', { name: 'See its log' }).click();
      await log.waitFor();
    });

    it('R3 twice a hundred times freely, each time one of the explored schedules', {
      timeout: 600_000,
    }, async () => {
      for (const [family, variant, id] of [
        ['Streams', 'version', 'stream-version'],
        ['Tags', 'condition', 'tag-condition'],
      ] as const) {
        await chooseStrategy(page, family, variant);
        const report = await runFreely(log, 100);
        const said = (await report.locator('.live-story').textContent()) ?? '';
        expect(said).toMatch(/^100 runs: /);
        expect(said).toMatch(/Every run was one of the explored schedules\.$/);
        const explored = exploreRace(SLOT, id);
        const rows = await readTotals(report);
        // What occurs is what exploration says can, and with think times that overlap it does occur.
        expect(rows.map(({ finding }) => finding)).toEqual(findingsOf(explored));
        expect(rows.every(({ runs }) => runs > 0)).toBe(true);
        expect(rows.map(({ share }) => share)).toEqual(
          rows.map(({ finding }) => sharesOf(explored, finding)),
        );
      }
    });

    it('never let both have the last seat under tags', async () => {
      const pane = await openPane(log, 'Run a race');
      await pane.getByLabel('Race', { exact: true }).selectOption({ label: SEAT });
      const report = await runFreely(log, 10);
      expect(await report.getByRole('rowheader', { name: /miss|break/ }).count()).toBe(0);
      expect(await findEvents(log).filter({ hasText: 'StudentSubscribed' }).count()).toBe(1);
    });

    it('wait for locks that the browser keeps', async () => {
      await chooseStrategy(page, 'Tags', 'lock');
      const report = await runFreely(log, 6);
      await report.getByRole('rowheader', { name: /of 6 runs waits?, rightly/ }).waitFor();
      expect(await report.getByRole('rowheader', { name: /miss/ }).count()).toBe(0);
    });

    it('are cancelled in the middle', async () => {
      const pane = await openPane(log, 'Run a race');
      await pane.getByLabel('Times').fill('200');
      await pane.getByRole('button', { name: 'Run', exact: true }).click();
      await pane.getByText(/^Running: [1-9]/).waitFor();
      await pane.getByRole('button', { name: 'Cancel' }).click();
      expect(await sees(pane.getByText(/^Cancelled after \d+ of 200 runs/))).toBe(true);
    });

    it('leave nothing broken when the tab is closed in the middle', async () => {
      const third = await visit.openTab(page.url());
      const there = await openLog(third);
      const pane = await openPane(there, 'Run a race');
      await pane.getByLabel('Times').fill('500');
      await pane.getByRole('button', { name: 'Run', exact: true }).click();
      await pane.getByText(/^Running: [1-9]/).waitFor();
      await (await openPane(log, 'Run a race')).getByRole('button', { name: 'Run', exact: true }).click();
      await log.getByText('Another tab runs a race of this board: wait for it to end.').waitFor();
      await third.close();
      const report = await runFreely(log, 3);
      await report.getByText(/Every run was one of the explored schedules/).waitFor();
      await log.getByRole('radio', { name: 'This board’s log' }).click();
      expect(await sees(log.getByText('1 event', { exact: true }))).toBe(true);
    });
  });

  it('lies beside other stores of this browser, which are deleted by typing their name', async () => {
    await choose('Stores in this browser…');
    const dialog = page.getByRole('dialog', { name: 'Stores in this browser' });
    await dialog.getByText('New board').waitFor();
    await dialog.getByRole('button', { name: 'Delete New board, the board’s log' }).click();
    const field = dialog.getByLabel('Type “New board” to delete it for good');
    const confirm = dialog.getByRole('button', { name: 'Delete', exact: true });
    await field.fill('new board');
    expect(await confirm.isDisabled()).toBe(true);
    await field.fill('New board');
    await confirm.click();
    await dialog.getByText('New board').first().waitFor({ state: 'detached' });
    expect(await dialog.getByRole('listitem').count()).toBe(2);
    await page.keyboard.press('Escape');
  });

  it('and the page has complained about nothing', () => {
    expect(visit.complaints).toEqual([]);
  });
});

/** Waits for something to come up. */
async function sees(what: Locator): Promise<boolean> {
  await what.waitFor();
  return what.isVisible();
}

function findRace(name: string): Race {
  const race = compiled.model.races?.find((known) => known.name === name);
  if (race === undefined) throw new Error(`The model has no race “${name}”`);
  return race;
}

function exploreRace(name: string, strategy: StrategyId): Exploration {
  const explored = explore(compiled, findRace(name), strategy);
  if ('unavailable' in explored) throw new Error(explored.unavailable);
  return explored;
}

/** A schedule as the page says it: `#1 read, #2 read, #2 append, #1 append`. */
function tell(name: string, strategy: StrategyId, order: string): ToldSchedule {
  const commands = [...order.matchAll(/#(\d+)/g)].map(([, number]) => Number(number) - 1);
  const told = tellSchedule(compiled, findRace(name), strategy, commands);
  if ('unavailable' in told) throw new Error(told.unavailable);
  return told;
}

interface Total {
  readonly finding: FindingKey | undefined;
  readonly runs: number;
  /** Of all schedules, as it is written. */
  readonly share: string;
}

async function readTotals(report: Locator): Promise<readonly Total[]> {
  const rows = await report.getByRole('table', { name: 'Totals' }).locator('tbody').getByRole('row').all();
  return Promise.all(
    rows.map(async (row) => {
      const [said = '', , share = ''] = await row.locator('th, td').allTextContents();
      const [, runs = '', words = ''] = /^(\d+) of \d+ runs? (.*)$/.exec(said.trim()) ?? [];
      const keys = Object.keys(FINDINGS) as FindingKey[];
      const finding = keys.find((key) => [FINDINGS[key].one, FINDINGS[key].many].includes(words));
      return { finding, runs: Number(runs), share };
    }),
  );
}

function sharesOf({ verdicts, violations, schedules }: Exploration, finding: FindingKey | undefined): string {
  const part =
    finding === 'violation' ? violations : (verdicts[finding as keyof typeof verdicts]?.schedules ?? '0');
  return `${Math.round((Number(part) / Number(schedules)) * 100)} %`;
}
