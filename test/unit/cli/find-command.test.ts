import { describe, expect, it } from 'vitest';
import { COURSES } from './course-model.ts';
import { runOn } from './memory-io.ts';

const FILES = { 'courses.json': COURSES };
const find = (strategy: string, verdict: string, ...more: string[]) =>
  runOn(FILES, ['find', 'courses.json', '--strategy', strategy, '--verdict', verdict, ...more]);

describe('find', () => {
  it('tells each race that it found: the past, the commands, the order, and why', async () => {
    const { code, out } = await find('stream-version', 'missed');
    expect(out).toContain(
      [
        'Subscribe × Subscribe  other course, same student',
        '  After',
        '    DefineCourse  courseId course1, capacity 1',
        '    DefineCourse  courseId course2, capacity 1',
        '  at the same time',
        '    #1  Subscribe  studentId student1, courseId course1',
        '    #2  Subscribe  studentId student1, courseId course2',
        '  in the order',
        '    #1 read, #2 read, #2 append, #1 append',
        '  #1 read courses 0 < 1 at position 2.',
      ].join('\n'),
    );
    expect(out).toMatch(/^▲ Missed conflict under Streams \(version\), 1 case: written, although/);
    expect(code).toBe(0);
  });

  it('says what it searched when it finds nothing', async () => {
    const { code, out } = await find('tag-condition', 'missed');
    expect(out).toMatch(/^▲ Not found: missed conflict under Tags \(condition\)\.\n\nSearched: \d+ cases/);
    expect(code).toBe(0);
  });

  it('says why where the strategy cannot be used', async () => {
    const files = { 'courses.json': { ...COURSES, aggregates: {} } };
    const args = ['find', 'courses.json', '--strategy', 'stream-saga', '--verdict', 'false'];
    const { out } = await runOn(files, args);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /Not found: .*\. Some pairs cannot be run: \S+ has no home stream/,
    );
  });

  it('prints races as JSON that a model can keep and that show what was asked for', async () => {
    const { out } = await find('stream-version', 'missedConflict', '--json');
    expect(out.split('\n')).toHaveLength(2);
    const { found, searched, ...asked } = JSON.parse(out);
    expect(asked).toEqual({ model: 'Courses', strategy: 'stream-version', verdict: 'missedConflict' });
    expect(searched).toHaveLength(8);
    const [{ race }] = found;
    const kept = await runOn({ 'm.json': { ...COURSES, races: [race] } }, [
      'check',
      'm.json',
      '--strategy',
      'stream-version',
      '--fail-on',
      'missed',
    ]);
    expect(kept.code).toBe(1);
  });

  it('answers 2 for a verdict that does not exist', async () => {
    const { code, err } = await find('tag-condition', 'violations');
    expect(err).toContain('There is no verdict “violations”.');
    expect(code).toBe(2);
  });
});
