import type { CompiledModel } from '../../../decision/compiled-model.ts';
import {
  changeTask,
  claimTask,
  endTask,
  keyOfTask,
  listDone,
  listOpen,
  type Task,
} from '../../../event-store/outbox.ts';
import type { EventStore } from '../../../event-store/port.ts';
import { SimulatedSystem } from '../../../event-store/simulated-system.ts';
import {
  BEHAVIOURS,
  type Behaviour,
  type SideEffect,
  type SideEffectState,
  type SideEffects,
} from '../../../lab/history/side-effects.ts';
import type { IssuedCommand } from '../../../model/schema.ts';
import type { ReactionEnd } from '../../../runs/issue-reaction.ts';
import type { SystemRequest } from '../../../runs/side-effects.ts';
import { sayError } from '../../../ui/say-error.ts';
import type { HeldLog } from '../held-log.ts';

/** After so many tries by itself a task waits for a person. */
const MOST_TRIES = 3;
const RETRY_MS = 400;
const SLOW_MS = 2500;
const SHOWN = 100;
const HELD = { shelf: 'gateway', key: 'held' };

export interface SideEffectGround {
  readonly held: HeldLog;
  readonly locks: LockManager | undefined;
  /** The board's model as it is now; null when it is not usable. */
  readonly compile: () => CompiledModel | null;
  /** How far a read model has come. */
  readonly positionOf: (readModel: string) => number;
  /** Issues a policy's command. */
  readonly issue: (task: Task) => Promise<ReactionEnd>;
  /** Calls back when the model or a read model may have changed; returns how to stop that. */
  readonly watch: (listener: () => void) => () => void;
}

