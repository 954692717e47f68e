import { describe, expect, it } from 'vitest';
import { writeRaceMarkdown } from '../../../../src/interchange/markdown/write-race.ts';
import { compileText, findWrongLines, makeStory, readShipped } from './stories.ts';

const COURSES = readShipped('course-subscriptions');
const LAST_COURSE = makeStory(
  COURSES,
  'The last course a student may take',
  'stream-version',
  'missedConflict',
);

describe('a race as Markdown', () => {
  const text = writeRaceMarkdown(LAST_COURSE);

  it('says what is raced, and what becomes of a command that is stopped', () => {
    expect(text).toMatch(
      /^# The last course a student may take\n\nA race of the model Course subscriptions\./,
    );
    expect(text).toContain('5. **StudentSubscribed** studentId `"s1"`, courseId `"c3"`');
    expect(text).toContain('- #2 **SubscribeStudent** studentId `"s1"`, courseId `"c2"`');
    expect(text).toContain('its caller gets an error');
  });

  it('has a row for each strategy, in words', () => {
    expect(text).toContain(
      '| Streams (version) | ▲ 4 of 6 schedules miss a conflict<br>✕ 4 of 6 schedules break a rule | 67 %<br>67 % | 50 %<br>50 % |',
    );
    expect(text.match(/^\| (No guard|One log|Streams|Tags)/gm)).toHaveLength(7);
  });

  it('tells the schedule in numbered sentences, and says how common it is', () => {
    expect(text).toContain('It happens in 4 of 6 schedules');
    expect(text).toContain('4. **#1 append: ▲ missed conflict, ✕ broken rule.** #1 read courses 1');
    expect(text).toContain('The log now breaks StudentHasFreeSlot, and nobody was told.');
    expect(text).toContain(
      '| 7 | StudentSubscribed | studentId s1, courseId c1 | student:s1 course:c1 | #1 |',
    );
  });

  it('draws it as a sequence diagram, the log between the two commands', () => {
    expect(findWrongLines(text)).toEqual([]);
    expect(text.indexOf('participant c1')).toBeLessThan(text.indexOf('participant log'));
    expect(text.indexOf('participant log')).toBeLessThan(text.indexOf('participant c2'));
    expect(text).toContain('    c1->>log: 4. append StudentSubscribed\n    Note over log: position 7\n');
  });

  it('explains the marks it uses, and no others', () => {
    expect(text).toContain('- ◆ **needed wait**');
    expect(text).not.toContain('**tolerated conflict**');
  });

  it('goes without a schedule where none can be told', () => {
    expect(writeRaceMarkdown({ ...LAST_COURSE, schedule: null })).not.toContain('mermaid');
  });

  it('says why a strategy cannot be used', () => {
    const results = [{ strategy: 'stream-version' as const, result: { unavailable: 'no *stream*' } }];
    expect(writeRaceMarkdown({ ...LAST_COURSE, results, schedule: null })).toContain(
      '| Streams (version) | cannot be run: no \\*stream\\* |',
    );
  });
});

describe('its diagram', () => {
  it.each([
    ['waits for a lock', 'tag-lock', 'neededWait', 'log-->>c2: waits for #35;1'],
    ['is stopped', 'tag-condition', 'conflict', 'c1-xlog: 4. append StudentSubscribed'],
    ['writes stream by stream', 'stream-saga', 'missedConflict', 'append StudentSubscribed to stream'],
  ] as const)('shows a command that %s', (_, strategy, shows, line) => {
    const text = writeRaceMarkdown(makeStory(COURSES, 'The last course a student may take', strategy, shows));
    expect(findWrongLines(text)).toEqual([]);
    expect(text).toContain(line);
  });

  it('ends where nobody would follow it any further', () => {
    const schedule = LAST_COURSE.schedule;
    const steps = Array.from({ length: 200 }, () => schedule?.told.steps[0]).filter(
      (step) => step !== undefined,
    );
    const told = { steps, log: schedule?.told.log ?? [] };
    const text = writeRaceMarkdown({
      ...LAST_COURSE,
      schedule: { strategy: 'stream-version', shows: null, told },
    });
    expect(text).toContain('60 steps; 140 more follow');
    expect(findWrongLines(text)).toEqual([]);
  });
});

const ODD = [
  'a; b',
  '#35;',
  '<img src=x onerror=alert(1)>',
  '"quoted" \'names\'',
  'two\nlines\r\nand\u2028more',
  '```\n# heading',
  '%%{init: {"theme":"x"}}%%',
  'end',
  'style: #a;',
  'c1->>log: forged',
  '| cell | `code` |',
  '$$x^2$$ @{ "type": "actor" }',
  'نص 名前 🙂',
  ' ',
];

describe('hostile names', () => {
  it.each(ODD)('show as they are and change nothing: %j', (odd) => {
    const text = JSON.stringify({
      ambit: '1.0',
      name: odd,
      tags: { thing: {} },
      events: { [odd]: { fields: { id: 'string' }, tags: { thing: 'event.id' } } },
      constraints: {
        [odd]: {
          parameters: { id: 'string' },
          projections: {
            n: { tags: { thing: 'id' }, initial: 0, on: { [odd]: 'state + 1' } },
          },
          rule: 'n < 1',
          message: odd,
        },
      },
      commands: { [odd]: { fields: { id: 'string' }, checks: [odd], emits: [odd] } },
      races: [
        {
          name: odd,
          description: odd,
          commands: [
            { command: odd, data: { id: odd } },
            { command: odd, data: { id: odd } },
          ],
        },
      ],
    });
    const markdown = writeRaceMarkdown(makeStory(compileText(text), odd, 'unguarded', 'missedConflict'));
    expect(findWrongLines(markdown)).toEqual([]);
    // As many lines as with a plain name: nothing in it begins a line of its own.
    const plain = writeRaceMarkdown(
      makeStory(
        compileText(text.replaceAll(JSON.stringify(odd), '"plain"')),
        'plain',
        'unguarded',
        'missedConflict',
      ),
    );
    expect(markdown.split('\n').length - (odd.trim() === '' ? -2 : 0)).toBe(plain.split('\n').length);
    // Within code everything is as it stands.
    expect(markdown.replaceAll(/(`+) ?.*?\1/g, '')).not.toMatch(/<img|^# heading|^c1->>/m);
  });
});
