import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppVisit, visitApp } from './app-visit.ts';
import { findViolations } from './find-violations.ts';

/** How a step of a lesson is gone through with the keyboard. */
type Way =
  | { readonly kind: 'read'; readonly title: string }
  | { readonly kind: 'predict'; readonly title: string; readonly rows: number }
  | { readonly kind: 'race'; readonly title: string }
  | { readonly kind: 'change'; readonly title: string }
  | { readonly kind: 'live'; readonly title: string; readonly acts: readonly string[] };

interface Journey {
  readonly lesson: string;
  readonly ways: readonly Way[];
}

const read = (title: string): Way => ({ kind: 'read', title });
const predict = (title: string, rows: number): Way => ({ kind: 'predict', title, rows });
const race = (title: string): Way => ({ kind: 'race', title });
const change = (title: string): Way => ({ kind: 'change', title });
const live = (title: string, ...acts: readonly string[]): Way => ({ kind: 'live', title, acts });

const JOURNEYS: readonly Journey[] = [
  {
    lesson: 'library',
    ways: [
      read('A number for every book'),
      predict('Two librarians, two categories', 2),
      race('The same number, nearly'),
      predict('When two really want the same', 3),
      predict('When the library gets busy', 2),
      predict('A fact cut in two', 2),
      live(
        'One fact, one event',
        'Start the first edition',
        'Let the model name one event',
        'Merge what is stored',
      ),
      change('Ask for less'),
    ],
  },
  {
    lesson: 'interest',
    ways: [
      read('A question about everybody'),
      predict('A deposit at a bad moment', 2),
      predict('Everything in one line', 1),
      predict('And what it costs', 4),
      race('Stopped, then answered'),
      live(
        'All of it, or nothing',
        'Pay 100 into a1',
        'Pay 100 into a2',
        'Repair Balances',
        'Make it anew from the log',
        'Pay 100 into a2, again',
      ),
      live(
        'A letter is sent once',
        'Calculate 2 % interest',
        'Credit it to a1',
        'Make Balances anew from the log',
      ),
      live('An event of doom', 'Let every deposit name its currency', 'Fill it in where it is missing'),
    ],
  },
  {
    lesson: 'orders-seats-payment',
    ways: [
      read('An order on its way'),
      predict('The last two seats', 2),
      race('A refusal is a fact, too'),
      race('Nobody gave that command'),
      predict('One big event, or several small ones?', 3),
      predict('A change of mind: who owns the money?', 3),
      live(
        'A new reader of an old log',
        'Ada orders two seats',
        'Ben orders two seats',
        'Add a read model of who is waiting',
      ),
      live(
        'What was stored before the move',
        'Ada pays',
        'Give PaymentAccepted to Payment',
        'Move what is stored',
      ),
    ],
  },
  {
    lesson: 'confirmation-mail',
    ways: [
      read('A mail cannot be taken back'),
      predict('Two workers, one registration', 2),
      race('Both were sure to be the first'),
      predict('Asking twice is asking once', 3),
      live(
        'First the profile, then the mail',
        'Let the profile stand still',
        'Ada registers',
        'Let the profile go on',
      ),
      change('Do not trust, ask'),
      live(
        '950 of two million',
        'Let the profile crash',
        'Two more people register',
        'Hold the profile to the log',
        'Throw it away and make it anew',
      ),
    ],
  },
];

