import { describe, expect, it } from 'vitest';
import { COURSES, FULL_COURSE, LAST_COURSE, LAST_SEAT, STRANGERS, WRONG_EXAMPLE } from './course-model.ts';
import { runOn } from './memory-io.ts';

const FILES = { 'courses.json': COURSES };
const linesOf = (text: string) => text.split('\n').map((line) => line.trim());
/** The lines of a strategy in a race's table, without its numbers. */
const statementsOf = (out: string, strategy: string) => {
  const lines = out.split('\n');
  const first = lines.findIndex((line) => line.trim().startsWith(strategy));
  const next = lines.findIndex((line, index) => index > first && !line.startsWith(' '.repeat(12)));
  return lines.slice(first, next).map((line) =>
    line
      .replace(strategy, '')
      .trim()
      .replace(/\s{2,}.*/, ''),
  );
};

describe('check for people', () => {
  it('says what each strategy does in a race, in whole statements', async () => {
    const { code, out, err } = await runOn(FILES, ['check', 'courses.json', '--race', 'The last course']);
    expect(statementsOf(out, 'No guard')).toEqual([
      '▲ 4 of 6 schedules miss a conflict',
      '✕ 4 of 6 schedules break a rule',
    ]);
    expect(statementsOf(out, 'Streams (version)')).toEqual([
      '▲ 4 of 6 schedules miss a conflict',
      '✕ 4 of 6 schedules break a rule',
    ]);
    expect(statementsOf(out, 'Tags (condition)')).toEqual(['■ 4 of 6 schedules stop a command, rightly']);
    expect(statementsOf(out, 'Tags (lock)')).toEqual(['◆ 4 of 6 schedules wait, rightly']);
    expect([code, err]).toEqual([0, '']);
  });

  it('names the model, counts its examples, and introduces each race', async () => {
    const { out } = await runOn(FILES, ['check', 'courses.json']);
    expect(linesOf(out)).toEqual(
      expect.arrayContaining([
        'Courses  courses.json',
        '✓ 1 of 1 example passes',
        'The last course',
        'One student asks for two courses at once.',
        '#1  Subscribe  studentId s1, courseId c1',
        'A command that is stopped ends there: its caller gets an error.',
      ]),
    );
  });

  it('says how common it is, of all schedules and by chance', async () => {
    const { out } = await runOn(FILES, ['check', 'courses.json', '--strategy', 'tag-lock']);
    expect(out).toMatch(/Share +By chance\n +Tags \(lock\) +◆ 4 of 6 schedules wait, rightly +67 % +75 %\n/);
  });

  it('P4 P6 lists who joins because of a policy, and says where a chain is cut off', async () => {
    const policies = {
      Welcome: {
        on: ['Subscribed'],
        issues: 'Subscribe',
        with: { studentId: 'event.studentId + "x"', courseId: 'event.courseId' },
      },
    };
    const race = { ...STRANGERS, commands: STRANGERS.commands.slice(0, 1), policies: true };
    const files = {
      'm.json': { ...COURSES, policies, races: [race, { ...race, name: 'Nobody', commands: [] }] },
    };
    const { out } = await runOn(files, ['check', 'm.json', '--strategy', 'unguarded']);
    expect(linesOf(out)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^#3 +Subscribe +because of Subscribed by #2 \(Welcome\)$/),
        'The chain was cut off at #4: because of its Subscribed, Welcome would issue Subscribe.',
        'Policies take part, and none reacts to what is written here.',
      ]),
    );
  });

  it('says that a race is safe only where nothing else happens', async () => {
    const files = { 'm.json': { ...COURSES, races: [STRANGERS] } };
    const { out } = await runOn(files, ['check', 'm.json']);
    expect(statementsOf(out, 'Tags (condition)')).toEqual(['○ all 6 schedules are safe']);
    expect(statementsOf(out, 'One log (version)')).toEqual(['□ 4 of 6 schedules stop a command for nothing']);
  });

  it('says so when nothing is written at all', async () => {
    const race = { ...LAST_SEAT, given: [] };
    const { out } = await runOn({ 'm.json': { ...COURSES, races: [race] } }, ['check', 'm.json']);
    expect(statementsOf(out, 'Tags (condition)')).toEqual(['all 2 schedules write nothing']);
  });

  it.each([
    [3, 'A command that is stopped reads again, up to 3 attempts; then its caller gets an error.'],
    ['unlimited', 'A command that is stopped reads again, until it gets through.'],
  ])('says what becomes of a stopped command with %s attempts', async (attempts, sentence) => {
    const files = { 'm.json': { ...COURSES, races: [{ ...LAST_SEAT, attempts }] } };
    expect(linesOf((await runOn(files, ['check', 'm.json'])).out)).toContain(sentence);
  });

  it('groups the digits of large counts', async () => {
    const given = [0, 1, 2].map((c) => ({
      event: 'CourseDefined',
      data: { courseId: `c${c}`, capacity: 2 },
    }));
    const pairs = ['s0 c0', 's0 c1', 's0 c2', 's1 c0'].map((pair) => pair.split(' '));
    const commands = pairs.map(([studentId, courseId]) => ({
      command: 'Subscribe',
      data: { studentId, courseId },
    }));
    const constraints = {
      ...COURSES.constraints,
      FreeSlot: { ...COURSES.constraints.FreeSlot, rule: 'courses < 2' },
    };
    const files = { 'm.json': { ...COURSES, constraints, races: [{ name: 'Enrolment', given, commands }] } };
    const { out } = await runOn(files, ['check', 'm.json', '--strategy', 'tag-condition']);
    expect(statementsOf(out, 'Tags (condition)')).toEqual([
      '■ 600 of 2,478 schedules stop a command, rightly',
      '□ 1,964 of 2,478 schedules stop a command for nothing',
    ]);
  });

  it('tells why a race cannot be run under a strategy, and goes on', async () => {
    const files = { 'm.json': { ...COURSES, aggregates: {} } };
    const { code, out } = await runOn(files, ['check', 'm.json', '--race', 'The last seat']);
    expect(out).toMatch(/Streams \(version\) +– cannot be run: Subscribed has no home stream/);
    expect(statementsOf(out, 'Tags (condition)')).toEqual(['■ 4 of 6 schedules stop a command, rightly']);
    expect(code).toBe(0);
  });

  it('tells of a saga that is left half written', async () => {
    const aggregates = {
      Course: { id: 'course', events: ['CourseDefined', 'Subscribed'] },
      Student: { id: 'student', events: ['Subscribed'] },
    };
    const files = { 'm.json': { ...COURSES, aggregates } };
    const args = ['check', 'm.json', '--race', 'The last course', '--strategy', 'stream-saga'];
    expect(statementsOf((await runOn(files, args)).out, 'Streams (saga)')).toContainEqual(
      expect.stringMatching(/^◐ \d+ of \d+ command runs end half written$/),
    );
  });

  it('shows several races at a glance, and adds up what is missed', async () => {
    const { out } = await runOn(FILES, ['check', 'courses.json']);
    const overview = linesOf(out.slice(out.indexOf('All races in short')));
    expect(overview[3]?.split(/\s{2,}/)).toEqual(['The last seat', '▲✕', '■', '◆', '■', '■', '■', '◆']);
    expect(overview[4]?.split(/\s{2,}/)).toEqual(['The last course', '▲✕', '■', '◆', '▲✕', '▲✕', '■', '◆']);
    expect(overview).toContainEqual(
      expect.stringMatching(/^Races with a missed conflict +2 +0 +0 +1 +1 +0 +0$/),
    );
  });

  it('explains the marks that it used, and no others', async () => {
    const args = ['check', 'courses.json', '--race', 'The last seat', '--strategy', 'tag-condition'];
    const { out } = await runOn(FILES, args);
    expect(out).toContain('■  conflict');
    expect(out).not.toContain('missed conflict');
    expect(out).not.toContain('All races in short');
  });

  it('proposes the command that tells what is worth looking at', async () => {
    const { out } = await runOn(FILES, ['check', 'courses.json']);
    expect(out).toContain(
      'ambit explain courses.json --race "The last course" --strategy stream-version --verdict violation\n',
    );
  });

  it('keeps precision, recall and outcomes for --more, and explains them there', async () => {
    const args = [
      'check',
      'courses.json',
      '--race',
      'The last seat',
      '--strategy',
      'unguarded,tag-condition',
    ];
    const [short, more] = [await runOn(FILES, args), await runOn(FILES, [...args, '--more'])];
    expect(short.out).not.toMatch(/precision/i);
    expect(more.out).toMatch(/No guard .* – +0 %\n/);
    expect(more.out).toMatch(/Tags \(condition\) .* 100 % +100 %\n/);
    expect(more.out.replaceAll(/\s+/g, ' ')).toContain('12 command runs: 6 accepted, 2 rejected, 4 conflict');
    expect(more.out).toContain('Precision: how many of all stops were right.');
  });

  it.each([80, 100])('keeps every line but a proposed command within %i columns', async (columns) => {
    const { out } = await runOn(FILES, ['check', 'courses.json'], { columns });
    const lines = out.split('\n').filter((line) => !line.includes('ambit explain'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
  });
});

