import type { View } from '../decision/decide.ts';
import type { CommandRun } from '../strategies/command-run.ts';
import { type Guard, type LogRecord, trips } from '../strategies/guard.ts';
import { foldRecords } from './fold-records.ts';
import { LockQueue } from './lock-queue.ts';
import type { PreparedRace } from './prepare-race.ts';
import type { StepKind } from './result.ts';
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
}

interface Place {
  control: Control;
  readAt: number;
  attempt: number;
  seen: View;
}

/** A race run along one schedule on a log that is really kept, step by step. */
export class Replay {
  readonly log: WrittenRecord[];
  readonly #race: PreparedRace;
  readonly #places: Place[];
  readonly #locks = new LockQueue<number>();

  constructor(race: PreparedRace) {
    this.#race = race;
    this.log = race.given.map((record) => ({ ...record, by: null }));
    this.#places = race.runs.map((run) => ({
      control: startControl(run, race.attempts),
      readAt: 0,
      attempt: 1,
      seen: [],
    }));
  }

  /** The commands that can take the next step (X1). */
  get enabled(): readonly number[] {
    return this.#places.flatMap(({ control }, command) =>
      control.phase === 'done' || control.phase === 'wait' ? [] : [command],
    );
  }

  /** Lets a command take its next step. Throws when it has none: ask `enabled` first. */
  take(command: number): ReplayedStep {
    const place = this.#places[command];
    const run = this.#race.runs[command];
    if (!place || !run || !this.enabled.includes(command))
      throw new Error(`command ${command} has no step to take`);
    const step = this.#takeStep(command, place, run);
    if (place.control.phase === 'done') this.#release(command);
    return step;
  }

  /** The values of a command's projections on the log as it is; its own records count only when asked for. */
  viewOf(command: number, withOwn: boolean): View {
    const run = this.#race.runs[command] as CommandRun;
    return foldRecords(
      run,
      this.log.filter(({ by }) => withOwn || by !== command),
    );
  }

  #takeStep(command: number, place: Place, run: CommandRun): ReplayedStep {
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
      const place = this.#places[granted] as Place;
      if (place.control.phase === 'wait') place.control = grantLock(this.#race.attempts, place.control.asked);
    }
  }
}
