import type { CompiledCommand, CompiledModel } from '../decision/compiled-model.ts';
import { decide } from '../decision/decide.ts';
import { prepareCommand } from '../decision/prepare.ts';
import { findKeyFields } from '../exploration/finder/key-fields.ts';
import type { Json } from '../lib/json.ts';
import type { FieldKind } from '../model/field-type.ts';
import { nameInstance } from '../model/name-instance.ts';
import type { Workload } from '../model/schema.ts';
import type { Duration } from './duration.ts';
import { listTags } from './list-tags.ts';
import type { Arrivals, BackOff, Choice, CommandPlan, FieldPlan, LoadPlan, PoolPlan } from './load-plan.ts';

/** What a model without a word about load is given: one click has to run. */
const DEFAULTS = {
  instances: 24,
  rate: 16,
  window: 30,
  attempts: 3,
  warmUp: 5,
  duration: 60,
  sigma: 0.5,
  most: 1000,
  /** Large enough that limits are not what a load meets first. */
  number: 100,
  numbers: [1, 10, 100],
  /** What makes instances is rare beside what works with them. */
  weight: { makes: 1, works: 10 },
} as const;

/** Why a workload cannot be run, with the place in it as a JSON pointer below the workload. */
export interface LoadTrouble {
  readonly at: string;
  readonly message: string;
}

/** A plan as plain data, for who wants to show it. */
export interface PlannedLoad extends Omit<LoadPlan, 'mix' | 'makers' | 'pools' | 'start'> {
  readonly mix: readonly { readonly command: string; readonly weight: number }[];
  readonly pools: readonly PoolPlan[];
  readonly start: readonly { readonly command: string; readonly times: number }[];
}

/** A plan without what can only be run. */
export function describePlan({ mix, makers: _, pools, start, ...plan }: LoadPlan): PlannedLoad {
  return {
    ...plan,
    mix: mix.map(({ command, weight }) => ({ command: command.name, weight })),
    pools: [...pools.values()],
    start: start.map(({ plan: { command }, times }) => ({ command: command.name, times })),
  };
}

/** Decides everything that a workload leaves open, from the model alone; or says what is wrong with it. */
export function planLoad(
  model: CompiledModel,
  name: string,
  workload: Workload = {},
): LoadPlan | { readonly troubles: readonly LoadTrouble[] } {
  const troubles = findTroubles(model, workload);
  if (troubles.length > 0) return { troubles };
  const issued = listIssued(model, workload);
  const mix = issued.map((command) => planCommand(model, command, workload));
  return {
    name,
    mix: mix.filter(({ weight }) => weight > 0),
    makers: workload.commands ? [] : mix.filter(({ command }) => makesInstances(model, command)),
    pools: planPools(model, workload),
    isBlind: workload.blind ?? false,
    start: planStart(model, workload),
    arrivals: planArrivals(workload.arrivals),
    window: planDuration(workload.window, DEFAULTS.window),
    keepsWindow: workload.keepWindow ?? false,
    step: planDuration(workload.step, 0),
    workers: numberOf(workload.workers, Number.POSITIVE_INFINITY),
    attempts: numberOf(workload.attempts, DEFAULTS.attempts),
    backOff: planBackOff(workload.backOff),
    warmUp: 1000 * (workload.warmUp ?? DEFAULTS.warmUp),
    duration: 1000 * (workload.duration ?? DEFAULTS.duration),
  };
}

function findTroubles(model: CompiledModel, { commands, instances, start }: Workload): LoadTrouble[] {
  const unknown = (kind: string, names: readonly string[], section: string, has: (name: string) => boolean) =>
    names
      .filter((name) => !has(name))
      .map((name) => ({ at: `/${section}/${name}`, message: `There is no ${kind} “${name}” in the model.` }));
  const known = (name: string) => model.commands.has(name);
  const tags = listTags(model.model);
  const troubles = [
    ...unknown('command', Object.keys(commands ?? {}), 'commands', known),
    ...unknown('command', Object.keys(start ?? {}), 'start', known),
    ...unknown('tag', Object.keys(instances ?? {}), 'instances', (name) => tags.includes(name)),
  ];
  if (troubles.length > 0) return troubles;
  const issued = listIssued(model, { ...(commands ? { commands } : {}) });
  if (issued.length === 0) {
    const message = commands
      ? 'No command is issued: name at least one under “commands”.'
      : 'No command of the model appends an event, so there is nothing to load it with.';
    return [{ at: '/commands', message }];
  }
  const weights = issued.map((command) => commands?.[command.name]?.weight ?? 1);
  if (weights.every((weight) => weight === 0)) {
    return [
      { at: '/commands', message: 'All weights are 0, so no command is ever issued: give one a weight.' },
    ];
  }
  return [];
}

function listIssued(model: CompiledModel, { commands }: Workload): readonly CompiledCommand[] {
  const all = [...model.commands.values()];
  if (commands === undefined) return all.filter(({ emits }) => emits.length > 0);
  return all.filter(({ name }) => Object.hasOwn(commands, name));
}

function planCommand(model: CompiledModel, command: CompiledCommand, workload: Workload): CommandPlan {
  const written = workload.commands?.[command.name];
  const isMaker = makesInstances(model, command);
  const fields = new Map<string, FieldPlan>();
  const keys = findKeyFields(command);
  for (const [field, kind] of command.fields) {
    const given = written?.data?.[field] as Json | undefined;
    const concept = [...(keys.get(field) ?? [])][0];
    if (given !== undefined)
      fields.set(field, { kind: 'values', values: Array.isArray(given) ? given : [given] });
    else if (concept !== undefined) fields.set(field, planKey(kind, concept));
    else if (!kind.optional) fields.set(field, { kind: 'values', values: samplesOf(kind, isMaker) });
  }
  const usual = isMaker ? DEFAULTS.weight.makes : DEFAULTS.weight.works;
  return { command, fields, weight: written ? (written.weight ?? 1) : usual };
}

