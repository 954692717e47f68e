import { beforeAll, describe, expect, it } from 'vitest';
import type { CompiledModel } from '../../../src/decision/compiled-model.ts';
import { exploreMatrix } from '../../../src/exploration/matrix.ts';
import type { Hit, MatrixCell, PatternResult } from '../../../src/exploration/matrix-result.ts';
import type { Verdict } from '../../../src/exploration/result.ts';
import { tellSchedule } from '../../../src/exploration/tell.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../src/strategies/program.ts';
import { compileShipped } from '../models/shipped-model.ts';

/** As many pasts as it takes to search this model in full, whatever is usual. */
const ENOUGH = { past: 6, pasts: 20_000, races: 4_000 };

let model: CompiledModel;
let cells: readonly MatrixCell[];

beforeAll(() => {
  model = compileShipped('course-subscriptions');
  const search = exploreMatrix(model, { limits: ENOUGH });
  for (;;) {
    const { done, value } = search.next();
    if (!done) continue;
    cells = value;
    break;
  }
});

function cellOf(first: string, second: string): MatrixCell {
  const cell = cells.find(({ commands }) => commands.join() === [first, second].join());
  if (cell === undefined) throw new Error(`there is no cell ${first} × ${second}`);
  return cell;
}

/** The part of a cell in which the named instances are the same, and no others. */
function patternOf(first: string, second: string, ...same: readonly string[]): PatternResult {
  const found = cellOf(first, second).patterns.find(({ name }) => {
    const told = name.split(', ').filter((part) => part.startsWith('same '));
    return told.length === same.length && same.every((concept) => told.includes(`same ${concept}`));
  });
  if (found === undefined) throw new Error(`there is no such pattern: ${same.join()}`);
  return found;
}

function hitsOf(pattern: PatternResult, strategy: StrategyId): { readonly [V in Verdict]?: Hit } {
  const hits = pattern.strategies[strategy];
  if (hits === undefined || 'unavailable' in hits) throw new Error(`${strategy} was not searched`);
  return hits;
}

/** The marks in the columns of the mock-up: s = safe, m = missed, c = conflict, f = false conflict. */
function marksOf(pattern: PatternResult): string {
  const marks = { safe: 's', missedConflict: 'm', conflict: 'c', falseConflict: 'f' } as const;
  const columns = (['unguarded', 'log-version', 'stream-version', 'tag-condition'] as const).map(
    (strategy) => {
      const hits = hitsOf(pattern, strategy);
      return Object.entries(marks)
        .map(([verdict, mark]) => (verdict in hits ? mark : ''))
        .join('');
    },
  );
  return columns.join(' ');
}

