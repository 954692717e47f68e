import type { Decision } from '../../decision/decision.ts';
import type { PreparedCommand } from '../../decision/prepare.ts';
import { type CommandRun, planLegs, startRun } from '../../strategies/command-run.ts';
import { type Guard, trips } from '../../strategies/guard.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { AppendWatcher, CommandAutomaton } from '../command-automaton.ts';
import { HomelessEvent } from '../take-step.ts';
import { type CommandViews, listTypes } from './command-views.ts';
import type { SearchTables } from './search-tables.ts';

const ATTEMPTS = 1;

/** One of the two commands of a pair under a strategy: what is worked out about it serves every past and every opponent. */
export class Contender {
  readonly run: CommandRun;
  readonly views: CommandViews;
  readonly #tables: SearchTables;
  readonly #watcher: AppendWatcher;
  readonly #guards = new Map<Decision, Guard>();
  readonly #tripping = new Map<Decision, Map<number, readonly string[]>>();
  #automaton: CommandAutomaton | null = null;

  /** The watcher is told of each append that its automaton comes to. */
  constructor(tables: SearchTables, strategy: StrategyId, command: PreparedCommand, watcher: AppendWatcher) {
    this.#watcher = watcher;
    this.run = startRun(tables.model, STRATEGIES[strategy], command);
    this.views = tables.viewsOfRun(this.run);
    this.#tables = tables;
  }

  get automaton(): CommandAutomaton {
    this.#automaton ??= this.#tables.makeAutomaton(this.run, ATTEMPTS, this.#watcher);
    return this.#automaton;
  }

  /** The types of the events in a batch for which the guard stops the append that a decision leads to. Throws `HomelessEvent`. */
  trippingTypes(decision: Decision, batch: number): readonly string[] {
    const guard = this.guardOf(decision);
    const byBatch = this.#tripping.get(decision) ?? new Map<number, readonly string[]>();
    this.#tripping.set(decision, byBatch);
    const types = byBatch.get(batch) ?? this.#findTripping(guard, batch);
    byBatch.set(batch, types);
    return types;
  }

  /** The guard of the first append of an accepted decision; it takes the same object for the same decision. Throws `HomelessEvent`. */
  guardOf(decision: Decision): Guard {
    const guard = this.#guards.get(decision) ?? this.#findGuard(decision);
    this.#guards.set(decision, guard);
    return guard;
  }

  #findGuard(decision: Decision): Guard {
    if (decision.kind !== 'accepted') return NO_GUARD;
    const plan = planLegs(this.run, decision.events);
    if ('homeless' in plan) throw new HomelessEvent(plan.homeless);
    return plan[0]?.guard ?? NO_GUARD;
  }

  #findTripping(guard: Guard, batch: number): readonly string[] {
    return listTypes(this.#tables.batches.recordsOf(batch).filter((record) => trips(guard, record)));
  }
}

const NO_GUARD: Guard = { kind: 'none' };
