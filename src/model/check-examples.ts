import { getOwn } from '../lib/get-own.ts';
import { isTimestamp } from '../lib/time-text.ts';
import { checkFieldNames, checkFieldValues, type Declared } from './check-data.ts';
import { describeJson } from './describe-json.ts';
import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { pointer } from './pointer.ts';
import type { Example, GivenEvent, IssuedCommand, Model, Race } from './schema.ts';

/** Examples and races that cannot be run, or whose data is not what the model says it is. */
export function* checkExamples(model: Model): Iterable<Diagnostic> {
  for (const [index, example] of (model.examples ?? []).entries()) {
    yield* checkExample(model, example, pointer('examples', index));
  }
  for (const [index, race] of (model.races ?? []).entries()) {
    yield* checkRace(model, race, pointer('races', index));
  }
}

function* checkExample(model: Model, example: Example, at: string): Iterable<Diagnostic> {
  const { name, given, when, then } = example;
  yield* checkEvents(model, given, `${at}/given`);
  // Where the example shows an error, wrong data may be what it is about.
  if (when) yield* checkCommand(model, when, `${at}/when`, then?.error === true);
  if (then?.events) yield* checkEvents(model, then.events, `${at}/then/events`);
  if (when && then?.rejected) yield* checkRejection(model, when, then.rejected, `${at}/then/rejected`);
  if (when && then) return;
  const missing = when ? '"then": what must come out' : '"when": the command to run';
  yield makeDiagnostic('unfinished-example', at, `The example "${name}" cannot be run yet: add ${missing}.`);
}

function* checkRace(model: Model, race: Race, at: string): Iterable<Diagnostic> {
  const commands = race.commands ?? [];
  yield* checkEvents(model, race.given, `${at}/given`);
  for (const [index, command] of commands.entries()) {
    yield* checkCommand(model, command, at + pointer('commands', index), false);
  }
  yield* checkTime(race.now, `${at}/now`);
  if (commands.length > 0) return;
  const message = `The race "${race.name}" has no command: list in "commands" what runs at the same time.`;
  yield makeDiagnostic('race-without-commands', at, message);
}

function* checkEvents(
  model: Model,
  events: readonly Pick<GivenEvent, 'event' | 'data' | 'time'>[] | undefined,
  at: string,
): Iterable<Diagnostic> {
  for (const [index, { event, data, time }] of (events ?? []).entries()) {
    const place = at + pointer(index);
    const declared = { owner: `event "${event}"`, fields: getOwn(model.events, event)?.fields };
    yield* checkData(data, declared, place);
    yield* checkTime(time, `${place}/time`);
  }
}

function* checkCommand(
  model: Model,
  { command, data, now }: IssuedCommand,
  at: string,
  mayBeWrong: boolean,
): Iterable<Diagnostic> {
  const declared = { owner: `command "${command}"`, fields: getOwn(model.commands, command)?.fields };
  if (!mayBeWrong) yield* checkData(data, declared, at);
  yield* checkTime(now, `${at}/now`);
}

function* checkData(data: GivenEvent['data'], declared: Declared, at: string): Iterable<Diagnostic> {
  yield* checkFieldNames(data, declared, `${at}/data`);
  yield* checkFieldValues(data, declared, at);
}

function* checkRejection(
  model: Model,
  { command }: IssuedCommand,
  rejected: readonly string[],
  at: string,
): Iterable<Diagnostic> {
  const checks = getOwn(model.commands, command)?.checks ?? [];
  const checked = new Set(checks.map((check) => (typeof check === 'string' ? check : check.constraint)));
  for (const [index, constraint] of rejected.entries()) {
    const isKnown =
      Object.hasOwn(model.constraints ?? {}, constraint) && Object.hasOwn(model.commands ?? {}, command);
    if (checked.has(constraint) || !isKnown) continue;
    const message = `The command "${command}" does not check "${constraint}", so that cannot fail: add it to the command's "checks", or expect something else.`;
    yield makeDiagnostic('unchecked-constraint', at + pointer(index), message);
  }
}

function* checkTime(time: unknown, at: string): Iterable<Diagnostic> {
  if (typeof time !== 'string' || isTimestamp(time)) return;
  const message = `The time here is ${describeJson(time)}: write it as in RFC 3339, such as "2000-01-01T00:00:00Z".`;
  yield makeDiagnostic('wrong-time', at, message);
}
