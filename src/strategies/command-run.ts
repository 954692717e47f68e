import type { CompiledModel } from '../decision/compiled-model.ts';
import {
  catchFailure,
  decideOn,
  listFailed,
  makeEvents,
  type RuleFilter,
  requireValues,
  type View,
} from '../decision/decide.ts';
import type { Decision } from '../decision/decision.ts';
import type { Fact } from '../decision/event.ts';
import type { PreparedCheck, PreparedCommand } from '../decision/prepare.ts';
import { matchesItem } from '../decision/query.ts';
import type { Guard, LogRecord } from './guard.ts';
import type { Program, Strategy } from './program.ts';
import { homeStreams, servingStream, sortNames } from './streams.ts';

/** One read and append of a command: what it writes, and what is checked when it does. */
export interface Leg {
  /** The stream of a saga's leg, null where all is appended together. */
  readonly stream: string | null;
  readonly records: readonly LogRecord[];
  readonly guard: Guard;
}

/** What a command is going to write, decided at its first read. */
export type Plan = readonly Leg[];

/** A command that takes part in a race, with its program: everything about it that no schedule changes. */
export interface CommandRun {
  readonly model: CompiledModel;
  readonly strategy: Strategy;
  readonly command: PreparedCommand;
  readonly program: Program;
  /** For each projection the stream whose copies alone it sees; null: it sees every fact once (S6). */
  readonly serving: readonly (string | null)[];
}

/** Puts a prepared command under a strategy. */
export function startRun(model: CompiledModel, strategy: Strategy, command: PreparedCommand): CommandRun {
  const program = strategy.compile(command, model);
  const bySaga = program.appends === 'by-stream';
  const serving = command.projections.map(({ item }) => (bySaga ? servingStream(model, item) : null));
  return { model, strategy, command, program, serving };
}

/** Whether a projection of the command sees a record: it matches, and is the copy meant for it (D2, S6). */
export function seesRecord(run: CommandRun, projection: number, record: LogRecord): boolean {
  const instance = run.command.projections[projection];
  if (instance === undefined || !matchesItem(instance.item, record.fact)) return false;
  const stream = run.serving[projection] ?? null;
  return stream === null ? record.first : record.streams.includes(stream);
}

/**
 * The decision of a leg on the values of the command's projections (S1, S5, S6). The first leg (`plan` null) decides what the events are; a
 * later one only whether its own constraints hold. `counts` can leave rules out (V5).
 */
export function decideLeg(
  run: CommandRun,
  plan: Plan | null,
  leg: number,
  view: View,
  counts: RuleFilter,
): Decision {
  const { command } = run;
  if (run.program.appends === 'together') return decideOn(command, view, counts);
  return catchFailure(() => {
    const events = plan === null ? firstEvents(command, view) : plannedEvents(plan);
    const streams = plan?.map(({ stream }) => stream) ?? streamsOf(run, events);
    const belongs: RuleFilter = (check) => legOf(run, check, streams) === leg && counts(check);
    if (plan !== null) requireValues(command, view, (check) => legOf(run, check, streams) === leg);
    const failed = listFailed(command, view, belongs);
    return failed.length > 0 ? { kind: 'rejected', constraints: failed } : { kind: 'accepted', events };
  });
}

function firstEvents(command: PreparedCommand, view: View): readonly Fact[] {
  requireValues(command, view);
  return makeEvents(command, view);
}

function plannedEvents(plan: Plan): readonly Fact[] {
  return [...new Set(plan.flatMap(({ records }) => records.map(({ fact }) => fact)))];
}

function streamsOf({ model }: CommandRun, events: readonly Fact[]): readonly string[] {
  return sortNames(events.flatMap((event) => homeStreams(model, event)));
}

/** Whether a check belongs to a leg of a plan; where all is appended together, every check does (S6). */
export function belongsToLeg(run: CommandRun, check: PreparedCheck, plan: Plan, leg: number): boolean {
  if (run.program.appends === 'together') return true;
  return (
    legOf(
      run,
      check,
      plan.map(({ stream }) => stream),
    ) === leg
  );
}

/** The leg that checks a constraint: the one whose stream serves all its projections, otherwise the first (S6). */
function legOf(run: CommandRun, check: PreparedCheck, streams: readonly (string | null)[]): number {
  const [stream, ...others] = new Set(check.projections.map((index) => run.serving[index] ?? null));
  if (stream === null || stream === undefined || others.length > 0) return 0;
  return Math.max(0, streams.indexOf(stream));
}

/**
 * What a run writes for the events it decided on: all together, or a copy for each home stream, streams by name (S5, S6).
 * Returns the type of an event without a home stream where the strategy needs one (S4).
 */
export function planLegs(run: CommandRun, events: readonly Fact[]): Plan | { readonly homeless: string } {
  const { model, program, command } = run;
  const time = command.now;
  const records = events.map((fact) => ({ fact, time, streams: homeStreams(model, fact), first: true }));
  if (run.strategy.needsStreams) {
    const homeless = records.find((record) => record.streams.length === 0);
    if (homeless) return { homeless: homeless.fact.type };
  }
  const streams = sortNames(records.flatMap((record) => record.streams));
  if (program.appends === 'together') {
    return [{ stream: null, records, guard: program.guardFor(streams) }];
  }
  return streams.map((stream) => ({
    stream,
    records: records
      .filter((record) => record.streams.includes(stream))
      .map(({ fact, streams: homes }) => ({ fact, time, streams: [stream], first: homes[0] === stream })),
    guard: program.guardFor([stream]),
  }));
}
