import { listSources } from '../../exploration/finder/commands-that-matter.ts';
import type { CommandPair } from '../../exploration/finder/list-pairs.ts';
import type { Model, Race } from '../../model/schema.ts';
import { coreOf, rootsOf, sliceModel } from '../../model/slice-model.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';

const cores = new WeakMap<Model, string>();

/** What the engine has to know of a model, as text. */
export function coreText(model: Model): string {
  const known = cores.get(model) ?? JSON.stringify(coreOf(model));
  cores.set(model, known);
  return known;
}

const loads = new WeakMap<Model, string>();

/** What the engine has to know of a model to load it, as text: a workload names tags too. */
export function loadText(model: Model): string {
  const tags = Object.fromEntries(Object.keys(model.tags ?? {}).map((tag) => [tag, {}]));
  const known = loads.get(model) ?? JSON.stringify({ ...coreOf(model), tags });
  loads.set(model, known);
  return known;
}

const races = new WeakMap<Model, Map<string, string>>();

/**
 * All that the schedules of a race under a strategy can depend on, as text: equal texts have equal results. Only some
 * strategies look at streams; what is told names the streams of every event, and so do they who tell (`streams`).
 */
export function raceText(
  model: Model,
  { given, commands, attempts, policies = false, now }: Race,
  strategy: StrategyId,
  streams: boolean = STRATEGIES[strategy].needsStreams,
): string {
  const race = JSON.stringify([given, commands, attempts, policies, now]);
  const known = races.get(model) ?? new Map<string, string>();
  races.set(model, known);
  const key = `${streams} ${race}`;
  const slice =
    known.get(key) ??
    JSON.stringify(sliceModel(model, rootsOf({ name: '', given, commands, policies }), { streams }));
  known.set(key, slice);
  return `${strategy} ${race} ${slice}`;
}

/** All that a cell of the matrix can depend on, as text: the pair, and every command that can come before it. */
export function pairText(model: Model, pair: CommandPair): string {
  const commands = [...new Set([...pair, ...listSources(model, pair).commands])];
  const slice = sliceModel(model, { commands, events: [] }, { streams: true });
  return `${JSON.stringify(pair)} ${JSON.stringify(slice)}`;
}
