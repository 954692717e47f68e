import { compileModel } from '../../decision/compile.ts';
import type { CompiledModel } from '../../decision/compiled-model.ts';
import type { LabEngine } from '../../lab/engine.ts';
import type {
  FreeOrder,
  FreeSession,
  LiveRuns,
  RunOrder,
  RunSession,
  SteppedOrder,
  SteppedSession,
} from '../../lab/live-runs.ts';
import { addStep, endRun } from '../../lab/run-list.ts';
import type { Model } from '../../model/schema.ts';
import { compareTold } from '../../runs/compare-told.ts';
import { runStepped } from '../../runs/run-stepped.ts';
import { sayError } from '../../ui/say-error.ts';
import type { HeldLog } from './held-log.ts';
import { runFreely } from './run-freely.ts';
import type { RunGround } from './run-ground.ts';
import { sleep } from './sleep.ts';

/** How often those who listen are told, at most. */
const GATHER_MS = 40;

/** What runs need of the page. */
export interface LiveRunsParts {
  readonly held: HeldLog;
  readonly engine: Pick<LabEngine, 'explore'>;
  readonly locks: LockManager | undefined;
  readonly ground: Omit<RunGround, 'locks' | 'emptied'>;
}

/** Runs races on a store of their own, one order at a time. */
export class LiveRunner implements LiveRuns {
  readonly log: HeldLog;
  readonly #parts: LiveRunsParts;
  readonly #listeners = new Set<() => void>();
  #session: RunSession | null = null;
  #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #compiled: CompiledModel | undefined;

  constructor(parts: LiveRunsParts) {
    this.log = parts.held;
    this.#parts = parts;
  }

  readonly state = (): RunSession | null => this.#session;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly start = (order: RunOrder): void => {
    this.#stopping.abort();
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    this.#session = beginSession(order);
    this.#tell();
    const before = this.#running;
    // What ran before has to let go of the store first.
    this.#running = before
      .then(() => this.#run(order, signal))
      .then(() => this.#end(signal, { state: signal.aborted ? 'cancelled' : 'over' }))
      .catch((error: unknown) =>
        this.#end(
          signal,
          signal.aborted ? { state: 'cancelled' } : { state: 'failed', failure: sayError(error) },
        ),
      );
  };

  readonly cancel = (): void => {
    this.#stopping.abort();
  };

  readonly close = (): void => {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    this.#listeners.clear();
    this.log.close();
  };

  /** One tab at a time: the others use the same store. */
  async #run(order: RunOrder, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { locks, ground } = this.#parts;
    if (locks === undefined) throw new Error('This browser has no Web Locks, which races need.');
    await locks.request(`ambit-race:${this.log.name}`, { ifAvailable: true }, async (lock) => {
      if (lock === null) throw new Error('Another tab runs a race of this board: wait for it to end.');
      const here: RunGround = { ...ground, locks, emptied: () => this.log.recreate() };
      const model = this.#compile(order.model);
      await (order.kind === 'stepped'
        ? this.#step(model, order, here, signal)
        : this.#runFreely(model, order, here, signal));
    });
  }

  async #step(
    model: CompiledModel,
    order: SteppedOrder,
    ground: RunGround,
    signal: AbortSignal,
  ): Promise<void> {
    const { race, strategy, told, paceMs, onStep } = order;
    onStep(0);
    const run = await runStepped(model, race, strategy, told.order, {
      store: await ground.emptied(),
      runId: ground.makeId(),
      now: ground.now,
      beforeStep: () => sleep(paceMs, signal),
      onStep: (step) => {
        this.#update<SteppedSession>(signal, ({ steps }) => ({ steps: [...steps, step] }));
        const session = this.#session;
        if (session?.kind === 'stepped' && !signal.aborted) onStep(session.steps.length);
      },
    });
    if ('unavailable' in run) throw new Error(run.unavailable);
    this.#update<SteppedSession>(signal, () => ({ steps: run.steps, comparison: compareTold(told, run) }));
  }

  async #runFreely(
    model: CompiledModel,
    order: FreeOrder,
    ground: RunGround,
    signal: AbortSignal,
  ): Promise<void> {
    const exploring = this.#parts.engine
      .explore(order, { signal })
      .then((exploration) => this.#update<FreeSession>(signal, () => ({ exploration })))
      // The runs are worth having also where there is nothing to compare them with.
      .catch((error: unknown) =>
        this.#update<FreeSession>(signal, () => ({ exploration: { unavailable: sayError(error) } })),
      );
    await runFreely(
      model,
      order,
      ground,
      {
        onStep: (run, step) =>
          this.#update<FreeSession>(signal, ({ runs }) => ({ runs: addStep(runs, run, step) })),
        onEnd: (run, { steps }, tally, difference) =>
          this.#update<FreeSession>(signal, ({ runs, agreeing, disagreement }) => ({
            runs: endRun(runs, run, steps),
            tally,
            agreeing: agreeing + (difference === null ? 1 : 0),
            disagreement: disagreement ?? (difference === null ? null : { run, reason: difference }),
          })),
      },
      signal,
    );
    await exploring;
  }

  #compile(model: Model): CompiledModel {
    if (this.#compiled?.model !== model) this.#compiled = compileModel(model);
    return this.#compiled;
  }

  #update<S extends RunSession>(signal: AbortSignal, change: (session: S) => Partial<S>): void {
    if (signal !== this.#stopping.signal || this.#session === null) return;
    // A session keeps the kind it began with, and those who change it know which that is.
    this.#session = { ...this.#session, ...change(this.#session as S) };
    this.#timer ??= setTimeout(() => this.#tell(), GATHER_MS);
  }

  #end(signal: AbortSignal, end: Pick<Partial<RunSession>, 'state' | 'failure'>): void {
    if (signal !== this.#stopping.signal || this.#session === null) return;
    this.#session = { ...this.#session, ...end };
    this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const listener of [...this.#listeners]) listener();
  }
}

function beginSession(order: RunOrder): RunSession {
  const common = { state: 'running', failure: null } as const;
  return order.kind === 'stepped'
    ? { ...common, kind: 'stepped', order, steps: [], comparison: null }
    : {
        ...common,
        kind: 'free',
        order,
        runs: [],
        tally: null,
        exploration: null,
        agreeing: 0,
        disagreement: null,
      };
}
