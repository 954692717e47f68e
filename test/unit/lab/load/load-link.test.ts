import { describe, expect, it } from 'vitest';
import { readLoad, writeLoad } from '../../../../src/lab/load/load-link.ts';
import { settleWorkload, USUAL_LOAD } from '../../../../src/lab/load/load-settings.ts';

describe('The settings of a load in a link', () => {
  it('come back as they were', () => {
    const settings = {
      ...USUAL_LOAD,
      workload: 'Monday morning',
      change: { window: { exponential: 30 }, instances: { course: { count: 4, choose: { zipf: 0.8 } } } },
      over: 'count.course',
      at: 8,
      seed: 7,
    };
    expect(readLoad(writeLoad(settings))).toEqual(settings);
  });

  it('are left out where nothing was chosen', () => {
    expect(writeLoad(USUAL_LOAD)).toBeNull();
    expect(readLoad(null)).toEqual(USUAL_LOAD);
  });

  it.each([
    '{',
    '[]',
    '{"seed": -1, "replications": 1e9, "at": 0, "over": 3, "workload": []}',
    '{"change": {"arrivals": {"rate": -5}}}',
    '{"change": {"__proto__": {"window": 1}, "window": "soon"}}',
  ])('are as usual where the link is broken: %s', (text) => {
    expect(readLoad(text)).toEqual(USUAL_LOAD);
  });
});

describe('The workload that settings stand for', () => {
  const workloads = { busy: { window: 10, arrivals: { rate: 64 } } };
  it('is the one of the model, with what was changed in place of its parts', () => {
    const settled = settleWorkload(
      { workloads },
      { ...USUAL_LOAD, workload: 'busy', change: { window: 50 } },
    );
    expect(settled).toEqual({ window: 50, arrivals: { rate: 64 } });
  });

  it('leaves everything open when there is none of that name', () => {
    expect(settleWorkload({ workloads }, { ...USUAL_LOAD, workload: 'toString' })).toEqual({});
  });
});