/** Does what the events of a board's log ask for: one task at a time, in the order of the log, in one tab at a time. */
export class BoardSideEffects implements SideEffects {
  readonly #ground: SideEffectGround;
  readonly #listeners = new Set<() => void>();
  readonly #forget: readonly (() => void)[];
  #state: SideEffectState | null = null;
  #running: Promise<void> | null = null;
  #isBehind = false;
  #isClosed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ground: SideEffectGround) {
    this.#ground = ground;
    const wake = () => void this.#wake();
    this.#forget = [ground.held.listen(wake), ground.watch(wake)];
  }

  readonly state = (): SideEffectState | null => this.#state;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly hold = (isHeld: boolean): void => {
    this.#change(async (store) => {
      await store.changeRows({ expect: [], put: [{ ...HELD, value: isHeld }] });
    });
  };

  readonly behave = (system: string, behaviour: Behaviour): void => {
    this.#change(async (store) => {
      await store.changeRows({ expect: [], put: [{ ...behaviourRef(system), value: behaviour }] });
    });
  };

  readonly run = (key: string): void => {
    this.#change((store) =>
      this.#alone(async () => {
        const task = (await listOpen(store)).find((one) => keyOfTask(one) === key);
        if (task && task.state !== 'stopped') await this.#do(store, task);
      }),
    );
  };

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const forget of this.#forget) forget();
  }

  #change(work: (store: EventStore) => Promise<void>): void {
    this.#ground.held
      .use()
      .then(work)
      .then(
        () => this.#wake(),
        (error: unknown) => this.#tell({ trouble: sayError(error) }),
      );
  }

  #wake(): Promise<void> {
    this.#isBehind = true;
    this.#running ??= this.#runAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #runAll(): Promise<void> {
    while (this.#isBehind && !this.#isClosed) {
      this.#isBehind = false;
      try {
        const store = await this.#ground.held.use();
        await this.#look(store);
        if (this.#state?.isHeld === false && this.#state.effects.some(({ state }) => state !== 'done')) {
          await this.#alone(() => this.#doAll(store));
          await this.#look(store);
        }
      } catch (error) {
        this.#tell({ trouble: sayError(error) });
      }
    }
  }

  /** Whoever holds the lock is the only one that does tasks: one found running then was left by a page that is gone. */
  async #alone(work: () => Promise<void>): Promise<void> {
    const { locks, held } = this.#ground;
    if (locks === undefined) await work();
    else await locks.request(`ambit-outbox:${held.name}`, work);
  }

  async #doAll(store: EventStore): Promise<void> {
    for (const task of await listOpen(store)) {
      if (this.#isClosed) return;
      if ((await store.getRows([HELD]))[0] === true) return;
      const isDue = task.state === 'waiting' || task.state === 'running';
      if (isDue && this.#waitsFor(task) === null) await this.#do(store, task);
    }
  }

  async #do(store: EventStore, task: Task): Promise<void> {
    const claimed = await claimTask(store, task);
    if (claimed === null) return;
    await this.#look(store);
    try {
      if (claimed.kind === 'command') await this.#issue(store, claimed);
      else await this.#ask(store, claimed);
    } catch (error) {
      await this.#fail(store, claimed, sayError(error));
    }
    await this.#look(store);
  }

  /** Asks an external system, and keeps what it calls the thing. */
  async #ask(store: EventStore, task: Task): Promise<void> {
    const behaviour = await readBehaviour(store, task.by);
    if (behaviour === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    if (behaviour === 'fails') {
      await this.#fail(store, task, `${task.by} answered that it cannot do this now`);
      return;
    }
    const theirs = await new SimulatedSystem(store, task.by).ask(task.id);
    const { subject } = task.request as unknown as SystemRequest;
    const identity = { system: task.by, ours: subject, theirs };
    const put = [{ shelf: 'identities', key: `${task.by} ${subject}`, value: identity }];
    await endTask(store, task, { ...task, note: `${task.by} calls ${subject} ${theirs}` }, put);
  }

  async #issue(store: EventStore, task: Task): Promise<void> {
    const end = await this.#ground.issue(task);
    if (end.kind === 'decided') await endTask(store, task, { ...task, note: end.note });
    if (end.kind === 'failed') await this.#fail(store, task, end.note);
  }

  async #fail(store: EventStore, task: Task, note: string): Promise<void> {
    const isOver = task.attempts >= MOST_TRIES;
    await changeTask(store, task, { ...task, state: isOver ? 'failed' : 'waiting', note });
    clearTimeout(this.#timer);
    if (!isOver) this.#timer = setTimeout(() => void this.#wake(), RETRY_MS * 2 ** task.attempts);
  }

  #waitsFor({ after, position }: Task): string | null {
    return after !== null && this.#ground.positionOf(after) < position ? after : null;
  }

  async #look(store: EventStore): Promise<void> {
    const head = await store.lastPosition('all');
    const open = await listOpen(store, SHOWN);
    // Those of the last events; there may be none among them.
    const done = (await listDone(store, Math.max(0, head - SHOWN), SHOWN)).toReversed();
    const names = Object.keys(this.#ground.compile()?.model.externalSystems ?? {});
    const systems = await Promise.all(
      names.map(async (name) => ({
        name,
        behaviour: await readBehaviour(store, name),
        done: await new SimulatedSystem(store, name).countDone(),
      })),
    );
    const identities = await store.listRows('identities', { limit: SHOWN });
    const [isHeld] = await store.getRows([HELD]);
    this.#tell({
      effects: [...open, ...done].map((task) => this.#describe(task)),
      systems,
      identities: identities.map(({ value }) => value as unknown as SideEffectState['identities'][number]),
      isHeld: isHeld === true,
      trouble: null,
    });
  }

  #describe(task: Task): SideEffect {
    const { id, by, eventType, position, state, attempts, note, wrote } = task;
    const isCommand = task.kind === 'command';
    const what = isCommand
      ? (task.request as unknown as IssuedCommand).command
      : (task.request as unknown as SystemRequest).task;
    const waitsFor = state === 'waiting' ? this.#waitsFor(task) : null;
    const kind = isCommand ? 'command' : 'task';
    const key = keyOfTask(task);
    return { key, id, kind, by, what, eventType, position, state, waitsFor, attempts, note, wrote };
  }

  #tell(change: Partial<SideEffectState>): void {
    if (this.#isClosed) return;
    const next = { ...NOTHING, ...this.#state, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener();
  }
}

const NOTHING: SideEffectState = { effects: [], systems: [], identities: [], isHeld: false, trouble: null };

function behaviourRef(system: string) {
  return { shelf: 'gateway', key: `behaviour:${system}` };
}

async function readBehaviour(store: EventStore, system: string): Promise<Behaviour> {
  const [found] = await store.getRows([behaviourRef(system)]);
  return BEHAVIOURS.find((one) => one === found) ?? 'answers';
}
