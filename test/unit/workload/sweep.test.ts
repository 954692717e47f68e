import { describe, expect, it } from 'vitest';
import { readSweep, sayParameter, varyWorkload } from '../../../src/workload/sweep.ts';
import { planSweep, type SweepEvent, sweepLoad } from '../../../src/workload/sweep-load.ts';
import { compileShipped } from '../models/shipped-model.ts';

const LIBRARY = compileShipped('library');
const { model } = LIBRARY;
const valuesOf = (text: string) => {
  const sweep = readSweep(text, model);
  return typeof sweep === 'string' ? sweep : sweep.values;
};

describe('the values of a sweep', () => {
  it('grow in equal proportion, seven of them or as many as said', () => {
    expect(valuesOf('rate=1..100')).toEqual([1, 2.2, 4.6, 10, 22, 46, 100]);
    expect(valuesOf('rate=1..100/3')).toEqual([1, 10, 100]);
  });

  it('are evenly spread where they begin at nothing, and for exponents', () => {
    expect(valuesOf('window=0..60/4')).toEqual([0, 20, 40, 60]);
    expect(valuesOf('zipf=0.5..2/4')).toEqual([0.5, 1, 1.5, 2]);
  });

  it('are whole where they count something, and each comes once', () => {
    expect(valuesOf('clients=1..4')).toEqual([1, 2, 3, 4]);
    expect(valuesOf('count.category=16,1,4,4')).toEqual([1, 4, 16]);
  });
});

describe('a sweep that cannot be run', () => {
  it.each([
    ['rate', 'names what changes and its values'],
    ['speed=1..2', '“speed” is nothing that a sweep can change. There are: rate, burst'],
    ['__proto__=1..2', 'is nothing that a sweep can change'],
    ['rate=0,1', 'rate: 0 is not possible, it takes numbers above 0.'],
    ['rate=-1..5', 'and “-1” is none.'],
    ['rate=5..1', 'from the smaller to the larger'],
    ['rate=1..100/1', 'a whole number from 2 to 50'],
    ['rate=1..1e400', 'is none'],
    ['clients=1.5', 'clients: 1.5 is not possible, it takes whole numbers from 1.'],
    ['count=1..4', '“count” is about one tag of the model: count.category'],
    ['count.room=1..4', 'There is no tag “room” in the model. There are:'],
    ['rate.category=1..4', '“rate” is about no tag: leave out “.category”.'],
    [`rate=${Array.from({ length: 51 }, (_, value) => value + 1)}`, '51 values are too many'],
  ])('says what is wrong with %s', (text, message) => {
    expect(valuesOf(text)).toContain(message);
  });
});

describe('a workload at another value', () => {
  it('changes that one thing and spreads as before', () => {
    const workload = {
      window: { logNormal: 30, sigma: 1 },
      arrivals: { clients: 4, think: { exponential: 9 } },
    };
    const vary = (parameter: string, value: number) => varyWorkload(workload, parameter, value, model);
    expect(vary('window', 5)).toEqual({ ...workload, window: { logNormal: 5, sigma: 1 } });
    expect(vary('think', 7).arrivals).toEqual({ clients: 4, think: { exponential: 7 } });
    expect(vary('clients', 8).arrivals).toEqual({ clients: 8, think: { exponential: 9 } });
    expect(vary('count.category', 3).instances).toEqual({ category: { count: 3 } });
    expect(Object.keys(vary('zipf', 1).instances ?? {})).toEqual(Object.keys(model.tags ?? {}));
  });

  it('says what changes in words', () => {
    expect([sayParameter('rate'), sayParameter('count.category')]).toEqual([
      'commands a second',
      'instances of category',
    ]);
  });
});

describe('a sweep', () => {
  const options = { seed: 3, replications: 2, strategies: ['log-version', 'tag-lock'] as const };
  const plans = planSweep(LIBRARY, 'L', { duration: 4, warmUp: 0 }, { parameter: 'rate', values: [5, 40] });
  if ('troubles' in plans) throw new Error(plans.troubles[0]?.message);
  const events: SweepEvent[] = [];
  const steps = sweepLoad(LIBRARY, 'rate', plans, options);
  let step = steps.next();
  for (; !step.done; step = steps.next()) events.push(step.value);
  const whole = step.value;

  it('refines all its points before it comes back to the first', () => {
    const told = events.flatMap((event) =>
      event.kind === 'point' ? [[event.value, event.result.replications]] : [],
    );
    expect(told).toEqual([
      [5, 1],
      [40, 1],
      [5, 2],
      [40, 2],
    ]);
    expect(whole.points.map(({ value, result }) => [value, result.replications])).toEqual([
      [5, 2],
      [40, 2],
    ]);
  });

  it('shows more stops under more load', () => {
    const [calm, busy] = whole.points.map(({ result }) => result.strategies['log-version']);
    if (!calm || !busy || 'unavailable' in calm || 'unavailable' in busy) throw new Error('It runs');
    expect(busy.stopped.mean).toBeGreaterThan(calm.stopped.mean);
  });

  it('tells how far it is, never backwards', () => {
    const shares = events.flatMap((event) => (event.kind === 'progress' ? [event.share] : []));
    expect(shares.length).toBeGreaterThanOrEqual(4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});
