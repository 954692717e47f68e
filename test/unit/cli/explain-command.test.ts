import { describe, expect, it } from 'vitest';
import { COURSES } from './course-model.ts';
import { runOn } from './memory-io.ts';

const FILES = { 'courses.json': COURSES };
const explain = (race: string, strategy: string, verdict: string, ...more: string[]) =>
  runOn(FILES, [
    'explain',
    'courses.json',
    '--race',
    race,
    '--strategy',
    strategy,
    '--verdict',
    verdict,
    ...more,
  ]);
const parts = (out: string) => out.split('\n\n');

describe('explain', () => {
  it('says what it shows, under which strategy, and how common that is', async () => {
    const { code, out } = await explain('The last course', 'stream-version', 'missed');
    expect(out).toMatch(
      /^The last course {2}under {2}Streams \(version\)\nThe append is stopped when a stream/,
    );
    expect(out).toContain(
      '▲ Missed conflict: written, although by then the decision would have been another.\n' +
        '  It happens in 4 of 6 schedules (67 %, by chance 50 %); this is a shortest way to it.',
    );
    expect(code).toBe(0);
  });

  it('shows the log before, and the commands', async () => {
    const { out } = await explain('The last course', 'stream-version', 'missed');
    expect(parts(out)).toEqual(
      expect.arrayContaining([
        'The log before\n' +
          '  1  CourseDefined  courseId c1, capacity 9  course:c1\n' +
          '  2  CourseDefined  courseId c2, capacity 9  course:c2',
        'At the same time\n' +
          '  #1  Subscribe  studentId s1, courseId c1\n' +
          '  #2  Subscribe  studentId s1, courseId c2',
      ]),
    );
  });

  it('tells each step with its reason, and the verdict where there is one', async () => {
    const { out } = await explain('The last course', 'stream-version', 'missed');
    const steps = out.split('\n').filter((line) => line.startsWith('Step '));
    expect(steps).toEqual([
      'Step 1  #1 read',
      'Step 2  #2 read',
      'Step 3  #2 append  ○ safe',
      'Step 4  #1 append  ▲ missed conflict  ✕ broken rule',
    ]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'Stream Course-c1 had not grown, so the append went through: FreeSlot is now broken',
    );
  });

  it('shows at an append what was watched and what was not', async () => {
    const { out } = await explain('The last course', 'stream-version', 'missed');
    expect(parts(out)).toContain(
      '    The guard watches         stream Course-c1\n' +
        '    New there                 nothing\n' +
        '    New, needed, not watched  Subscribed at position 3',
    );
  });

  it('shows what the command decided on, then and now, and marks what changed', async () => {
    const { out } = await explain('The last course', 'stream-version', 'missed');
    expect(parts(out)).toContainEqual(
      [
        '                                    read at 2  now at 3',
        '    FreeSeat  capacity  course:c1           9         9',
        '              taken     course:c1           0         0',
        '    FreeSlot  courses   student:s1          0         1  ◀ changed',
      ].join('\n'),
    );
  });

  it('ends with the log as it is left, and what that means', async () => {
    const { out } = await explain('The last course', 'stream-version', 'violation');
    expect(parts(out).slice(-2)).toEqual([
      'The log now\n' +
        '  1–2 as before\n' +
        '  3  Subscribed  studentId s1, courseId c2  student:s1 course:c2  by #2\n' +
        '  4  Subscribed  studentId s1, courseId c1  student:s1 course:c1  by #1',
      'The log now breaks FreeSlot, and nobody was told.\n',
    ]);
  });

  it('tells a stop by a tag condition, with its query', async () => {
    const { out } = await explain('The last course', 'tag-condition', 'conflict');
    expect(parts(out)).toContain(
      '    The guard watches  CourseDefined or Subscribed with course:c1\n' +
        '                       Subscribed with student:s1\n' +
        '    New there          Subscribed at position 3',
    );
    expect(out).toContain('#1 is stopped: nothing of it is written, and its caller gets an error.');
  });

  it('tells a wait for a lock', async () => {
    const { out } = await explain('The last seat', 'log-lock', 'neededWait');
    expect(out).toMatch(/Step \d {2}#2 read {2}◆ needed wait\n/);
    expect(out).toContain('#2 waited and then decided on what is true now');
  });

  it.each([
    ['accepted', '✓ Accepted'],
    ['rejected', '– Rejected'],
    ['conflictOutcome', '■ Ended by a conflict'],
  ])('also shows the outcome %s', async (outcome, sentence) => {
    const { code, out } = await explain('The last seat', 'log-version', outcome);
    expect(out).toContain(sentence);
    expect(out).toMatch(/It is how \d+ of 12 command runs over all 6 schedules end/);
    expect(code).toBe(0);
  });

  it('prints the schedule as one line of JSON', async () => {
    const { out } = await explain('The last course', 'stream-version', 'violation', '--json');
    expect(out.split('\n')).toHaveLength(2);
    expect(JSON.parse(out)).toMatchObject({
      model: 'Courses',
      race: 'The last course',
      strategy: 'stream-version',
      shows: 'violation',
      schedules: '6',
      violations: '4',
      schedule: ['#1 read', '#2 read', '#2 append', '#1 append'],
      steps: [{ step: 'read' }, { step: 'read' }, { verdict: 'safe' }, { verdict: 'missedConflict' }],
      log: [{ by: null }, { by: null }, { by: 1 }, { by: 0 }],
    });
  });
});

describe('explain answers 2', () => {
  it('when nothing shows the verdict, and names what occurs', async () => {
    const { code, out, err } = await explain('The last course', 'tag-condition', 'missed');
    expect(err).toContain('missedConflict does not occur in any schedule of “The last course”');
    expect(err).toContain('What occurs: safe, conflict');
    expect([code, out]).toEqual([2, '']);
  });

  it('when the race cannot be run under the strategy', async () => {
    const files = { 'courses.json': { ...COURSES, aggregates: {} } };
    const args = ['--race', 'The last seat', '--strategy', 'stream-saga', '--verdict', 'safe'];
    const { code, err } = await runOn(files, ['explain', 'courses.json', ...args]);
    expect(err).toContain('cannot be run under Streams (saga): Subscribed has no home stream');
    expect(code).toBe(2);
  });

  it.each([
    ['The last seet', 'tag-condition', 'safe', 'Did you mean The last seat?'],
    ['The last seat', 'tags', 'safe', 'There is no strategy “tags”.'],
    ['The last seat', 'tag-condition', 'conflicts', 'Did you mean conflict?'],
  ])('for a name that does not exist: %s, %s, %s', async (race, strategy, verdict, hint) => {
    const { code, err } = await explain(race, strategy, verdict);
    expect(err).toContain(hint);
    expect(code).toBe(2);
  });

  it('when the model cannot be used', async () => {
    const args = ['--race', 'r', '--strategy', 'tag-lock', '--verdict', 'safe'];
    const { code, err } = await runOn({ 'm.json': '{' }, ['explain', 'm.json', ...args]);
    expect(err).toMatch(/^ambit: error not-json at m\.json line 1, column \d+: /);
    expect(code).toBe(2);
  });
});
