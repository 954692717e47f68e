import type { CompiledModel } from '../decision/compiled-model.ts';
import type { ProjectionInstance } from '../decision/prepare.ts';
import type { CommandRun } from '../strategies/command-run.ts';
import { BatchTable } from './batch-table.ts';
import { type AppendWatcher, CommandAutomaton } from './command-automaton.ts';
import { FoldTable } from './fold-table.ts';

/** What the automata of one race, or of many races over the same commands, have in common: batches and fold steps. */
export class SharedTables {
  readonly batches = new BatchTable();
  readonly #model: CompiledModel;
  readonly #folds = new Map<string, FoldTable>();

  constructor(model: CompiledModel) {
    this.#model = model;
  }

  /** The values of a projection: one table for all instances with the same key. */
  foldsOf(instance: ProjectionInstance): FoldTable {
    const known = this.#folds.get(instance.key);
    if (known) return known;
    const fold = new FoldTable(this.#model, instance);
    this.#folds.set(instance.key, fold);
    return fold;
  }

  /** The values of a command's projections, in order. */
  foldsOfRun({ command }: CommandRun): readonly FoldTable[] {
    return command.projections.map((instance) => this.foldsOf(instance));
  }

  /** An automaton for a run; `attempts` may be Infinity. */
  makeAutomaton(run: CommandRun, attempts: number, watcher?: AppendWatcher): CommandAutomaton {
    return new CommandAutomaton(run, attempts, this.foldsOfRun(run), this.batches, watcher);
  }
}
