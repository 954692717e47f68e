import type { Board } from '../../../board/board.ts';
import { toJson } from '../../../decision/cel-value.ts';
import type { CompiledModel } from '../../../decision/compiled-model.ts';
import { recallValue } from '../../../decision/kept-value.ts';
import { isOutdated } from '../../../event-store/checkpoint.ts';
import type { EventStore } from '../../../event-store/port.ts';
import { ProjectionRunner, type ProjectionStatus } from '../../../event-store/projection-runner.ts';
import { shelfOf } from '../../../event-store/projector.ts';
import type { ReadModelStatus, ReadModels } from '../../../lab/history/read-models.ts';
import { projectReadModel } from '../../../runs/project-read-model.ts';
import type { HeldLog } from '../held-log.ts';

interface Run {
  readonly mode: 'sync' | 'async';
  readonly runner: ProjectionRunner;
}

/** The read models of a board, run on its log as long as the board is open. */
export class BoardReadModels implements ReadModels {
  readonly #held: HeldLog;
  readonly #compile: () => CompiledModel | null;
  readonly #listeners = new Set<() => void>();
  readonly #forget: readonly (() => void)[];
  readonly #runs = new Map<string, Run>();
  #store: EventStore | null = null;
  #state: readonly ReadModelStatus[] | null = null;
  /** What of the model and the log it last looked at: versions of a document share what did not change. */
  #seen: readonly unknown[] = [];
  #isClosed = false;
  #refreshing: Promise<void> = Promise.resolve();

  /** `compile` gives the board's model as it is now; null when it is not usable. */
  constructor(board: Board, held: HeldLog, compile: () => CompiledModel | null) {
    this.#held = held;
    this.#compile = compile;
    const look = () => {
      const { model } = board.state().parsed;
      const status = held.status();
      const seen = [model?.readModels, model?.events, status?.events, status?.edition];
      if (seen.every((one, i) => one === this.#seen[i])) return;
      this.#seen = seen;
      void this.settle();
    };
    this.#forget = [board.listen(look), held.listen(look)];
  }

  readonly state = (): readonly ReadModelStatus[] | null => this.#state;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly pause = (name: string): void =>
    void this.#runs
      .get(name)
      ?.runner.pause()
      .catch(() => {});
  readonly resume = (name: string): void =>
    void this.#runs
      .get(name)
      ?.runner.resume()
      .catch(() => {});
  readonly rebuild = (name: string): void =>
    void this.#runs
      .get(name)
      ?.runner.rebuild()
      .catch(() => {});
  readonly check = (name: string): void =>
    void this.#runs
      .get(name)
      ?.runner.check()
      .catch(() => {});

  readonly look = async (name: string, most: number) => {
    const store = await this.#held.use();
    const rows = await store.listRows(shelfOf({ name }), { limit: most });
    return rows.map(({ key, value }) => ({ key, value: toJson(recallValue(value)) }));
  };

  /** How far a read model has come on the log; 0 where there is no such one. */
  positionOf(name: string): number {
    return this.#state?.find((status) => status.name === name)?.position ?? 0;
  }

  /** Brings the read models of a mode, or all, level with the log as it is now, as far as they can be. */
  async settle(mode?: 'sync'): Promise<void> {
    this.#refreshing = this.#refreshing.then(() => this.#refresh()).catch(() => {});
    await this.#refreshing;
    const runs = [...this.#runs.values()].filter((run) => mode === undefined || run.mode === mode);
    await Promise.all(runs.map(({ runner }) => runner.wake()));
  }

  close(): void {
    this.#isClosed = true;
    for (const forget of this.#forget) forget();
    for (const { runner } of this.#runs.values()) runner.close();
  }

  /** Has a runner for each read model of the model as it is now, on the store as it is now. */
  async #refresh(): Promise<void> {
    const store = await this.#held.use();
    const model = this.#compile();
    if (this.#isClosed || model === null) return;
    for (const [name, { runner, mode }] of [...this.#runs]) {
      const readModel = model.readModels.get(name);
      const isSame =
        store === this.#store &&
        readModel?.mode === mode &&
        projectReadModel(model, readModel).definition === runner.projector.definition;
      if (isSame) continue;
      runner.close();
      this.#runs.delete(name);
    }
    this.#store = store;
    for (const readModel of model.readModels.values()) {
      if (this.#runs.has(readModel.name)) continue;
      const tools = { now: () => performance.now(), onChange: () => this.#tell() };
      const runner = new ProjectionRunner(store, projectReadModel(model, readModel), tools);
      this.#runs.set(readModel.name, { mode: readModel.mode, runner });
    }
    this.#tell();
  }

  #tell(): void {
    const order = [...(this.#compile()?.readModels.keys() ?? [])];
    const state = order.flatMap((name) => {
      const run = this.#runs.get(name);
      const status = run?.runner.status();
      return run && status ? [describe(name, run.mode, status)] : [];
    });
    // Until each has looked, the list is not whole.
    if (state.length < this.#runs.size) return;
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

function describe(name: string, mode: Run['mode'], status: ProjectionStatus): ReadModelStatus {
  const { checkpoint, head, rows, perSecond, check, trouble } = status;
  const { position, rebuildTo, error } = checkpoint;
  const phase = phaseOf(status);
  return {
    name,
    mode,
    phase,
    isOutdated: status.isStale && isOutdated(checkpoint),
    position,
    head,
    rebuildTo,
    rows,
    perSecond,
    error,
    check,
    trouble,
  };
}

function phaseOf({ checkpoint, head, isStale }: ProjectionStatus): ReadModelStatus['phase'] {
  if (isStale) return 'stale';
  if (checkpoint.isPaused) return 'paused';
  if (checkpoint.error !== null) return 'failed';
  if (checkpoint.rebuildTo !== null && checkpoint.position < checkpoint.rebuildTo) return 'rebuilding';
  return checkpoint.position < head ? 'behind' : 'level';
}