describe.each(JOURNEYS)(
  'A learner takes the lesson $lesson to its end, with the keyboard',
  ({ lesson, ways }) => {
    let visit: AppVisit;
    let page: Page;
    const panel = () => page.getByRole('complementary', { name: 'Lesson' });
    const main = (name: string | RegExp) => panel().locator('[data-lesson-main]', { hasText: name });
    const press = (key: string) => page.keyboard.press(key);

    beforeAll(async () => {
      visit = await visitApp();
      page = await visit.openTab(`${visit.url}#/lesson/${lesson}`);
      await page.emulateMedia({ reducedMotion: 'reduce' });
    });
    afterAll(async () => {
      await visit.leave();
    });

    it.each(ways)('$kind: $title', { timeout: 90_000 }, async (way) => {
      await panel().getByRole('heading', { level: 2, name: way.title }).waitFor();
      await page.locator('#lesson-title:focus').waitFor();
      switch (way.kind) {
        case 'read':
          break;
        case 'predict':
          await guess(way.rows);
          break;
        case 'race':
          await walk();
          break;
        case 'change':
          await panel().getByRole('button', { name: 'Do it for me' }).focus();
          await press('Enter');
          await main('Go on').waitFor();
          await press('F6');
          break;
        case 'live':
          await act(way.acts);
      }
      await main('Go on').waitFor();
      await press('Enter');
    });

    it('takes something home', async () => {
      await panel().getByRole('heading', { level: 2, name: 'What to take home' }).waitFor();
      const done = page.getByRole('button', { name: /^Step \d: .*, done$/ });
      await done.nth(ways.length - 1).waitFor();
      expect(await done.count()).toBe(ways.length);
    });

    it('without a complaint from the browser', () => {
      expect(visit.complaints).toEqual([]);
    });

    /** Takes the first option of each row, and is shown what happens. */
    async function guess(rows: number): Promise<void> {
      await main('Show what happens').waitFor();
      expect(await panel().locator('[data-row]').count()).toBe(rows);
      for (let row = 0; row < rows; row += 1) {
        await press('Enter');
        await panel().locator('[data-row] input:focus:not(:checked)').waitFor();
        await press('Space');
        await panel().locator('[data-row] input:focus:checked').waitFor();
      }
      await press('Enter');
      // What is simulated takes a while.
      await panel().locator('.lesson-result h3:focus').waitFor({ timeout: 80_000 });
      if (lesson === 'library' && rows === 2 && (await panel().getByRole('slider').count()) > 0) {
        await lookAtLoad();
      }
    }

    /** One cursor moves along both pictures, and the sentences with it. */
    async function lookAtLoad(): Promise<void> {
      const sliders = panel().getByRole('slider', { name: 'books a second' });
      await panel()
        .getByText(/^At 16 books a second: \d+\s% over all/)
        .waitFor();
      await sliders.first().focus();
      await press('ArrowRight');
      await panel()
        .getByText(/^At 32 books a second: \d+\s% over all/)
        .waitFor();
      await panel()
        .getByText(/^At 32 books a second: .*\sm?s over all/)
        .waitFor();
      expect(await sliders.nth(1).getAttribute('aria-valuenow')).toBe('32');
      await lookAtColours();
      await press('F6');
    }

    async function walk(): Promise<void> {
      await main('Take the first step').waitFor();
      for (let taken = 1; taken < 12; taken += 1) {
        await press('Enter');
        await panel()
          .locator('.lesson-told > li')
          .nth(taken - 1)
          .waitFor();
        await main(/Go on|next step/).waitFor();
        if (await main('Go on').isVisible()) return;
      }
    }

    /** Does one thing after the other, each once what it needs has come about. */
    async function act(acts: readonly string[]): Promise<void> {
      for (const label of acts) {
        await main(label).waitFor({ timeout: 20_000 });
        await press('Enter');
        await panel()
          .getByRole('button', { name: `Once more: ${label}`, exact: true })
          .waitFor();
      }
      await main('Go on').waitFor({ timeout: 20_000 });
      const checks = panel().getByRole('list', { name: 'Done so far' }).getByRole('listitem');
      const told = (await checks.allTextContents()).map((text) => text.replace(/:.*/s, ''));
      expect(told.filter((said) => said !== 'Done')).toEqual([]);
      await lookAtColours();
    }

    /** Everybody can use the panel, in the light and in the dark. */
    async function lookAtColours(): Promise<void> {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect([colorScheme, await findViolations(page, '.lesson')]).toEqual([colorScheme, []]);
      }
    }
  },
);
