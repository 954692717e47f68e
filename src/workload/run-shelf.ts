import type { CompiledModel } from '../decision/compiled-model.ts';
import { prepareCommand } from '../decision/prepare.ts';
import { type CommandRun, startRun } from '../strategies/command-run.ts';
import type { Strategy } from '../strategies/program.ts';
import type { SourcedCommand } from './command-source.ts';
import { type Cell, Ledger } from './ledger.ts';

interface ShelvedRun {
  readonly run: CommandRun;
  readonly cells: readonly Cell[];
}

/** Prepared commands are forgotten when there are so many; the ledger's values stay. */
const MOST = 4096;
/** The simulated clock starts when commands are issued that say nothing else (D9). */
const START = Date.UTC(2000, 0, 1);

/** Commands with their data, prepared once and taken again for the same data. */
export class RunShelf {
  readonly ledger: Ledger;
  readonly #model: CompiledModel;
  readonly #strategy: Strategy;
  readonly #hasTime: boolean;
  readonly #runs = new Map<string, ShelvedRun>();
  /** How often one was taken again since the shelf was last empty. */
  #taken = 0;
  /** Where commands hardly ever come again, keeping them costs more than preparing them. */
  #isWorthIt: boolean;
  /** The last one: whoever tries a command before issuing it asks for it twice. */
  #last: { readonly sourced: SourcedCommand; readonly at: number; readonly shelved: ShelvedRun } | null =
    null;

  constructor(model: CompiledModel, strategy: Strategy) {
    this.#model = model;
    this.#strategy = strategy;
    this.#hasTime = mentionsTime(model);
    this.#isWorthIt = !this.#hasTime;
    this.ledger = new Ledger(model, strategy.id === 'stream-saga');
  }

  /** A command ready to run at a time in milliseconds. */
  find(sourced: SourcedCommand, at: number): ShelvedRun {
    const last = this.#last;
    if (last?.sourced === sourced && last.at === at) return last.shelved;
    const shelved = this.#isWorthIt ? this.#take(sourced, at) : this.#prepare(sourced, at);
    this.#last = { sourced, at, shelved };
    return shelved;
  }

  #take(sourced: SourcedCommand, at: number): ShelvedRun {
    const key = `${sourced.command} ${JSON.stringify(sourced.data)}`;
    const known = this.#runs.get(key);
    if (known !== undefined) {
      this.#taken++;
      return known;
    }
    const made = this.#prepare(sourced, at);
    if (this.#runs.size >= MOST) {
      this.#isWorthIt = this.#taken >= MOST;
      this.#runs.clear();
      this.#taken = 0;
    }
    this.#runs.set(key, made);
    return made;
  }

  #prepare({ command, data }: SourcedCommand, at: number): ShelvedRun {
    const now = this.#hasTime ? { now: new Date(START + at).toISOString() } : {};
    const prepared = prepareCommand(this.#model, { command, data, ...now });
    if (typeof prepared === 'string') throw new Error(prepared);
    const run = startRun(this.#model, this.#strategy, prepared);
    return { run, cells: this.ledger.cellsOf(run) };
  }
}

/** Whether a decision of the model can depend on when something happens. */
function mentionsTime(model: CompiledModel): boolean {
  const commands = [...model.commands.values()];
  const sources = commands.flatMap(({ checks, emits }) => [
    ...checks.flatMap(({ constraint, bindings, each }) => [
      ...bindings.values(),
      ...(each ? [each.list] : []),
      ...(constraint.rule ? [constraint.rule] : []),
      ...constraint.projections.flatMap(({ on, tags }) => [
        ...on.values(),
        ...tags.map(({ value }) => value),
      ]),
    ]),
    ...emits.flatMap(({ when, data }) => [...(when ? [when] : []), ...data.values()]),
  ]);
  return sources.some(({ parts }) => parts.paths.some((path) => path === 'now' || path === 'time'));
}
