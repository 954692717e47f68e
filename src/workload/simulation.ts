import type { CompiledModel } from '../decision/compiled-model.ts';
import type { View } from '../decision/decide.ts';
import type { Decision } from '../decision/decision.ts';
import { LockQueue } from '../exploration/lock-queue.ts';
import type { Outcome, Verdict } from '../exploration/result.ts';
import {
  type Appending,
  decideNow,
  grantLock,
  isSameView,
  type Reading,
  type StepResult,
  startControl,
  takeAppend,
  takeRead,
} from '../exploration/take-step.ts';
import { type LogRecord, trips } from '../strategies/guard.ts';
import type { Strategy } from '../strategies/program.ts';
import { branchChance } from './chance.ts';
import { CommandSource, type SourcedCommand } from './command-source.ts';
import { drawDuration } from './duration.ts';
import { EventQueue } from './event-queue.ts';
import { PrivateView } from './ledger.ts';
import type { LoadPlan } from './load-plan.ts';
import { pauseBefore } from './pause-before.ts';
import { MOST_BLOCKERS, type Process } from './process.ts';
import { RecentLog } from './recent-log.ts';
import { RunShelf } from './run-shelf.ts';
import { StoreWorkers } from './store-workers.ts';
import { LoadTally } from './tally.ts';

/** Somebody who wants to see more than the counts. */
export interface SimulationWatch {
  /** Each record as it is appended; `by` is the process, or null before the clock starts. */
  readonly onRecord?: (record: LogRecord, by: Process | null) => void;
  /** Each verdict, with the process as it stands before the step's end. */
  readonly onVerdict?: (verdict: Verdict, violation: boolean, process: Process, now: number) => void;
}

/** Something that is going to happen: a command arrives, or the next part of a process. */
type Happening =
  | { readonly kind: 'arrival'; readonly client: number }
  | { readonly kind: 'begin' | 'finish'; readonly process: Process };

/** Chance that takes the last of some values: what there is at the start is made with as much as there can be. */
const LARGEST = () => 1 - 2 ** -20;

/** One replication of a workload under a strategy: processes on a clock that leaps from one happening to the next. */
export class Simulation {
  readonly tally: LoadTally;
  now = 0;
  issued = 0;
  readonly #model: CompiledModel;
  readonly #plan: LoadPlan;
  readonly #seed: readonly [number, number];
  readonly #watch: SimulationWatch;
  readonly #source: CommandSource;
  readonly #runs: RunShelf;
  readonly #log = new RecentLog();
  readonly #locks = new LockQueue<Process>();
  readonly #queue = new EventQueue<Happening>();
  readonly #workers: StoreWorkers<Process>;
  readonly #arrivals: () => number;
  readonly #clients: readonly (() => number)[];
  readonly #sagas = new Set<Process>();
  /** The instances that the events of the start are about. */
  readonly #met = new Set<string>();

  constructor(
    model: CompiledModel,
    plan: LoadPlan,
    strategy: Strategy,
    seed: number,
    replication: number,
    watch: SimulationWatch,
  ) {
    this.#model = model;
    this.#plan = plan;
    this.#seed = [seed, replication];
    this.#watch = watch;
    this.tally = new LoadTally(plan.warmUp, plan.warmUp + plan.duration);
    this.#source = new CommandSource(plan);
    this.#runs = new RunShelf(model, strategy);
    // Steps that take no time keep no worker busy.
    const takesTime = plan.step.kind !== 'fixed' || plan.step.ms > 0;
    this.#workers = new StoreWorkers(takesTime ? plan.workers : Number.POSITIVE_INFINITY);
    this.#arrivals = this.#chance('arrivals');
    const { arrivals } = plan;
    const clients = arrivals.kind === 'clients' ? arrivals.clients : 1;
    this.#clients = Array.from({ length: clients }, (_, client) => this.#chance('client', client));
    this.#fillLog();
    for (let client = 0; client < clients; client++) this.#expect(client);
  }

  /** Lets the next thing happen; false when nothing does any more before the end. */
  advance(): boolean {
    if (this.#queue.nextAt >= this.tally.to) return false;
    this.now = this.#queue.nextAt;
    const happening = this.#queue.take();
    if (happening === undefined) return false;
    if (happening.kind === 'arrival') this.#arrive(happening.client);
    else if (happening.kind === 'begin') this.#begin(happening.process);
    else this.#finish(happening.process);
    return true;
  }

  #chance(...names: readonly (string | number)[]): () => number {
    return branchChance(this.#seed[0], this.#seed[1], ...names);
  }

  /** Runs the commands of the start one after the other; what is rejected is left out. */
  #fillLog(): void {
    const random = this.#chance('start');
    for (const { plan, times, isForNew } of this.#plan.start) {
      for (let at = 0; at < times; at++) {
        const sourced = this.#source.fillAt(plan, isForNew ? LARGEST : random, at);
        const isWanted = !isForNew || sourced.instances.some((instance) => !this.#met.has(instance));
        if (isWanted) this.#runAlone(sourced);
      }
    }
  }

  /** Whether a command would append something if it ran now, alone. */
  #wouldPass(sourced: SourcedCommand): boolean {
    const { run, cells } = this.#runs.find(sourced, this.now);
    const decision = decideNow(
      run,
      cells.map(({ state }) => state),
    );
    return decision.kind === 'accepted' && decision.events.length > 0;
  }

