import type { View } from '../decision/decide.ts';
import type { Fact } from '../decision/event.ts';
import type { AppendCondition, AppendResult, NewEvent, Position } from '../event-store/port.ts';
import { listJoining, runJoining, writtenBefore } from '../exploration/policies/policy-plan.ts';
import type { PreparedRace } from '../exploration/prepare-race.ts';
import type { StepKind } from '../exploration/result.ts';
import {
  type Appending,
  type Control,
  decideNow,
  grantLock,
  type StepResult,
  startControl,
  takeAppend,
  takeRead,
} from '../exploration/take-step.ts';
import type { CommandRun } from '../strategies/command-run.ts';
import type { LiveStep } from './live-result.ts';
import type { RunStore } from './open-race.ts';
import { conditionFor, viewAt } from './read-snapshot.ts';
import { RefusedAppend } from './refused-append.ts';
import { nameCause, toNewEvent } from './stored-records.ts';

/** What all commands of a run share. */
export interface RaceGround {
  readonly store: RunStore;
  /** Names the run; no other run on the store may have had it. */
  readonly runId: string;
  /** Who runs it, where somebody does. */
  readonly actor?: string | undefined;
  /** What the run belongs to; it stands for itself unless said. */
  readonly correlationId?: string | undefined;
  /** Milliseconds, for timings. */
  readonly now: () => number;
  /** Grows with every step: see `LiveStep.moment`. */
  readonly tick: () => number;
}

/** When a command asked for its locks. */
export interface Asking {
  readonly head: Position;
  readonly moment: number;
}

/** A command that a policy issued, with its number in the race. */
export interface Joined {
  readonly command: number;
  readonly racer: Racer;
}

interface JoiningRun {
  readonly command: number;
  readonly run: CommandRun;
}

/** What an append rests on. */
interface Basis {
  readonly head: Position;
  readonly condition: AppendCondition | null;
}

/**
 * One command of a race, taking the steps of its program on a store (R1). What it decides and how its steps are judged
 * comes from the same functions as in exploration; the guard is the store's own, and what the store did is what is judged.
 */
export class Racer {
  readonly run: CommandRun;
  readonly #command: number;
  readonly #attempts: number;
  readonly #ground: RaceGround;
  readonly #race: PreparedRace;
  /** Under which id the first copy of a fact is stored (S6). */
  readonly #firstCopies = new Map<Fact, string>();
  #control: Control;
  #joining: readonly JoiningRun[] = [];
  #basis: Basis = { head: 0, condition: null };
  #attempt = 1;

  /** `joined` is the run of a command that a policy issued, which the race itself does not have. */
  constructor(race: PreparedRace, command: number, ground: RaceGround, joined?: CommandRun) {
    const run = joined ?? race.runs[command];
    if (run === undefined) throw new Error(`the race has no command ${command}`);
    this.run = run;
    this.#race = race;
    this.#command = command;
    this.#attempts = race.attempts;
    this.#ground = ground;
    this.#control = startControl(run, race.attempts);
  }

