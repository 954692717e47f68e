import { describe, expect, it } from 'vitest';
import { COURSES } from './course-model.ts';
import { runOn } from './memory-io.ts';

const FILES = { 'courses.json': COURSES };
const run = (...args: readonly string[]) => runOn(FILES, ['run', 'courses.json', ...args]);
const LAST_SEAT = ['--race', 'The last seat', '--strategy'];
const LAST_COURSE = ['--race', 'The last course', '--strategy'];

describe('run for people', () => {
  it('says in how many runs something happened, beside what exploring says', async () => {
    const { code, out, err } = await run(...LAST_COURSE, 'stream-version');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^The last course {2}under {2}Streams \(version\)\n/);
    expect(out).toContain('  #1  Subscribe  studentId s1, courseId c1\n');
    expect(out).toContain('100 runs on a store in memory, seed 1\n');
    expect(out).toMatch(/What happened +Share +By chance +Of all schedules\n/);
    expect(out).toMatch(/▲ \d+ of 100 runs miss a conflict +\d+ % +50 % +67 %\n/);
    expect(out).toMatch(/✕ \d+ of 100 runs break a rule +\d+ % +50 % +67 %\n/);
    expect(out).not.toContain('safe');
  });

  it('says that the runs were schedules of the exploration', async () => {
    expect((await run(...LAST_SEAT, 'unguarded')).out).toMatch(/They were \d of the 6 schedules there are/);
  });

  it('tells also what could have happened and did not', async () => {
    const { out } = await run(...LAST_SEAT, 'tag-lock', '--times', '1');
    expect(out).toMatch(/◆ [01] of 1 run waits?, rightly +(0|100) % +75 % +67 %\n/);
    expect(out).toContain('1 run on a store in memory');
  });

  it('says how often commands started over, where the race lets them', async () => {
    const races = [{ ...COURSES.races[0], attempts: 'unlimited' }];
    const files = { 'm.json': { ...COURSES, races } };
    const { out } = await runOn(files, ['run', 'm.json', ...LAST_SEAT, 'tag-condition']);
    expect(out).toMatch(
      /Commands that were stopped started over \d+ times in 100 runs, one command 1 time at most\./,
    );
    expect((await run(...LAST_SEAT, 'tag-condition')).out).not.toContain('started over');
  });

  it('says how long commands took, and waited for locks', async () => {
    expect((await run(...LAST_SEAT, 'log-lock')).out).toMatch(
      /A command took [\d.]+ ms in the middle and [\d.]+ ms at most, and waited for its locks [\d.]+ ms/,
    );
    expect((await run(...LAST_SEAT, 'unguarded')).out).not.toContain('waited for its locks');
  });

  it('fits its columns', async () => {
    const { out } = await runOn(FILES, ['run', 'courses.json', ...LAST_SEAT, 'log-lock'], { columns: 80 });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('run for programs', () => {
  it('prints one line of JSON with the counts of the runs and of the exploration', async () => {
    const { out } = await run(...LAST_COURSE, 'unguarded', '--times', '20', '--seed', '7', '--json');
    expect(out.trimEnd()).not.toContain('\n');
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      model: 'Courses',
      race: 'The last course',
      strategy: 'unguarded',
      seed: 7,
      runs: 20,
      verdicts: { safe: { occurrences: 20, runs: 20 } },
      retries: { total: 0, most: 0 },
      explored: { schedules: '6', verdicts: { missedConflict: { schedules: '4', probability: 0.5 } } },
    });
    expect(told.violations).toBe(told.verdicts.missedConflict.runs);
    expect(told.outcomes.accepted + (told.outcomes.rejected ?? 0)).toBe(40);
  });

  it('prints the same for the same seed, and other runs for another', async () => {
    const runsOf = async (seed: string) =>
      (await run(...LAST_SEAT, 'unguarded', '--seed', seed, '--json')).out;
    expect(await runsOf('3')).toBe(await runsOf('3'));
    expect((await runsOf('3')).replace('"seed":3', '')).not.toBe((await runsOf('4')).replace('"seed":4', ''));
  });
});

describe('run refuses', () => {
  it.each([
    [
      'a race that there is not',
      ['--race', 'The last set', '--strategy', 'unguarded'],
      'Did you mean The last seat?',
    ],
    ['a strategy that there is not', [...LAST_SEAT, 'unguarde'], 'Did you mean unguarded?'],
    ['no times', [...LAST_SEAT, 'unguarded', '--times', '0'], '--times takes a whole number of runs'],
    ['a seed that is none', [...LAST_SEAT, 'unguarded', '--seed', 'x'], '--seed takes a whole number'],
    ['to run without a race', ['--strategy', 'unguarded'], "required option '--race <name>' not specified"],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('a race that cannot be run under the strategy', async () => {
    const files = { 'm.json': { ...COURSES, aggregates: {} } };
    const { code, err } = await runOn(files, ['run', 'm.json', ...LAST_SEAT, 'stream-version']);
    expect(code).toBe(2);
    expect(err).toContain(
      '“The last seat” cannot be run under Streams (version): Subscribed has no home stream',
    );
  });

  it('a file that is no model', async () => {
    expect((await runOn({ 'm.json': '{' }, ['run', 'm.json', ...LAST_SEAT, 'unguarded'])).code).toBe(2);
  });
});