describe('what check answers', () => {
  it('1 when an example fails, with what was expected and what came out', async () => {
    const examples = [FULL_COURSE, { ...WRONG_EXAMPLE, name: 'Wrong' }];
    const { code, out } = await runOn({ 'm.json': { ...COURSES, examples } }, ['check', 'm.json']);
    expect(linesOf(out)).toEqual(
      expect.arrayContaining([
        '✗ 1 of 2 examples passes',
        '✗ Wrong',
        'Expected no events, but it was rejected by FreeSeat',
      ]),
    );
    expect(code).toBe(1);
  });

  it('1 when a verdict of --fail-on occurs, and says where', async () => {
    const { code, out } = await runOn(FILES, ['check', 'courses.json', '--fail-on', 'missed,false']);
    expect(linesOf(out)).toContain(
      '✗ --fail-on: missed conflict in “The last course” under No guard, Streams (version), Streams (saga)',
    );
    expect(code).toBe(1);
  });

  it('0 when it does not occur under the chosen strategies', async () => {
    const args = [
      'check',
      'courses.json',
      '--fail-on',
      'missedConflict,violation',
      '--strategy',
      'tag-condition',
    ];
    expect((await runOn(FILES, args)).code).toBe(0);
  });

  it('0 when a strategy of --fail-on cannot be run', async () => {
    const files = { 'm.json': { ...COURSES, aggregates: {} } };
    const args = ['check', 'm.json', '--strategy', 'stream-version', '--fail-on', 'missed'];
    expect((await runOn(files, args)).code).toBe(0);
  });

  it('2 when a part of a file cannot be used, and still reports the rest', async () => {
    const constraints = { ...COURSES.constraints, Broken: { parameters: { n: 'int' }, rule: 'n < mm' } };
    const { code, out } = await runOn({ 'm.json': { ...COURSES, constraints } }, ['check', 'm.json']);
    expect(out).toMatch(/✗ cel-\S+ {2}\/constraints\/Broken\/rule\n/);
    expect(out).toContain('      n < mm\n          ^^\n');
    expect(statementsOf(out, 'Tags (condition)')).toEqual(['■ 4 of 6 schedules stop a command, rightly']);
    expect(code).toBe(2);
  });

  it('2 when a file is not there, in a sentence and without a stack', async () => {
    const { code, out } = await runOn({}, ['check', 'nowhere.json']);
    expect(out).toContain('There is no file nowhere.json.');
    expect(out).not.toContain(' at ');
    expect(code).toBe(2);
  });

  it('2 when a file is no JSON, with line and column', async () => {
    const { code, out } = await runOn({ 'm.json': '{\n  "ambit": }' }, ['check', 'm.json']);
    expect(out).toMatch(/✗ not-json {2}line 2, column \d+\n/);
    expect(code).toBe(2);
  });

  it('the worst of several files', async () => {
    const failing = { ...COURSES, examples: [WRONG_EXAMPLE] };
    const files = { 'good.json': COURSES, 'failing.json': failing, 'bad.json': '' };
    expect((await runOn(files, ['check', 'good.json', 'failing.json'])).code).toBe(1);
    expect((await runOn(files, ['check', 'bad.json', 'failing.json', 'good.json'])).code).toBe(2);
  });
});

