import type { Workload } from '../model/schema.ts';

/** Something in a workload that a sweep can change, one value after the other. */
export interface SweepParameter {
  /** Whole numbers only. */
  readonly isWhole: boolean;
  /** The least value, itself allowed or not. */
  readonly least: number;
  readonly isLeastAllowed: boolean;
  /** Steps of a range are equal in size, not in proportion. */
  readonly isEven: boolean;
  /** Whether it is about one tag (`count.category`), may be, or is about none. */
  readonly tag: 'always' | 'either' | 'never';
  /** In words, for the heads of charts and tables. */
  readonly words: string;
  readonly vary: (workload: Workload, value: number, tags: readonly string[]) => Workload;
}

const WHOLE = { isWhole: true, least: 1, isLeastAllowed: true, isEven: false, tag: 'never' } as const;
const TIME = { isWhole: false, least: 0, isLeastAllowed: true, isEven: false, tag: 'never' } as const;

/** All that a sweep can change, by the name it is asked for with. */
export const SWEEP_PARAMETERS: { readonly [name: string]: SweepParameter } = {
  rate: {
    ...TIME,
    isLeastAllowed: false,
    words: 'commands a second',
    vary: (workload, rate) => {
      const burst = workload.arrivals?.clients === undefined ? workload.arrivals?.burst : undefined;
      return { ...workload, arrivals: burst === undefined ? { rate } : { rate, burst } };
    },
  },
  burst: {
    ...WHOLE,
    words: 'commands at once',
    vary: (workload, burst) => {
      const rate = workload.arrivals?.clients === undefined ? workload.arrivals?.rate : undefined;
      return { ...workload, arrivals: { rate: rate ?? 16, burst } };
    },
  },
  clients: {
    ...WHOLE,
    words: 'clients',
    vary: (workload, clients) => {
      const think = workload.arrivals?.clients === undefined ? undefined : workload.arrivals.think;
      return { ...workload, arrivals: think === undefined ? { clients } : { clients, think } };
    },
  },
  think: {
    ...TIME,
    words: 'ms of thinking',
    vary: (workload, think) => {
      const clients = workload.arrivals?.clients ?? 32;
      const written = workload.arrivals?.clients === undefined ? undefined : workload.arrivals.think;
      return { ...workload, arrivals: { clients, think: stretch(written, think) } };
    },
  },
  window: {
    ...TIME,
    words: 'ms between read and append',
    vary: (workload, window) => ({ ...workload, window: stretch(workload.window, window) }),
  },
  step: {
    ...TIME,
    words: 'ms for each step of the store',
    vary: (workload, step) => ({ ...workload, step: stretch(workload.step, step) }),
  },
  workers: {
    ...WHOLE,
    words: 'workers of the store',
    vary: (workload, workers) => ({ ...workload, workers }),
  },
  attempts: { ...WHOLE, words: 'attempts', vary: (workload, attempts) => ({ ...workload, attempts }) },
  count: {
    ...WHOLE,
    tag: 'always',
    words: 'instances',
    vary: (workload, count, tags) => changeInstances(workload, tags, { count }),
  },
  zipf: {
    ...TIME,
    isEven: true,
    tag: 'either',
    words: 'Zipf exponent',
    vary: (workload, zipf, tags) => changeInstances(workload, tags, { choose: { zipf } }),
  },
};

type Times = Workload['window'];

/** A duration of another length, which spreads as before. */
function stretch(written: Times, ms: number): Exclude<Times, undefined> {
  if (written === undefined || typeof written === 'number') return ms;
  if (written.exponential !== undefined) return { exponential: ms };
  return { ...written, logNormal: ms };
}

function changeInstances(
  workload: Workload,
  tags: readonly string[],
  change: NonNullable<Workload['instances']>[string],
): Workload {
  const changed = tags.map((tag) => [tag, { ...workload.instances?.[tag], ...change }] as const);
  return { ...workload, instances: { ...workload.instances, ...Object.fromEntries(changed) } };
}

/** The names of all parameters, those about a tag with a place for it. */
export const SWEEP_NAMES = Object.entries(SWEEP_PARAMETERS)
  .map(([name, { tag }]) =>
    tag === 'always' ? `${name}.TAG` : tag === 'either' ? `${name}, ${name}.TAG` : name,
  )
  .join(', ');