function planKey(kind: FieldKind, concept: string): FieldPlan {
  return { kind: 'instance', concept, listOf: kind.kind === 'list' ? 2 : null };
}

/** What works with instances takes more or less of what they have, or changes it. */
function samplesOf(kind: FieldKind, isMaker: boolean): readonly Json[] {
  if (isMaker) return [sampleOf(kind)];
  if (kind.kind === 'int' || kind.kind === 'double') return DEFAULTS.numbers;
  return kind.kind === 'string'
    ? [1, 2].map((number) => nameInstance(kind, 'some', number))
    : [sampleOf(kind)];
}

function sampleOf(kind: FieldKind): Json {
  if (kind.kind === 'int' || kind.kind === 'double') return DEFAULTS.number;
  if (kind.kind === 'list') return [];
  if (kind.kind === 'map') return {};
  return nameInstance(kind, 'some', 1);
}

/** Whether a command makes what it is about: accepted when nothing has happened, and not a second time. */
function makesInstances(model: CompiledModel, command: CompiledCommand): boolean {
  const first = tryAlone(model, command, []);
  if (first?.kind !== 'accepted') return false;
  const log = first.events.map((event) => ({ ...event, time: '2000-01-01T00:00:00Z' }));
  return tryAlone(model, command, log)?.kind === 'rejected';
}

/** Whether a command is accepted when nothing has happened. */
function canBegin(model: CompiledModel, command: CompiledCommand): boolean {
  return tryAlone(model, command, [])?.kind === 'accepted';
}

function tryAlone(model: CompiledModel, command: CompiledCommand, log: Parameters<typeof decide>[2]) {
  const keys = findKeyFields(command);
  const data = Object.fromEntries(
    [...command.fields].map(([field, kind]) => {
      const [concept] = keys.get(field) ?? [];
      return [field, concept === undefined ? sampleOf(kind) : nameInstance(kind, concept, 1)];
    }),
  );
  const prepared = prepareCommand(model, { command: command.name, data });
  return typeof prepared === 'string' ? null : decide(model, prepared, log);
}

function planPools(model: CompiledModel, { instances }: Workload): ReadonlyMap<string, PoolPlan> {
  const concepts = new Set<string>();
  for (const command of model.commands.values()) {
    for (const own of findKeyFields(command).values()) for (const concept of own) concepts.add(concept);
  }
  return new Map(
    [...concepts].map((concept) => {
      const written = instances?.[concept];
      const count = written?.count ?? DEFAULTS.instances;
      return [concept, { concept, count, choice: planChoice(written?.choose) }];
    }),
  );
}

function planChoice(choose: NonNullable<Workload['instances']>[string]['choose']): Choice {
  if (choose === undefined || choose === 'uniform') return { kind: 'uniform' };
  if (choose.zipf !== undefined) return { kind: 'zipf', exponent: choose.zipf };
  return { kind: 'hot', count: choose.hot, share: choose.share };
}

/** Without a word about it, what can begin is done for each instance that it is the first to be about. */
function planStart(model: CompiledModel, workload: Workload): LoadPlan['start'] {
  const { start } = workload;
  const commands = [...model.commands.values()].filter(({ emits }) => emits.length > 0);
  if (start !== undefined) {
    return commands.flatMap((command) => {
      const times = start[command.name] ?? 0;
      return times > 0 ? [{ plan: planCommand(model, command, workload), times, isForNew: false }] : [];
    });
  }
  const pools = planPools(model, workload);
  const first = commands.filter((command) => canBegin(model, command));
  return first.map((command) => {
    const concepts = [...findKeyFields(command).values()].flatMap((own) => [...own]);
    const counts = concepts.map((concept) => pools.get(concept)?.count ?? 1);
    return { plan: planCommand(model, command, workload), times: Math.max(1, ...counts), isForNew: true };
  });
}

function planArrivals(arrivals: Workload['arrivals']): Arrivals {
  if (arrivals === undefined) return { kind: 'poisson', rate: DEFAULTS.rate };
  if (arrivals.clients !== undefined) {
    return { kind: 'clients', clients: arrivals.clients, think: planDuration(arrivals.think, 0) };
  }
  const { rate, burst = 1 } = arrivals;
  return burst > 1 ? { kind: 'bursts', rate, size: burst } : { kind: 'poisson', rate };
}

function planDuration(written: Workload['window'], otherwise: number): Duration {
  if (written === undefined) return { kind: 'fixed', ms: otherwise };
  if (typeof written === 'number') return { kind: 'fixed', ms: written };
  if (written.exponential !== undefined) return { kind: 'exponential', mean: written.exponential };
  return { kind: 'logNormal', median: written.logNormal, sigma: written.sigma ?? DEFAULTS.sigma };
}

function planBackOff(written: Workload['backOff']): BackOff {
  if (written === undefined || written === 0) return { kind: 'none' };
  if (typeof written === 'number') return { kind: 'constant', ms: written };
  const { exponential, most = DEFAULTS.most, jitter = true } = written;
  return { kind: 'exponential', ms: exponential, most, jitter };
}

function numberOf(written: number | 'unlimited' | undefined, otherwise: number): number {
  return written === 'unlimited' ? Number.POSITIVE_INFINITY : (written ?? otherwise);
}