describe('check --json', () => {
  it('prints one line for each file, with everything in the published shape', async () => {
    const args = [
      'check',
      'courses.json',
      '--json',
      '--race',
      'The last seat',
      '--strategy',
      'tag-condition',
    ];
    const { code, out, err } = await runOn(FILES, args);
    expect(out.split('\n')).toHaveLength(2);
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual(['model', 'diagnostics', 'examples', 'races']);
    expect(report).toMatchObject({
      model: 'Courses',
      diagnostics: [],
      examples: [{ name: 'A full course takes nobody', passed: true }],
      races: [
        {
          name: 'The last seat',
          strategies: {
            'tag-condition': {
              schedules: '6',
              verdicts: {
                safe: { occurrences: '6', schedules: '6', probability: 1 },
                conflict: { occurrences: '4', schedules: '4', probability: 0.5 },
              },
              violations: '0',
              outcomes: { accepted: '6', rejected: '2', conflict: '4' },
              witnesses: { conflict: ['#1 read', '#2 read', '#2 append', '#1 append'] },
              precision: 1,
              recall: 1,
              violationProbability: 0,
            },
          },
        },
      ],
    });
    const [race] = report.races;
    expect(Object.keys(race.strategies['tag-condition']).slice(0, 7)).toEqual(
      'schedules verdicts violations outcomes witnesses precision recall'.split(' '),
    );
    expect([code, err]).toEqual([0, '']);
  });

  it('says for each strategy why it is unavailable', async () => {
    const files = { 'm.json': { ...COURSES, aggregates: {}, races: [LAST_COURSE] } };
    const { out } = await runOn(files, ['check', 'm.json', '--json']);
    const [race] = JSON.parse(out).races;
    expect(race.strategies['stream-version']).toEqual({
      unavailable: expect.stringContaining('Subscribed has no home stream'),
    });
    expect(race.strategies['tag-lock']).toMatchObject({ schedules: expect.any(String) });
  });

  it('has a line for a file that cannot be used, too', async () => {
    const { code, out } = await runOn({ 'm.json': COURSES }, ['check', 'nowhere.json', 'm.json', '--json']);
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toEqual({
      model: null,
      diagnostics: [
        { code: 'cannot-read', severity: 'error', at: '', message: 'There is no file nowhere.json.' },
      ],
      examples: [],
      races: [],
    });
    expect(second.model).toBe('Courses');
    expect(code).toBe(2);
  });

  it('says why an example failed', async () => {
    const examples = [WRONG_EXAMPLE];
    const { code, out } = await runOn({ 'm.json': { ...COURSES, examples } }, ['check', 'm.json', '--json']);
    expect(JSON.parse(out).examples).toEqual([
      {
        name: FULL_COURSE.name,
        passed: false,
        problem: 'Expected no events, but it was rejected by FreeSeat',
      },
    ]);
    expect(code).toBe(1);
  });
});

