import type { CutOff, Outcome, ScheduleStep } from '../../src/exploration/result.ts';
import type { Model, Race } from '../../src/model/schema.ts';
import { ExpressionFailed } from './brute-force-cel.ts';
import { type AppendEffects, findEffects } from './brute-force-effects.ts';
import type { Entry } from './brute-force-log.ts';
import { type Place, placesOf } from './brute-force-policies.ts';
import { prepareRun } from './brute-force-prepare.ts';
import {
  enabledIn,
  guardFails,
  type Label,
  NoHomeStream,
  type Setting,
  STREAMS,
  type State,
  type StrategyId,
  startOf,
  stepKind,
  takeStep,
} from './brute-force-steps.ts';
import { type BruteForceResult, Tally } from './brute-force-tally.ts';

/** One whole schedule, for tests that look at more than the counts. */
export interface FinishedSchedule {
  readonly steps: readonly ScheduleStep[];
  readonly outcomes: readonly Outcome[];
  /** What its steps showed. */
  readonly shown: readonly Label[];
  readonly log: readonly Entry[];
}

/** An append that is about to be judged, for tests that compare guards. */
export interface GuardProbe {
  readonly fails: (strategy: StrategyId) => boolean;
  /** What it does to constraints, and what stops it. */
  readonly effects: () => AppendEffects;
}

export interface BruteForceOptions {
  /** Gives up beyond this many schedules. */
  readonly limit?: number;
  readonly onSchedule?: (schedule: FinishedSchedule) => void;
  readonly onAppend?: (probe: GuardProbe) => void;
}

class LimitReached extends Error {}

/**
 * Every schedule of a race under a strategy, one after the other, deciding anew from the whole log at every step (X1, X2, X4).
 * Null beyond `limit` schedules; `unavailable` when an event has no home stream under a stream strategy (S4), or the tags of a given event fail.
 */
export function bruteForce(
  model: Model,
  race: Race,
  strategy: StrategyId,
  options: BruteForceOptions = {},
): BruteForceResult | { readonly unavailable: string } | null {
  const homeless = STREAMS.includes(strategy) ? findHomeless(model, race) : undefined;
  if (homeless !== undefined) return { unavailable: homeless };
  const runs = (race.commands ?? []).map((issued, index) => prepareRun(model, race, issued, index));
  const tally = new Tally();
  const met = { places: placesOf(model, race), joined: new Set<Place>(), cutOff: new Map<string, CutOff>() };
  const walker = new Walker({ model, race, strategy, runs, decided: new Map(), ...met }, tally, options);
  try {
    walker.walk(startOf(model, race, strategy), [], [], 1);
  } catch (stop) {
    if (stop instanceof LimitReached) return null;
    if (stop instanceof NoHomeStream || stop instanceof ExpressionFailed)
      return { unavailable: stop.message };
    throw stop;
  }
  if (race.policies !== true) return tally.result();
  const joins = met.places.filter((place) => met.joined.has(place)).map(({ nth: _, ...join }) => join);
  const key = ({ after, on, policy }: CutOff) => `${String(after).padStart(3, '0')} ${on} ${policy}`;
  const cutOff = [...met.cutOff.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return { ...tally.result(), joins, ...(cutOff.length > 0 && { cutOff }) };
}

/** Depth first through all schedules. */
class Walker {
  readonly #setting: Setting;
  readonly #tally: Tally;
  readonly #options: BruteForceOptions;

  constructor(setting: Setting, tally: Tally, options: BruteForceOptions) {
    this.#setting = setting;
    this.#tally = tally;
    this.#options = options;
  }

  walk(state: State, steps: readonly ScheduleStep[], shown: readonly Label[], probability: number): void {
    const enabled = enabledIn(state);
    if (enabled.length === 0) this.#finish(state, steps, shown, probability);
    for (const command of enabled) {
      const step = stepKind(state, command);
      const prefix = [...steps, { command, step }];
      if (step === 'append') this.#probe(state, command);
      const next = takeStep(this.#setting, state, command);
      for (const label of next.labels) this.#tally.witness(label, prefix);
      this.walk(next.state, prefix, [...shown, ...next.labels], probability / enabled.length);
    }
  }

  #probe(state: State, command: number): void {
    this.#options.onAppend?.({
      fails: (strategy) => guardFails(this.#setting, strategy, state, command),
      effects: () => findEffects(this.#setting, state, command),
    });
  }

  #finish(state: State, steps: readonly ScheduleStep[], shown: readonly Label[], probability: number): void {
    this.#tally.count(shown, probability);
    if (this.#tally.schedules > (this.#options.limit ?? 200_000)) throw new LimitReached();
    const outcomes = state.places.flatMap(({ outcome }) => outcome ?? []);
    this.#options.onSchedule?.({ steps, outcomes, shown, log: state.log });
  }
}

/** Why a race cannot run under the stream strategies, as far as the model tells without running it (S4). */
function findHomeless(model: Model, race: Race): string | undefined {
  const own = (race.commands ?? []).map(({ command }) => command);
  const issued = placesOf(model, race).map(({ issues }) => issues);
  const emits = [...own, ...issued].flatMap((command) => model.commands?.[command]?.emits ?? []);
  return emits
    .map((emit) => (typeof emit === 'string' ? emit : emit.event))
    .find((type) => !mayHaveHome(model, type));
}

function mayHaveHome(model: Model, type: string): boolean {
  const concepts = Object.keys(model.events?.[type]?.tags ?? {});
  return Object.values(model.aggregates ?? {}).some(
    ({ id, events }) => id !== undefined && concepts.includes(id) && events?.includes(type),
  );
}