describe('the matrix of the course model', () => {
  it('M3 has a cell for each pair of commands', () => {
    expect(cells).toHaveLength(10);
  });

  it.each([
    ['DefineCourse', 'DefineCourse', 'never'],
    ['DefineCourse', 'ChangeCapacity', 'never'],
    ['DefineCourse', 'RegisterStudent', 'never'],
    ['DefineCourse', 'SubscribeStudent', 'same course'],
    ['ChangeCapacity', 'ChangeCapacity', 'never'],
    ['ChangeCapacity', 'RegisterStudent', 'never'],
    ['ChangeCapacity', 'SubscribeStudent', 'same course'],
    ['RegisterStudent', 'RegisterStudent', 'never'],
    ['RegisterStudent', 'SubscribeStudent', 'same student'],
  ])('M4 %s and %s collide: %s', (first, second, words) => {
    expect(cellOf(first, second).summary).toBe(words);
  });

  it('M4 two subscriptions collide: same course or same student', () => {
    const words = cellOf('SubscribeStudent', 'SubscribeStudent').summary;
    expect(words.split(' or ').sort()).toEqual(['same course', 'same student']);
  });

  it.each([
    ['same course, same student', ['course', 'student'], 'sm scf scf scf'],
    ['same course, other student', ['course'], 'sm scf scf scf'],
    ['same student, other course', ['student'], 'sm scf sm scf'],
    ['other student, other course', [], 's sf s s'],
  ])('M3 two subscriptions, %s', (_, same, marks) => {
    expect(marksOf(patternOf('SubscribeStudent', 'SubscribeStudent', ...same))).toBe(marks);
  });

  it.each([
    ['DefineCourse', 'DefineCourse', ['course'], 's sf sf s'],
    ['DefineCourse', 'ChangeCapacity', ['course'], 's sf sf sf'],
    ['DefineCourse', 'RegisterStudent', [], 's sf s s'],
    ['DefineCourse', 'SubscribeStudent', ['course'], 'sm scf scf scf'],
    ['ChangeCapacity', 'ChangeCapacity', ['course'], 's sf sf s'],
    ['ChangeCapacity', 'RegisterStudent', [], 's sf s s'],
    ['ChangeCapacity', 'SubscribeStudent', ['course'], 'sm scf scf scf'],
    ['RegisterStudent', 'RegisterStudent', ['student'], 's sf sf s'],
    ['RegisterStudent', 'SubscribeStudent', ['student'], 'sm scf sm scf'],
  ])('M3 %s and %s on the same %s', (first, second, same, marks) => {
    expect(marksOf(patternOf(first, second, ...same))).toBe(marks);
  });

  it('M3 tags miss nothing anywhere; streams miss in two pairs', () => {
    const missedIn = (strategy: StrategyId) =>
      cells
        .filter(({ patterns }) => patterns.some((pattern) => 'missedConflict' in hitsOf(pattern, strategy)))
        .map(({ commands }) => commands.join(' × '));
    expect(missedIn('tag-condition')).toEqual([]);
    expect(missedIn('stream-version')).toEqual([
      'RegisterStudent × SubscribeStudent',
      'SubscribeStudent × SubscribeStudent',
    ]);
    expect(missedIn('tag-lock')).toEqual([
      'DefineCourse × SubscribeStudent',
      'RegisterStudent × SubscribeStudent',
    ]);
  });

  it('M3 the shortest past in which streams miss a student at the limit is two courses and a student', () => {
    const pattern = patternOf('SubscribeStudent', 'SubscribeStudent', 'student');
    const hit = hitsOf(pattern, 'stream-version').missedConflict;
    const names = hit?.past.map((step) => ('command' in step ? step.command : step.event)) ?? [];
    expect(names.sort()).toEqual(['DefineCourse', 'DefineCourse', 'RegisterStudent']);
    expect(hit?.schedule.map(({ command, step }) => `#${command + 1} ${step}`)).toEqual([
      '#1 read',
      '#2 read',
      '#2 append',
      '#1 append',
    ]);
  });

  it('M3 every hit replays to its verdict at its last step', () => {
    const hits = cells
      .flatMap(({ patterns }) => patterns)
      .flatMap((pattern) =>
        STRATEGY_IDS.flatMap((strategy) =>
          Object.entries(hitsOf(pattern, strategy)).map(([verdict, hit]) => ({ strategy, verdict, hit })),
        ),
      );
    expect(hits.length).toBeGreaterThan(100);
    for (const { strategy, verdict, hit } of hits) {
      const commands = hit.schedule.map(({ command }) => command);
      const told = tellSchedule(model, hit.race, strategy, commands);
      if ('unavailable' in told) throw new Error(told.unavailable);
      expect(told.steps.at(-1)?.verdict).toBe(verdict);
    }
  });

  it('M3 says how far each pattern was searched, and goes far enough', () => {
    const unfinished = cells.flatMap(({ patterns }) =>
      patterns.filter(({ bounds }) => bounds.ended !== 'complete' && bounds.past < 3),
    );
    expect(unfinished).toEqual([]);
    const apart = patternOf('SubscribeStudent', 'SubscribeStudent');
    // Two courses and two students have to be there before both can go through.
    expect(apart.bounds.past).toBeGreaterThanOrEqual(4);
    expect(apart.bounds.numbers).toEqual([0, 1, 2, 3]);
  });
});
