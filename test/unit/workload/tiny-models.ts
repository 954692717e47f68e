import { compileModel } from '../../../src/decision/compile.ts';
import type { CompiledModel } from '../../../src/decision/compiled-model.ts';
import type { CommandPlan, LoadPlan } from '../../../src/workload/load-plan.ts';

/** One command that counts: what one of them writes changes what every other of the same counter decides. */
export const COUNTER: CompiledModel = compileModel({
  ambit: '1.0',
  name: 'Counter',
  tags: { counter: {} },
  events: {
    Counted: { fields: { counterId: 'string', number: 'int' }, tags: { counter: 'event.counterId' } },
  },
  constraints: {
    Last: {
      parameters: { counterId: 'string' },
      projections: {
        number: { tags: { counter: 'counterId' }, initial: 0, on: { Counted: 'event.number' } },
      },
    },
  },
  commands: {
    Count: {
      fields: { counterId: 'string' },
      checks: ['Last'],
      emits: [{ event: 'Counted', data: { number: 'Last.number + 1' } }],
    },
  },
  aggregates: { Counter: { id: 'counter', events: ['Counted'] } },
});

/** A plan for the counter in which nothing takes time and everybody tries for ever, but for what is said. */
export function planCounting(changes: Partial<LoadPlan> & { readonly counters?: number } = {}): LoadPlan {
  const { counters = 1, ...rest } = changes;
  const command = COUNTER.commands.get('Count');
  if (command === undefined) throw new Error('The counter counts');
  const count: CommandPlan = {
    command,
    weight: 1,
    fields: new Map([['counterId', { kind: 'instance', concept: 'counter', listOf: null }]]),
  };
  return {
    name: 'Counting',
    mix: [count],
    makers: [],
    pools: new Map([['counter', { concept: 'counter', count: counters, choice: { kind: 'uniform' } }]]),
    isBlind: true,
    start: [],
    arrivals: { kind: 'clients', clients: 2, think: { kind: 'fixed', ms: 0 } },
    window: { kind: 'fixed', ms: 1 },
    keepsWindow: false,
    step: { kind: 'fixed', ms: 0 },
    workers: Number.POSITIVE_INFINITY,
    attempts: Number.POSITIVE_INFINITY,
    backOff: { kind: 'none' },
    warmUp: 100,
    duration: 20_000,
    ...rest,
  };
}
