import { describe, expect, it } from 'vitest';
import { COURSES } from './course-model.ts';
import { runOn } from './memory-io.ts';

describe('format', () => {
  it('rewrites a file in canonical form and says so; a second time there is nothing to do', async () => {
    const first = await runOn({ 'm.json': COURSES }, ['format', 'm.json']);
    expect([first.code, first.out]).toEqual([0, 'm.json rewritten\n']);
    expect(JSON.parse(first.files['m.json'] ?? '')).toEqual(COURSES);
    const second = await runOn(first.files, ['format', 'm.json']);
    expect([second.code, second.out]).toEqual([0, '']);
    expect(second.files).toEqual(first.files);
  });

  it('goes from standard input to standard output with -', async () => {
    const { code, out, files } = await runOn({ '-': COURSES }, ['format', '-']);
    expect(JSON.parse(out)).toEqual(COURSES);
    expect(out).toContain('\n  "name": "Courses",\n');
    expect([code, files['-']]).toEqual([0, JSON.stringify(COURSES)]);
  });

  it('keeps what it does not know, and what is broken', async () => {
    const model = { ambit: '1.0', name: 'm', events: 7, somethingElse: [1] };
    const { code, out } = await runOn({ '-': model }, ['format', '-']);
    expect(JSON.parse(out)).toEqual(model);
    expect(code).toBe(0);
  });

  it('with --check changes nothing, and answers 1 when something would change', async () => {
    const { code, out, files } = await runOn({ 'm.json': COURSES }, ['format', '--check', 'm.json']);
    expect([code, out]).toEqual([1, 'm.json is not in canonical form\n']);
    expect(files['m.json']).toBe(JSON.stringify(COURSES));
    const { files: formatted } = await runOn(files, ['format', 'm.json']);
    expect((await runOn(formatted, ['format', '--check', 'm.json'])).code).toBe(0);
  });

  it.each([
    ['is no JSON', '{', 'error not-json at m.json line 1'],
    ['has a key twice', '{"ambit":"1.0","name":"a","name":"b"}', 'm.json is left as it is'],
  ])('answers 2 and leaves a file alone that %s', async (_, text, message) => {
    const { code, err, files } = await runOn({ 'm.json': text }, ['format', 'm.json']);
    expect(err).toContain(message);
    expect([code, files['m.json']]).toEqual([2, text]);
  });

  it('goes on after a file that is not there', async () => {
    const { code, out, err } = await runOn({ 'm.json': COURSES }, ['format', 'nowhere.json', 'm.json']);
    expect([code, out, err]).toEqual([2, 'm.json rewritten\n', 'ambit: There is no file nowhere.json.\n']);
  });

  it('says so when a file cannot be written', async () => {
    const writeFile = async () => {
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    };
    const { code, err } = await runOn({ 'm.json': COURSES }, ['format', 'm.json'], { writeFile });
    expect([code, err]).toEqual([2, 'ambit: The permissions of m.json do not allow that.\n']);
  });
});