describe('the notes of a model', () => {
  const noted = { ...COURSES, commands: { Subscribe: COURSES.commands.Subscribe } };

  it('are counted', async () => {
    const { out } = await runOn({ 'm.json': noted }, ['check', 'm.json']);
    expect(out).toContain('1 note (--notes shows them)');
    expect(out).not.toContain('event-never-emitted');
  });

  it('are shown with --notes', async () => {
    const { out } = await runOn({ 'm.json': noted }, ['check', 'm.json', '--notes']);
    expect(out).toContain('· event-never-emitted  /events/CourseDefined');
  });
});

describe('names that do not exist', () => {
  it.each([
    [
      ['--race', 'The last seet'],
      ['race “The last seet”. Did you mean The last seat?', '  The last course'],
    ],
    [
      ['--strategy', 'tag-conditon'],
      ['strategy “tag-conditon”. Did you mean tag-condition?', 'unguarded, log-version'],
    ],
    [
      ['--fail-on', 'mised'],
      ['verdict “mised”. Did you mean missed?', 'missed, violation, tolerated'],
    ],
  ])('%j: exit 2 with a guess and what exists', async (args, expected) => {
    const { code, out, err } = await runOn(FILES, ['check', 'courses.json', ...args]);
    for (const text of expected) expect(err).toContain(text);
    expect([code, out]).toEqual([2, '']);
  });

  it('are told once where another of several files has the race', async () => {
    const files = { ...FILES, 'other.json': { ...COURSES, races: [STRANGERS] } };
    const { code, out } = await runOn(files, ['check', 'courses.json', 'other.json', '--race', 'Strangers']);
    expect(code).toBe(0);
    expect(out).not.toContain('The last seat');
  });
});

describe('colours', () => {
  it('are there on a terminal only', async () => {
    const args = ['check', 'courses.json'];
    expect((await runOn(FILES, args)).out).not.toContain('\u001b');
    expect((await runOn(FILES, args, { colors: true })).out).toContain('\u001b[31m▲\u001b[39m');
  });

  it.each([true, false])('cannot be brought in by a model (colours: %s)', async (colors) => {
    const model = { ...COURSES, name: 'Evil \u001b[2J\u202ename' };
    const { out } = await runOn({ 'm.json': model }, ['check', 'm.json'], { colors });
    expect(out).toContain('Evil \\u001b[2J\\u202ename');
  });
});
