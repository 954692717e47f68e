import { everyRule, type View } from '../../decision/decide.ts';
import { isSameDecision } from '../../decision/same-decision.ts';
import { decideLeg } from '../../strategies/command-run.ts';
import type { WatchedAppend } from '../command-automaton.ts';
import type { Effects } from '../matrix-result.ts';
import { listTypes } from './command-views.ts';
import { findOvertaken } from './find-overtaken.ts';

/** Gathers what the appends of a search do to constraints, and what stops them. */
export class EffectsLog {
  readonly #broken = new Set<string>();
  readonly #stale = new Set<string>();
  readonly #stopped = new Set<string>();
  readonly #stoppedForNothing = new Set<string>();

  /** All that was gathered, names in order. */
  get effects(): Effects {
    return {
      broken: [...this.#broken].sort(),
      stale: [...this.#stale].sort(),
      stopped: [...this.#stopped].sort(),
      stoppedForNothing: [...this.#stoppedForNothing].sort(),
    };
  }

  add(append: WatchedAppend): void {
    const { verdict, tripping } = append;
    if (verdict === 'conflict') addAll(this.#stopped, findCauses(append));
    if (verdict === 'falseConflict') addAll(this.#stoppedForNothing, listTypes(tripping));
    if (verdict !== 'missedConflict' && verdict !== 'tolerated') return;
    const { broken, stale } = findOvertaken({ ...append, plan: planOf(append) });
    addAll(this.#broken, broken);
    addAll(this.#stale, stale);
  }
}

/** The types of the events that a guard saw and that by themselves change the decision; all that it saw where none does. */
function findCauses(append: WatchedAppend): readonly string[] {
  const { run, leg, seen, tripping, seeWith } = append;
  const decide = (view: View) => decideLeg(run, planOf(append), leg, view, everyRule);
  const stale = decide(seen);
  const types = listTypes(tripping);
  const causes = types.filter((type) => {
    const records = tripping.filter(({ fact }) => fact.type === type);
    return !isSameDecision(stale, decide(seeWith(records)));
  });
  return causes.length > 0 ? causes : types;
}

/** What is written is decided in the first leg. */
function planOf({ leg, plan }: WatchedAppend): WatchedAppend['plan'] | null {
  return leg === 0 ? null : plan;
}

function addAll(set: Set<string>, names: readonly string[]): void {
  for (const name of names) set.add(name);
}
