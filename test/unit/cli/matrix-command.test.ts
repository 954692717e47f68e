import { describe, expect, it } from 'vitest';
import { STRATEGY_IDS } from '../../../src/strategies/program.ts';
import { readShipped } from '../models/shipped-model.ts';
import { COURSES } from './course-model.ts';
import { runOn } from './memory-io.ts';

const FILES = { 'courses.json': COURSES };
const cellsOf = (out: string, label: string) =>
  out
    .split('\n')
    .find((line) => line.trim().startsWith(label))
    ?.trim()
    .split(/\s{2,}/);

describe('matrix', () => {
  it('says of each pair when it collides, and shows each pattern under each strategy', async () => {
    const { code, out, err } = await runOn(FILES, ['matrix', 'courses.json']);
    expect(out).toMatch(/^Courses\n/);
    expect(out).toContain('  Subscribe × Subscribe  collide when same course or same student\n');
    expect(cellsOf(out, 'same course, other student')?.slice(0, 2)).toEqual([
      'same course, other student',
      '▲',
    ]);
    expect(cellsOf(out, 'other course, same student')).toEqual([
      'other course, same student',
      '▲',
      '■',
      '◆◇',
      '▲',
      '▲',
      '■',
      '◆◇',
    ]);
    expect([code, err]).toEqual([0, '']);
  });

  it('gathers the pairs that never collide, and adds up what is missed', async () => {
    const { out } = await runOn(FILES, ['matrix', 'courses.json']);
    const never = out.slice(out.indexOf('Never collide'));
    expect(cellsOf(never, 'DefineCourse × DefineCourse')).toEqual([
      'DefineCourse × DefineCourse',
      '○',
      '□',
      '◇',
      '□',
      '□',
      '○',
      '○',
    ]);
    expect(out).toMatch(/Pairs with a missed conflict +2 +0 +0 +1 +1 +0 +1\n/);
  });

  it('says what it searched, and that what was not found is not impossible', async () => {
    const { out } = await runOn(FILES, ['matrix', 'courses.json', '--past', '1']);
    const text = out.replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Searched: \d+ cases and every schedule of each, with the numbers 0 to \d\./);
    expect(text).toMatch(/\d of 8 searches ended at the longest past that was allowed\./);
    expect(text).toContain('What was not found may still be possible beyond that.');
  });

  it('says which constraints can be broken under which strategy', async () => {
    const { out } = await runOn(FILES, ['matrix', 'courses.json']);
    const constraints = out.slice(out.indexOf('\n  Constraints\n'));
    expect(cellsOf(constraints, 'FreeSlot')).toEqual(['FreeSlot', '✕', '○', '○', '✕', '✕', '○', '○']);
  });

  it('says what needs no boundary, what only stops for nothing, and what is written twice', async () => {
    const files = { 'courses.json': readShipped('course-subscriptions') };
    const { out } = await runOn(files, ['matrix', 'courses.json']);
    const text = out.replaceAll(/\s+/g, ' ');
    expect(text).toContain(' CourseExists needs no boundary: ');
    expect(text).toContain(
      ' StudentRegistered only ever stops commands for nothing under Streams (version) and Streams (saga). ',
    );
    expect(text).toContain(
      ' Write the same fact twice, and no constraint forbids it: SubscribeStudent × SubscribeStudent. ',
    );
  });

  it('proposes to look for what a guard misses', async () => {
    const { out } = await runOn(FILES, ['matrix', 'courses.json']);
    expect(out).toContain('ambit find courses.json --strategy stream-version --verdict missedConflict\n');
  });

  it('prints one line of JSON, with races that can be kept', async () => {
    const { out } = await runOn(FILES, ['matrix', 'courses.json', '--json']);
    expect(out.split('\n')).toHaveLength(2);
    const { model, cells } = JSON.parse(out);
    const [, , cell] = cells;
    const pattern = cell.patterns.find((one: { name: string }) => one.name === 'other course, same student');
    expect([model, cells.length, cell.commands]).toEqual(['Courses', 3, ['Subscribe', 'Subscribe']]);
    expect(pattern.strategies['stream-version'].missedConflict).toMatchObject({
      past: [{ command: 'DefineCourse' }, { command: 'DefineCourse' }],
      race: { given: [{ event: 'CourseDefined' }, { event: 'CourseDefined' }], commands: [{}, {}] },
      schedule: ['#1 read', '#2 read', '#2 append', '#1 append'],
    });
    expect(pattern.effects['stream-version'].broken).toEqual(['FreeSlot']);
    const { summaries } = JSON.parse(out);
    expect(summaries.map(({ strategy }: { strategy: string }) => strategy)).toEqual(STRATEGY_IDS);
    expect(pattern.bounds).toMatchObject({ ended: expect.any(String), races: expect.any(Number) });
  });

  it('has nothing to say where no command writes anything', async () => {
    const files = { 'm.json': { ambit: '1.0', name: 'Empty' } };
    const { code, out } = await runOn(files, ['matrix', 'm.json']);
    expect([code, out]).toEqual([0, 'Empty: no command writes an event, so none can collide.\n']);
  });

  it('answers 2 for a length that is none, and for a model that cannot be used', async () => {
    const wrong = await runOn(FILES, ['matrix', 'courses.json', '--past', 'two']);
    expect([wrong.code, wrong.err]).toEqual([
      2,
      'ambit: --past takes a whole number of steps, such as 4, and not “two”.\n',
    ]);
    const broken = await runOn({ 'm.json': '{' }, ['matrix', 'm.json']);
    expect([broken.code, broken.out]).toEqual([2, '']);
  });
});
