import { type FoldState, foldEvent, startFold, type View } from '../decision/decide.ts';
import { type CommandRun, seesRecord } from '../strategies/command-run.ts';
import { type Guard, type LogRecord, trips } from '../strategies/guard.ts';
import { excludeByLocks, type PreparedRace } from './prepare-race.ts';
import type { StepKind } from './result.ts';
import type { Exclusions } from './state-graph.ts';
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
  readonly #exclusions: Exclusions;
  #queue: number[] = [];

  constructor(race: PreparedRace) {
    this.#race = race;
    this.log = race.given.map((record) => ({ ...record, by: null }));
    this.#exclusions = excludeByLocks(race.runs);
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
    if (place.control.phase === 'done') this.#grantWaiting();
    return step;
  }

  /** The values of a command's projections on the log as it is; its own records count only when asked for. */
  viewOf(command: number, withOwn: boolean): View {
    const run = this.#race.runs[command] as CommandRun;
    return run.command.projections.map(
      (instance, projection): FoldState =>
        this.log
          .filter((record) => (withOwn || record.by !== command) && seesRecord(run, projection, record))
          .reduce(
            (state, { fact, time }) => foldEvent(run.model, instance, state, { ...fact, time }),
            startFold(instance),
          ),
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
    const blockers = this.#blockersOf(command, this.#queue);
    if (blockers.length === 0) {
      place.control = grantLock(this.#race.attempts, null);
    } else {
      place.control = { phase: 'wait', asked: decideNow(run, view) };
      this.#queue.push(command);
    }
    return blockers;
  }

  #grantWaiting(): void {
    const waiting: number[] = [];
    for (const command of this.#queue) {
      const place = this.#places[command] as Place;
      if (this.#blockersOf(command, waiting).length > 0) waiting.push(command);
      else if (place.control.phase === 'wait')
        place.control = grantLock(this.#race.attempts, place.control.asked);
    }
    this.#queue = waiting;
  }

  /** Who holds, or asked earlier for, one of a command's keys (S7). */
  #blockersOf(command: number, earlier: readonly number[]): readonly number[] {
    const excluded = this.#exclusions?.[command] ?? [];
    return this.#places.flatMap(({ control }, other) => {
      const holds = control.phase === 'read' || control.phase === 'append';
      return excluded[other] && (holds || earlier.includes(other)) ? [other] : [];
    });
  }
}
