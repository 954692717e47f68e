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
import type { CommandAutomaton } from './command-automaton.ts';
import type { Exclusions } from './race-states.ts';
import type { Unavailable } from './result.ts';
import { SharedTables } from './shared-tables.ts';

/** A race under a strategy, ready to be run: nothing in it depends on a schedule. */
export interface PreparedRace {
  readonly runs: readonly CommandRun[];
  readonly given: readonly LogRecord[];
  /** Tries per leg, Infinity for unlimited. */
  readonly attempts: number;
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
  const attempts = race.attempts === 'unlimited' ? Number.POSITIVE_INFINITY : (race.attempts ?? 1);
  return { runs, given, attempts };
}

/** The commands of a race as automata that share what they have in common, the states they start in, and which of them lock each other out. */
export interface RaceAutomata {
  readonly automata: readonly CommandAutomaton[];
  readonly starts: readonly number[];
  readonly exclusions: Exclusions;
}

/** Makes the automata of a race. */
export function buildAutomata(model: CompiledModel, { runs, given, attempts }: PreparedRace): RaceAutomata {
  const shared = new SharedTables(model);
  const automata = runs.map((run) => shared.makeAutomaton(run, attempts));
  const starts = automata.map((automaton) => automaton.start(given));
  return { automata, starts, exclusions: excludeByLocks(runs) };
}

/** Which runs share a lock key; null when the strategy takes no locks (S7). */
export function excludeByLocks(runs: readonly CommandRun[]): Exclusions {
  const keys = runs.map(({ program }) => program.locks);
  if (keys.every((own) => own === null)) return null;
  return keys.map((own, command) =>
    keys.map((other, index) => index !== command && (own ?? []).some((key) => other?.includes(key))),
  );
}
