import { type LogOf, same, valuesOf } from './brute-force-decide.ts';
import type { Entry } from './brute-force-log.ts';
import {
  decideFrom,
  judgeAppend,
  logAtRead,
  runOf,
  type Setting,
  type State,
  stoppingEntries,
} from './brute-force-steps.ts';

/** What one append does to constraints, and what stops it; the names as the matrix gathers them. */
export interface AppendEffects {
  readonly broken: readonly string[];
  readonly stale: readonly string[];
  readonly stopped: readonly string[];
  readonly stoppedForNothing: readonly string[];
}

const NONE: AppendEffects = { broken: [], stale: [], stopped: [], stoppedForNothing: [] };

/** Looks at an append that a command is about to make, deciding anew from the log for every question. */
export function findEffects(setting: Setting, state: State, command: number): AppendEffects {
  const stopping = stoppingEntries(setting, setting.strategy, state, command);
  const shown = judgeAppend(setting, state, command, stopping.length > 0);
  if (shown.includes('falseConflict')) return { ...NONE, stoppedForNothing: typesOf(stopping) };
  if (shown.includes('conflict')) return { ...NONE, stopped: findCauses(setting, state, command, stopping) };
  if (shown.includes('safe')) return NONE;
  return { ...NONE, ...findOvertaken(setting, state, command) };
}

/** One constraint after the other sees the log as it is now, and all others as it was read. */
function findOvertaken(setting: Setting, state: State, command: number) {
  const [then, now] = [logAtRead(state, command), state.log];
  const stale = decideFrom(setting, state, command, () => then);
  const names = [...new Set(runOf(setting, state, command).checks.map(({ constraint }) => constraint))];
  const fresh = (name: string) => {
    const logOf: LogOf = ({ constraint }) => (constraint === name ? now : then);
    return decideFrom(setting, state, command, logOf);
  };
  const changing = names.filter((name) => !same(stale, fresh(name)));
  // Whoever changes it alone and rejects does so by its own rule: the others see what they accepted.
  const broken = changing.filter((name) => fresh(name).kind === 'rejected');
  if (changing.length > 0) return { broken, stale: changing.filter((name) => !broken.includes(name)) };
  return { broken: [], stale: names.filter((name) => isChanged(setting, state, command, name, then, now)) };
}

function isChanged(
  setting: Setting,
  state: State,
  command: number,
  name: string,
  then: readonly Entry[],
  now: readonly Entry[],
): boolean {
  const run = runOf(setting, state, command);
  return run.checks
    .filter(({ constraint }) => constraint === name)
    .some((check) => {
      const [before, after] = [then, now].map((log) => valuesOf(setting.model, run, check, log, () => true));
      return String(Object.values(before ?? {})) !== String(Object.values(after ?? {}));
    });
}

/** The types of the events that stop an append and that alone would have led to another decision; all of them where none would. */
function findCauses(
  setting: Setting,
  state: State,
  command: number,
  stopping: readonly Entry[],
): readonly string[] {
  const then = logAtRead(state, command);
  const stale = decideFrom(setting, state, command, () => then);
  const types = typesOf(stopping);
  const causes = types.filter((type) => {
    const log = [...then, ...stopping.filter((entry) => entry.type === type)];
    return !same(
      stale,
      decideFrom(setting, state, command, () => log),
    );
  });
  return causes.length > 0 ? causes : types;
}

function typesOf(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.map(({ type }) => type))];
}
