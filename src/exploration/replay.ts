import type { View } from '../decision/decide.ts';
import type { CommandRun } from '../strategies/command-run.ts';
import { type Guard, type LogRecord, trips } from '../strategies/guard.ts';
import { foldRecords } from './fold-records.ts';
import { LockQueue } from './lock-queue.ts';
import { namePlace } from './policies/list-places.ts';
import { tellCutOff } from './policies/policy-joins.ts';
import { listJoining, runJoining, writtenBefore } from './policies/policy-plan.ts';
import type { PreparedRace } from './prepare-race.ts';
import type { CutOff, StepKind, ToldJoin } from './result.ts';
import {
  type Control,
  decideNow,
  grantLock,
  type StepResult,
  startControl,
  takeAppend,
  takeRead,
} from './take-step.ts';

/** A record in the log of a replay; `by` is the command that wrote it, null for a given event. */
export interface WrittenRecord extends LogRecord {
  readonly by: number | null;
}

/** One step as it happened: all positions are counts of records, so that `log[position - 1]` is a record. */
export interface ReplayedStep {
  readonly command: number;
  readonly kind: StepKind;
  /** Where the command stood before the step. */
  readonly before: Control;
  /** The length of the log when the step began. */
  readonly head: number;
  /** The length of the log when the leg's decision was read; at a read, `head`. */
  readonly readAt: number;
  /** Which try of the leg this is, from 1. */
  readonly attempt: number;
  /** The values decided on at the read, and as they are at this step, own records left out. */
  readonly seen: View;
  readonly now: View;
  readonly guard: Guard | null;
  /** For an acquire: which commands have to end first. */
  readonly waitsFor: readonly number[];
  /** Null for an acquire. */
  readonly result: StepResult | null;
  /** Who joins because of what it wrote, and where chains are cut off (P3, P6). */
  readonly joined: readonly Omit<ToldJoin, 'step'>[];
  readonly cutOff: readonly CutOff[];
}

/** A step without what policies make of it. */
type OwnStep = Omit<ReplayedStep, 'joined' | 'cutOff'>;

interface Place {
  readonly run: CommandRun;
  control: Control;
  readAt: number;
  attempt: number;
  seen: View;
}

/** A race run along one schedule on a log that is really kept, step by step. */
export class Replay {
  readonly log: WrittenRecord[];
  readonly #race: PreparedRace;
  /** By number; those of policies once they have joined. */
  readonly #places = new Map<number, Place>();
  readonly #locks = new LockQueue<number>();

  constructor(race: PreparedRace) {
    this.#race = race;
    this.log = race.given.map((record) => ({ ...record, by: null }));
    for (const [command, run] of race.runs.entries()) this.#place(command, run);
  }

  /** The commands that can take the next step (X1). */
  get enabled(): readonly number[] {
    return [...this.#places]
      .flatMap(([command, { control }]) =>
        control.phase === 'done' || control.phase === 'wait' ? [] : [command],
      )
      .sort((a, b) => a - b);
  }

  /** The run of a command. Throws where it is none of the race, or has not joined. */
  runOf(command: number): CommandRun {
    return this.#placeOf(command).run;
  }

  /** Lets a command take its next step. Throws when it has none: ask `enabled` first. */
  take(command: number): ReplayedStep {
    const place = this.#placeOf(command);
    if (!this.enabled.includes(command)) throw new Error(`command ${command} has no step to take`);
    const step = this.#takeStep(command, place, place.run);
    const reactions = this.#react(step);
    if (place.control.phase === 'done') this.#release(command);
    return { ...step, ...reactions };
  }

  /** The values of a command's projections on the log as it is; its own records count only when asked for. */
  viewOf(command: number, withOwn: boolean): View {
    return foldRecords(
      this.runOf(command),
      this.log.filter(({ by }) => withOwn || by !== command),
    );
  }

  #placeOf(command: number): Place {
    const place = this.#places.get(command);
    if (place === undefined) throw new Error(`command ${command} has no step to take`);
    return place;
  }

  #place(command: number, run: CommandRun): void {
    const control = startControl(run, this.#race.attempts);
    this.#places.set(command, { run, control, readAt: 0, attempt: 1, seen: [] });
  }

  /** Lets those join whom the records of a step set off (P3). */
  #react({ command, before, head, result }: OwnStep): Pick<ReplayedStep, 'joined' | 'cutOff'> {
    const { policies } = this.#race;
    const joined: Omit<ToldJoin, 'step'>[] = [];
    const cutOff: CutOff[] = [];
    if (policies === null || result === null) return { joined, cutOff };
    for (const joining of listJoining(policies, command, result.records, writtenBefore(before))) {
      const { place, reaction, record } = joining;
      if (place === null) {
        cutOff.push(tellCutOff(command, joining));
        continue;
      }
      this.#place(place.command, runJoining(policies, joining));
      const position = head + result.records.indexOf(record) + 1;
      joined.push({ ...namePlace(place), data: reaction.data, position });
    }
    return { joined, cutOff };
  }

  #takeStep(command: number, place: Place, run: CommandRun): OwnStep {
    const before = place.control;
    const head = this.log.length;
    const now = this.viewOf(command, false);
    const common = { command, before, head, now, attempt: place.attempt };
    if (before.phase === 'acquire') {
      const waitsFor = this.#acquire(command, place, run, now);
      return { ...common, kind: 'acquire', readAt: head, seen: now, guard: null, waitsFor, result: null };
    }
    if (before.phase === 'read') {
      const result = takeRead(run, before, now);
      Object.assign(place, { control: result.next, readAt: head, seen: now });
      const guard =
        result.next.phase === 'append' ? (result.next.plan[result.next.leg]?.guard ?? null) : null;
      return { ...common, kind: 'read', readAt: head, seen: now, guard, waitsFor: [], result };
    }
    if (before.phase !== 'append') throw new Error(`no step in phase ${before.phase}`);
    const { readAt, seen } = place;
    const guard = before.plan[before.leg]?.guard ?? { kind: 'none' };
    const tripped = this.log.slice(readAt).some((record) => trips(guard, record));
    const result = takeAppend(run, before, now, tripped, this.#race.attempts);
    this.log.push(...result.records.map((record) => ({ ...record, by: command })));
    const isRetry = tripped && result.next.phase === 'read';
    Object.assign(place, { control: result.next, attempt: isRetry ? place.attempt + 1 : 1 });
    return { ...common, kind: 'append', readAt, seen, guard, waitsFor: [], result };
  }

  #acquire(command: number, place: Place, run: CommandRun, view: View): readonly number[] {
    const blockers = this.#locks.ask(command, run.program.locks ?? []).toSorted((a, b) => a - b);
    place.control =
      blockers.length === 0
        ? grantLock(this.#race.attempts, null)
        : { phase: 'wait', asked: decideNow(run, view) };
    return blockers;
  }

  #release(command: number): void {
    for (const granted of this.#locks.release(command)) {
      const place = this.#placeOf(granted);
      if (place.control.phase === 'wait') place.control = grantLock(this.#race.attempts, place.control.asked);
    }
  }
}
