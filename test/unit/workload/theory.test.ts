import { describe, expect, it } from 'vitest';
import type { StrategyId } from '../../../src/strategies/program.ts';
import type { LoadPlan } from '../../../src/workload/load-plan.ts';
import type { Estimate, StrategyLoad } from '../../../src/workload/load-result.ts';
import { runLoad } from '../../../src/workload/run-load.ts';
import { COUNTER, planCounting } from './tiny-models.ts';

/** M clients on one boundary, who never think and try again at once; a window takes 1 ms on average. */
function planClients(clients: number, changes: Partial<LoadPlan>): LoadPlan {
  return planCounting({
    arrivals: { kind: 'clients', clients, think: { kind: 'fixed', ms: 0 } },
    ...changes,
  });
}

function load(plan: LoadPlan, strategy: StrategyId, replications = 8): StrategyLoad {
  const steps = runLoad(COUNTER, plan, { seed: 7, replications, strategies: [strategy] });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const result = step.value.strategies[strategy];
  if (result === undefined || 'unavailable' in result) throw new Error('The counter can be counted');
  return result;
}

/** One interval in twenty misses: where all are held at once, each is given half as much again. */
function expectCovered({ mean, low, high }: Estimate, exact: number): void {
  const half = ((high ?? mean) - (low ?? mean)) / 2;
  expect(Math.abs(mean - exact), `${mean} against ${exact}`).toBeLessThan(1.5 * half + 1e-9);
  expect(half / exact).toBeLessThan(0.05);
}

describe('M clients on one boundary, window 1, no think time, tried again at once', () => {
  // The chain of how many clients have read the present state, solved by hand: in commits per window.
  it.each([
    [2, 1.333],
    [8, 2.465],
    [32, 4.724],
  ])('%i clients whose windows are exponential and drawn anew commit %f times a window', (clients, exact) => {
    const plan = planClients(clients, { window: { kind: 'exponential', mean: 1 }, duration: 1000 });
    expectCovered(load(plan, 'tag-condition').throughput, 1000 * exact);
  });

  it.each([2, 8, 32])('%i clients that keep their windows commit about once a window', (clients) => {
    const plan = planClients(clients, {
      window: { kind: 'exponential', mean: 1 },
      keepsWindow: true,
      duration: 1500,
    });
    const { mean } = load(plan, 'tag-condition').throughput;
    expect(mean / 1000).toBeGreaterThan(0.9);
    expect(mean / 1000).toBeLessThan(1.1);
  });

  it.each([2, 8, 32])('with fixed windows, %i clients try as many times for each commit', (clients) => {
    const { attempts, throughput } = load(planClients(clients, { duration: 200 }), 'tag-condition', 2);
    expect(attempts.mean).toBeCloseTo(clients, 6);
    expect(throughput.mean).toBeCloseTo(1000, 6);
  });
});

describe('a single lock under arrivals by chance', () => {
  const queue = (rate: number, window: LoadPlan['window']) =>
    planCounting({ arrivals: { kind: 'poisson', rate }, window, warmUp: 500, duration: 20_000 });

  it.each([300, 500, 700])('is an M/M/1 queue: at %i a second the wait is ρ / (μ − λ)', (rate) => {
    const rho = rate / 1000;
    const { wait } = load(queue(rate, { kind: 'exponential', mean: 1 }), 'log-lock', 4);
    expect(wait.mean / (rho / (1 - rho))).toBeGreaterThan(0.9);
    expect(wait.mean / (rho / (1 - rho))).toBeLessThan(1.1);
  });

  it.each([300, 500, 700])('is an M/D/1 queue: at %i a second the wait is half of that', (rate) => {
    const rho = rate / 1000;
    const { wait } = load(queue(rate, { kind: 'fixed', ms: 1 }), 'log-lock', 4);
    expect(wait.mean / (rho / (2 * (1 - rho)))).toBeGreaterThan(0.9);
    expect(wait.mean / (rho / (2 * (1 - rho)))).toBeLessThan(1.1);
  });
});

describe('without conflicts', () => {
  it('throughput is what is offered', () => {
    const plan = planCounting({
      arrivals: { kind: 'poisson', rate: 200 },
      window: { kind: 'fixed', ms: 0 },
      duration: 10_000,
    });
    const { throughput, stopped } = load(plan, 'tag-condition');
    expect(stopped.mean).toBe(0);
    expectCovered(throughput, 200);
  });
});
