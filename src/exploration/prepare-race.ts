import type { CompiledModel } from '../decision/compiled-model.ts';
import { recordGiven } from '../decision/make-fact.ts';
import { prepareCommand } from '../decision/prepare.ts';
import type { Race } from '../model/schema.ts';
import { type CommandRun, startRun } from '../strategies/command-run.ts';
import type { LogRecord } from '../strategies/guard.ts';
import type { StrategyId } from '../strategies/program.ts';
import { STRATEGIES } from '../strategies/registry.ts';
import { sayHomeless } from '../strategies/say-homeless.ts';
import { findHomeless, homeStreams } from '../strategies/streams.ts';
import { listPlaces } from './policies/list-places.ts';
import { ABSENT, PlaceAutomaton } from './policies/place-automaton.ts';
import { PolicyJoins } from './policies/policy-joins.ts';
import type { PolicyPlan } from './policies/policy-plan.ts';
import type { Exclusions, RaceAutomata } from './race-automata.ts';
import type { Unavailable } from './result.ts';
import { SharedTables } from './shared-tables.ts';

/** A race under a strategy, ready to be run: nothing in it depends on a schedule. */
export interface PreparedRace {
  readonly runs: readonly CommandRun[];
  readonly given: readonly LogRecord[];
  /** Tries per leg, Infinity for unlimited. */
  readonly attempts: number;
  /** How policies take part; null where they do not (P1). */
  readonly policies: PolicyPlan | null;
}

const MOST_COMMANDS = 64;

/** Prepares a race for a strategy, or says in a sentence why it cannot be run under it (D9, S4). */
export function prepareRace(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
): PreparedRace | Unavailable {
  const chosen = STRATEGIES[strategy];
  const issued = race.commands ?? [];
  if (issued.length > MOST_COMMANDS)
    return { unavailable: `A race can have at most ${MOST_COMMANDS} commands` };
  const given: LogRecord[] = [];
  for (const event of race.given ?? []) {
    const recorded = recordGiven(model, event);
    if ('message' in recorded) return { unavailable: `Given event ${event.event}: ${recorded.message}` };
    const { time, ...fact } = recorded;
    given.push({ fact, time, streams: homeStreams(model, fact), first: true });
  }
  const runs: CommandRun[] = [];
  for (const command of issued) {
    const homeless = chosen.needsStreams ? findHomeless(model, command.command) : null;
    if (homeless !== null) return { unavailable: sayHomeless(homeless) };
    const prepared = prepareCommand(model, command, race.now);
    if (typeof prepared === 'string') return { unavailable: prepared };
    runs.push(startRun(model, chosen, prepared));
  }
  const policies = race.policies === true ? planPolicies(model, race, strategy) : null;
  const homeless = chosen.needsStreams ? findHomelessPlace(policies) : null;
  if (homeless !== null) return { unavailable: sayHomeless(homeless) };
  const attempts = race.attempts === 'unlimited' ? Number.POSITIVE_INFINITY : (race.attempts ?? 1);
  return { runs, given, attempts, policies };
}

/** How many numbers for commands a race has, those of its policies' places included (P4). */
export function countCommands({ runs, policies }: PreparedRace): number {
  return runs.length + (policies?.places.length ?? 0);
}

/** How policies take part in a race. */
function planPolicies(model: CompiledModel, race: Race, strategy: StrategyId): PolicyPlan {
  const places = listPlaces(
    model,
    (race.commands ?? []).map(({ command }) => command),
  );
  return { model, strategy: STRATEGIES[strategy], places };
}

/** The first event without a home stream that a command can emit once it has joined (S4, P5). */
function findHomelessPlace(policies: PolicyPlan | null): string | null {
  for (const { issues } of policies?.places ?? []) {
    const homeless = policies && findHomeless(policies.model, issues);
    if (homeless !== null) return homeless;
  }
  return null;
}

/** Makes the automata of a race: those of its own commands, then those of its policies' places. */
export function buildAutomata(model: CompiledModel, race: PreparedRace): RaceAutomata {
  const { runs, given, attempts, policies } = race;
  const shared = new SharedTables(model);
  const own = runs.map((run) => shared.makeAutomaton(run, attempts));
  const starts = own.map((automaton) => automaton.start(given));
  const exclusions = excludeByLocks(runs);
  if (policies === null) return { automata: own, starts, exclusions, policies };
  const places = policies.places.map((place) => new PlaceAutomaton(policies, place, shared, given, attempts));
  return {
    automata: [...own, ...places],
    starts: [...starts, ...places.map(() => ABSENT)],
    exclusions,
    policies: new PolicyJoins(policies, places, shared.batches),
  };
}

/** Which runs share a lock key; null when the strategy takes no locks (S7). */
export function excludeByLocks(runs: readonly CommandRun[]): Exclusions {
  const keys = runs.map(({ program }) => program.locks);
  if (keys.every((own) => own === null)) return null;
  return keys.map((own, command) =>
    keys.map((other, index) => index !== command && (own ?? []).some((key) => other?.includes(key))),
  );
}
