import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planLoad } from '../../../src/workload/plan-load.ts';
import { runLoad } from '../../../src/workload/run-load.ts';
import { compileShipped } from '../models/shipped-model.ts';

const SHIPPED = readdirSync('public/models').map((file) => file.replace('.ambit.json', ''));

/** They ask for a value that only another event holds: nothing but a workload of the model can say which. */
const NEVER = ['StartEdition', 'RegisterClaimedUser'];

describe('a load made from the model alone', () => {
  it.each(SHIPPED)('of %s has nearly all accepted where nobody is in the way', (name) => {
    const model = compileShipped(name);
    const plan = planLoad(model, name, { arrivals: { rate: 10 }, duration: 30 });
    if ('troubles' in plan) throw new Error(plan.troubles[0]?.message);
    const steps = runLoad(model, plan, { seed: 1, replications: 1, strategies: ['log-lock'] });
    let step = steps.next();
    while (!step.done) step = steps.next();
    const load = step.value.strategies['log-lock'];
    if (load === undefined || 'unavailable' in load) throw new Error('It can be run');
    const able = load.commands.filter(({ command }) => !NEVER.includes(command));
    expect(able.length).toBeGreaterThan(3);
    for (const { command, ended, outcomes } of able) {
      expect(outcomes.accepted / ended, command).toBeGreaterThan(0.7);
    }
    // What is never accepted is not silently left out.
    const warned = step.value.warnings.map((warning) => warning.split(' ')[0]);
    expect(warned).toEqual(load.commands.map(({ command }) => command).filter((one) => NEVER.includes(one)));
  });
});