  #runAlone(sourced: SourcedCommand): void {
    const process = this.#makeProcess(sourced, null, () => 0.5);
    while (process.control.phase !== 'done') {
      const { control } = process;
      if (control.phase === 'acquire') process.control = grantLock(1, null);
      else if (control.phase === 'read')
        process.control = takeRead(process.run, control, viewOf(process)).next;
      else if (control.phase === 'append') {
        const result = takeAppend(process.run, control, viewOf(process), false, 1);
        this.#write(process, result, null);
        process.control = result.next;
      } else throw new Error('A command that runs alone has nobody to wait for');
    }
    this.#sagas.delete(process);
  }

  /** When the next command arrives, or the first of a client. */
  #expect(client: number): void {
    const { arrivals } = this.#plan;
    const exponential = (mean: number) => drawDuration({ kind: 'exponential', mean }, this.#arrivals);
    switch (arrivals.kind) {
      case 'poisson':
        this.#queue.add(this.now + exponential(1000 / arrivals.rate), { kind: 'arrival', client });
        return;
      case 'bursts': {
        const at = this.now + exponential((1000 * arrivals.size) / arrivals.rate);
        for (let i = 0; i < arrivals.size; i++)
          this.#queue.add(at, { kind: 'arrival', client: i === 0 ? client : -1 });
        return;
      }
      case 'clients': {
        const think = drawDuration(arrivals.think, this.#clients[client] ?? this.#arrivals);
        this.#queue.add(this.now + think, { kind: 'arrival', client });
      }
    }
  }

  #arrive(client: number): void {
    const isOpen = this.#plan.arrivals.kind !== 'clients';
    const random = this.#clients[isOpen ? 0 : client] ?? this.#arrivals;
    const index = this.issued++;
    const chance = isOpen ? this.#chance('process', index) : random;
    const source = isOpen ? this.#chance('command', index) : random;
    const drawn = this.#source.draw(source, (sourced) => this.#wouldPass(sourced));
    const process = this.#makeProcess(drawn, isOpen ? null : client, chance);
    this.tally.countIssued(this.now);
    if (isOpen && client >= 0) this.#expect(client);
    this.#begin(process);
  }

  #makeProcess(sourced: SourcedCommand, client: number | null, random: () => number): Process {
    const { run, cells } = this.#runs.find(sourced, this.now);
    return {
      sourced,
      run,
      cells,
      client,
      random,
      issuedAt: this.now,
      control: startControl(run, this.#plan.attempts),
      seen: [],
      decided: null,
      readAt: 0,
      readTime: 0,
      holdsLog: false,
      askedAt: 0,
      askedHead: 0,
      blockers: [],
      waited: 0,
      attempts: 0,
      tries: 0,
      window: null,
      own: null,
    };
  }

  /** A step goes to the store: at once, or when a worker is free. */
  #begin(process: Process): void {
    if (this.#workers.isUnlimited) this.#serve(process);
    else if (this.#workers.begin(process)) this.#serve(process);
  }

  #serve(process: Process): void {
    const { step } = this.#plan;
    if (step.kind === 'fixed' && step.ms === 0) this.#finish(process);
    else this.#queue.add(this.now + drawDuration(step, process.random), { kind: 'finish', process });
  }

  #finish(process: Process): void {
    if (!this.#workers.isUnlimited) {
      const next = this.#workers.end();
      if (next !== undefined) this.#serve(next);
    }
    const { control } = process;
    if (control.phase === 'acquire') this.#acquire(process);
    else if (control.phase === 'read') this.#read(process, control);
    else if (control.phase === 'append') this.#append(process, control);
    else throw new Error(`A process cannot take a step while it is ${control.phase}`);
  }

  #acquire(process: Process): void {
    const blockers = this.#locks.ask(process, process.run.program.locks ?? [], MOST_BLOCKERS);
    process.askedAt = this.now;
    process.askedHead = this.#log.head;
    process.blockers = blockers;
    if (blockers.length > 0) {
      const view = viewOf(process);
      const asked = decideNow(process.run, view);
      process.control = { phase: 'wait', asked };
      process.decided = { view, decision: asked };
      return;
    }
    this.#grant(process, null);
  }

  #grant(process: Process, asked: Parameters<typeof grantLock>[1]): void {
    const waited = this.now - process.askedAt;
    process.control = grantLock(this.#plan.attempts, asked);
    process.waited += waited;
    this.tally.countWait(this.now, waited);
    this.#begin(process);
  }

  #read(process: Process, control: Reading): void {
    const view = viewOf(process);
    const { decided } = process;
    // What a saga's later legs decide is something else (S6).
    const isKnown = control.leg === 0 && decided !== null && isSameView(view, decided.view);
    const result = takeRead(process.run, control, view, isKnown ? decided.decision : undefined);
    process.attempts++;
    this.#judge(process, result);
    process.control = result.next;
    process.seen = view;
    process.readAt = this.#log.head;
    process.readTime = this.now;
    if (result.outcome !== null) {
      this.#end(process, result.outcome, result.decision);
      return;
    }
    this.#log.hold(process);
    this.#queue.add(this.now + this.#drawWindow(process), { kind: 'begin', process });
  }

  #append(process: Process, control: Appending): void {
    const guard = control.plan[control.leg]?.guard ?? { kind: 'none' };
    const tripped =
      guard.kind !== 'none' && this.#log.since(process.readAt, (record) => trips(guard, record));
    const { run, seen } = process;
    const view = viewOf(process);
    const result = takeAppend(run, control, view, tripped, this.#plan.attempts, seen);
    if (tripped && control.leg === 0) process.decided = { view, decision: result.decision };
    this.#judge(process, result);
    this.#log.letGo(process);
    this.#write(process, result, process);
    process.control = result.next;
    if (result.outcome !== null) {
      this.#end(process, result.outcome, result.decision);
      return;
    }
    process.tries = tripped ? process.tries + 1 : 0;
    const pause = tripped ? pauseBefore(this.#plan.backOff, process.tries, process.random) : 0;
    if (pause > 0) this.#queue.add(this.now + pause, { kind: 'begin', process });
    else this.#begin(process);
  }

  #judge(process: Process, { verdict, violation }: StepResult): void {
    if (verdict === null) return;
    const growth = this.#log.head - process.readAt;
    const age = this.now - process.readTime;
    this.tally.countVerdict(this.now, verdict, violation, process.sourced.instances, growth, age);
    this.#watch.onVerdict?.(verdict, violation, process, this.now);
  }

  #write(process: Process, { records, next }: StepResult, by: Process | null): void {
    if (records.length === 0) return;
    // From its first append on, a saga must not see what it wrote itself (S1).
    if (next.phase === 'read' && process.own === null) {
      process.own = new PrivateView(this.#model, process.run, process.cells);
      this.#sagas.add(process);
    }
    for (const record of records) {
      this.#log.add(record);
      this.#runs.ledger.append(record);
      if (record.first) this.#source.link(record.fact.tags);
      if (by === null) for (const tag of record.fact.tags) this.#met.add(tag);
      for (const saga of this.#sagas) if (saga !== process) saga.own?.append(record);
      this.#watch.onRecord?.(record, by);
    }
  }

  #end(process: Process, outcome: Outcome, decision: Decision): void {
    const { attempts, issuedAt, sourced, client, waited } = process;
    const { command, instances } = sourced;
    const response = this.now - issuedAt;
    const reasons = listReasons(decision, outcome);
    this.tally.countEnd(this.now, { command, outcome, attempts, response, waited, instances, reasons });
    this.#sagas.delete(process);
    // Who has ended must not be kept by those who waited for it, and they by those who waited for them.
    process.blockers = [];
    if (outcome === 'accepted') for (const concept of sourced.makes) this.#source.add(concept);
    if (process.run.program.locks !== null) {
      for (const granted of this.#locks.release(process)) {
        if (granted.control.phase === 'wait') this.#grant(granted, granted.control.asked);
      }
    }
    if (client !== null) this.#expect(client);
  }

  #drawWindow(process: Process): number {
    const { window, keepsWindow } = this.#plan;
    if (!keepsWindow) return drawDuration(window, process.random);
    process.window ??= drawDuration(window, process.random);
    return process.window;
  }
}

const NO_REASONS: readonly string[] = [];

function listReasons(decision: Decision, outcome: Outcome): readonly string[] {
  if (outcome === 'rejected' && decision.kind === 'rejected') return decision.constraints;
  if (outcome === 'error' && decision.kind === 'error') {
    const { expression, message } = decision.failure;
    return [`${expression}: ${message}`];
  }
  return NO_REASONS;
}

function viewOf({ own, cells }: Process): View {
  return own?.states ?? cells.map(({ state }) => state);
}
