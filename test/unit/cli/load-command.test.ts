import { describe, expect, it } from 'vitest';
import { COURSES } from './course-model.ts';
import { runOn } from './memory-io.ts';

const BUSY = {
  commands: { Subscribe: {}, DefineCourse: { weight: 0, data: { capacity: 100_000 } } },
  instances: { course: { count: 1 }, student: { count: 100 } },
  arrivals: { rate: 50 },
  window: { exponential: 30 },
  attempts: 'unlimited',
  duration: 5,
};
const MODEL = { ...COURSES, workloads: { 'A busy morning': BUSY } };
const load = (model: object, ...args: readonly string[]) =>
  runOn({ 'm.json': model }, ['load', 'm.json', ...args]);
const ONE = ['--strategy', 'log-version,tag-condition', '--replications', '2'];

describe('load for people', () => {
  it('says what was run, and a line for each strategy', async () => {
    const { code, out, err } = await load(MODEL, ...ONE);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Load  A busy morning\n  50 commands a second: Subscribe 100 %.');
    expect(out).toMatch(/One log \(version\) +[\d.]+\/s ±[\d.]+ +\d+ % /);
    expect(out).toMatch(/Tags \(condition\) +[\d.]+\/s ±[\d.]+ +\d+ % /);
    expect(out).not.toContain('No guard');
    expect(out).toContain('Seed 1, 2 replications of 5 s after 5 s of warm-up');
  });

  it('runs what the model suggests where it has no workload', async () => {
    expect((await load(COURSES, ...ONE)).out).toContain('Load  as the model suggests');
  });

  it('says so when nothing can ever be accepted', async () => {
    const model = { ...MODEL, workloads: { Empty: { ...BUSY, start: {} } } };
    const { out } = await load(model, ...ONE);
    expect(out).toContain('No command was accepted.');
    expect(out).toMatch(/Subscribe was rejected (\d+) of \1 times: \w+/);
  });
});

describe('load for programs', () => {
  it('prints the same line for the same seed, with exact counts', async () => {
    const first = await load(MODEL, ...ONE, '--json');
    expect((await load(MODEL, ...ONE, '--json')).out).toBe(first.out);
    const { workload, seed, strategies } = JSON.parse(first.out);
    expect([workload, seed, Object.keys(strategies)]).toEqual([
      'A busy morning',
      1,
      ['log-version', 'tag-condition'],
    ]);
    const { counts, stopped } = strategies['tag-condition'];
    expect(counts.verdicts.conflict + counts.verdicts.falseConflict).toBeGreaterThan(0);
    expect(counts.verdicts.missedConflict).toBe(0);
    expect(stopped.mean).toBeGreaterThan(0);
  });
});

describe('a workload that cannot be run', () => {
  it('is told with its place and the remedy', async () => {
    const model = { ...MODEL, workloads: { Off: { commands: { Subscribe: { weight: 0 } } } } };
    const { code, err } = await load(model, ...ONE);
    expect(code).toBe(2);
    expect(err).toContain('/commands: All weights are 0, so no command is ever issued: give one a weight.');
  });

  it('is not found by a name that is none', async () => {
    const { code, err } = await load(MODEL, '--workload', 'A busy mornin');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean A busy morning?');
  });

  it('has no negative rate', async () => {
    const { code, err, out } = await load(
      { ...MODEL, workloads: { Bad: { arrivals: { rate: -1 } } } },
      ...ONE,
    );
    expect(code).toBe(2);
    expect(err + out).toContain('/workloads/Bad/arrivals');
  });
});

describe('a sweep', () => {
  it('is a table for each thing that matters, with a small chart', async () => {
    const { code, out, err } = await load(MODEL, ...ONE, '--sweep', 'rate=5,10');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Load  A busy morning, by commands a second');
    expect(out).toMatch(/Stopped, of all appends +5 +10\n +One log \(version\) +\d+ % +\d+ % +[▁-█]{2}\n/);
    expect(out).toContain('Accepted, a second');
  });

  it('is one line of JSON with a result for each value, those of a load of its own', async () => {
    const swept = JSON.parse((await load(MODEL, ...ONE, '--sweep', 'rate=10,50', '--json')).out);
    const alone = JSON.parse((await load(MODEL, ...ONE, '--json')).out);
    expect([swept.model, swept.parameter]).toEqual([alone.model, 'rate']);
    expect(swept.points.map(({ value }: { value: number }) => value)).toEqual([10, 50]);
    expect({ model: alone.model, ...swept.points[1].result }).toEqual(alone);
  });

  it('that cannot be run is told', async () => {
    const { code, err } = await load(MODEL, '--sweep', 'rate=9..1');
    expect(code).toBe(2);
    expect(err).toContain('rate: a range goes from the smaller to the larger, and 9..1 does not.');
  });
});