  /** Those who join because of what the last step appended (P3), on the same ground. */
  joining(): readonly Joined[] {
    return this.#joining.map(({ command, run }) => ({
      command,
      racer: new Racer(this.#race, command, this.#ground, run),
    }));
  }

  get phase(): Control['phase'] {
    return this.#control.phase;
  }

  /** The moment of asking for locks, to be taken when nothing can come between it and the asking (V7). */
  async lookUp(): Promise<Asking> {
    const head = await this.#ground.store.lastPosition('all');
    return { head, moment: this.#ground.tick() };
  }

  /** The acquire step: remembers what it would decide now when it has to wait (S7, V7). */
  async acquire({ head, moment }: Asking, waits: boolean): Promise<LiveStep> {
    if (this.phase !== 'acquire') throw this.#noStep('acquire');
    const start = this.#ground.now();
    this.#control = waits
      ? { phase: 'wait', asked: decideNow(this.run, await this.#viewAt(head)) }
      : grantLock(this.#attempts, null);
    const ms = this.#ground.now() - start;
    return { command: this.#command, step: 'acquire', attempt: 1, head, waits, moment, ms };
  }

  /** Tells a command that waited that it has its locks; this is no step (X1). */
  grant(): void {
    if (this.#control.phase === 'wait') this.#control = grantLock(this.#attempts, this.#control.asked);
  }

  /** The read or append that comes next. Rejects with `HomelessEvent` or what the store throws. */
  take(): Promise<LiveStep> {
    return this.phase === 'append' ? this.#append() : this.#read();
  }

  async #read(): Promise<LiveStep> {
    const control = this.#control;
    if (control.phase !== 'read') throw this.#noStep('read');
    this.#joining = [];
    const { store, now } = this.#ground;
    const start = now();
    const head = await store.lastPosition('all');
    const result = takeRead(this.run, control, await this.#viewAt(head));
    const { next } = result;
    const leg = next.phase === 'append' ? next.plan[next.leg] : control.plan?.[control.leg];
    if (next.phase === 'append' && leg)
      this.#basis = { head, condition: await conditionFor(store, leg.guard, head) };
    this.#control = next;
    const details = { head, stream: leg?.stream, decision: result.decision };
    return this.#tell('read', result, now() - start, details);
  }

  async #append(): Promise<LiveStep> {
    const control = this.#control;
    if (control.phase !== 'append') throw this.#noStep('append');
    const { store, now } = this.#ground;
    const { head: readAt, condition } = this.#basis;
    const start = now();
    const events = this.#eventsOf(control);
    const answer = await store.append(events, condition ?? undefined);
    const ms = now() - start;
    const { head, wrote } = placeOf(answer);
    // What a store says it did is taken as the guard's answer: one that answers wrongly is seen by its verdicts (R2).
    const tripped = answer.kind !== 'appended';
    const result = takeAppend(this.run, control, await this.#viewAt(head), tripped, this.#attempts);
    this.#joining = listRuns(this.#race, this.#command, result, control);
    this.#control = result.next;
    const { stream } = control.plan[control.leg] ?? {};
    const { violation, decision: fresh } = result;
    const step = this.#tell('append', result, ms, { head, stream, readAt, fresh, violation, wrote });
    this.#attempt = tripped && result.next.phase === 'read' ? this.#attempt + 1 : 1;
    return step;
  }

  /** The values of the command's projections at a position, its own events left out (S1). */
  async #viewAt(head: Position): Promise<View> {
    const { store, runId } = this.#ground;
    return viewAt(store, this.run, head, nameCause(runId, this.#command));
  }

  /** What a leg appends. An id says run, command, leg, attempt and place, so that the same append tried again is known as such. */
  #eventsOf({ plan, leg }: Appending): readonly NewEvent[] {
    const { runId, actor, correlationId } = this.#ground;
    const origin = { runId, by: this.#command, command: this.run.command.command.name, actor, correlationId };
    return (plan[leg]?.records ?? []).map((record, index) => {
      const id = `${nameCause(runId, this.#command)}/${leg + 1}.${this.#attempt}/${index + 1}`;
      if (record.first) this.#firstCopies.set(record.fact, id);
      const copyOf = record.first ? null : (this.#firstCopies.get(record.fact) ?? null);
      return toNewEvent(origin, record, id, copyOf);
    });
  }

  #tell(
    step: StepKind,
    { verdict, outcome }: StepResult,
    ms: number,
    {
      stream,
      ...details
    }: Pick<LiveStep, 'head'> & Partial<Omit<LiveStep, 'stream'>> & { stream: string | null | undefined },
  ): LiveStep {
    return {
      command: this.#command,
      step,
      attempt: this.#attempt,
      ...(stream && { stream }),
      ...details,
      ...(verdict && { verdict }),
      ...(outcome && { outcome }),
      moment: this.#ground.tick(),
      ms,
    };
  }

  #noStep(kind: StepKind): Error {
    return new Error(`command ${this.#command} has no ${kind} to take in phase ${this.phase}`);
  }
}

function listRuns(
  { policies }: PreparedRace,
  command: number,
  { records }: StepResult,
  control: Appending,
): readonly JoiningRun[] {
  if (policies === null) return [];
  return listJoining(policies, command, records, writtenBefore(control)).flatMap((joining) =>
    joining.place === null ? [] : [{ command: joining.place.command, run: runJoining(policies, joining) }],
  );
}

/** The log that an append took effect on, and what it wrote. */
function placeOf(answer: AppendResult): { readonly head: Position; readonly wrote: readonly Position[] } {
  switch (answer.kind) {
    case 'appended': {
      const [first = 1] = answer.positions;
      // A second run of the same name would find its events written already, and count them as somebody's.
      if (answer.replayed) throw new Error('a run of this name was on the store before');
      return { head: first - 1, wrote: answer.positions };
    }
    case 'conflict':
    case 'wrong-version':
      return { head: answer.head, wrote: [] };
    case 'refused':
      throw new RefusedAppend(answer.refusal);
    case 'partly-stored':
      throw new Error('a run of this name was on the store before');
  }
}
