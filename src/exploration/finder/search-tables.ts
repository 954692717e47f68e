import { keyOfJson } from '../../decision/cel-value.ts';
import type { CompiledModel } from '../../decision/compiled-model.ts';
import type { PreparedCommand } from '../../decision/prepare.ts';
import { keyOfFact } from '../../decision/same-decision.ts';
import { type CommandRun, startRun } from '../../strategies/command-run.ts';
import type { LogRecord } from '../../strategies/guard.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { SharedTables } from '../shared-tables.ts';
import { CommandViews } from './command-views.ts';

/** What the pasts of a search and its races under all strategies have in common. */
export class SearchTables extends SharedTables {
  readonly model: CompiledModel;
  /** For each batch the keys of its facts. */
  readonly #facts: (readonly string[])[] = [];
  readonly #views = new Map<string, CommandViews>();

  constructor(model: CompiledModel) {
    super(model);
    this.model = model;
  }

  /** How much is held: a measure of memory. */
  get size(): number {
    let size = this.batches.size;
    for (const views of this.#views.values()) size += views.size;
    return size;
  }

  /** The records of a batch whose facts are in another batch as well. */
  listShared(batch: number, other: number): readonly LogRecord[] {
    const facts = this.#factsOf(other);
    return this.batches
      .recordsOf(batch)
      .filter((_, place) => facts.includes(this.#factsOf(batch)[place] ?? ''));
  }

  #factsOf(batch: number): readonly string[] {
    this.#facts[batch] ??= this.batches.recordsOf(batch).map(({ fact }) => keyOfFact(fact));
    return this.#facts[batch];
  }

  /** The views of a command that appends all its events together; what it decides on them is no matter of strategy. */
  viewsOf(command: PreparedCommand): CommandViews {
    return this.viewsOfRun(startRun(this.model, STRATEGIES.unguarded, command));
  }

  /** The views of a run: one table for all runs of equal commands that append alike (S6). */
  viewsOfRun(run: CommandRun): CommandViews {
    const { command, data, now } = run.command;
    const key = JSON.stringify([run.program.appends, command.name, keyOfJson(data), now]);
    const known = this.#views.get(key);
    if (known) return known;
    const views = new CommandViews(run, this.foldsOfRun(run), this.batches);
    this.#views.set(key, views);
    return views;
  }
}

/** About 100 MB. */
const MOST_HELD = 150_000;

const known = new WeakMap<CompiledModel, SearchTables>();

/** The tables for the next search of a model: what earlier ones worked out is held as long as the model, up to a limit. */
export function tablesFor(model: CompiledModel): SearchTables {
  const held = known.get(model);
  if (held && held.size <= MOST_HELD) return held;
  const fresh = new SearchTables(model);
  known.set(model, fresh);
  return fresh;
}
