import type { CutOff, Outcome, StepKind, Verdict } from '../../src/exploration/result.ts';
import type { Model, Race } from '../../src/model/schema.ts';
import { decide, type LogOf, matches, type PlainDecision, same } from './brute-force-decide.ts';
import { type Entry, givenLog, homeStreams, type PlainFact } from './brute-force-log.ts';
import { type Place as PolicyPlace, placesOf, reactionsTo } from './brute-force-policies.ts';
import type { CommandRun } from './brute-force-prepare.ts';
import { decideFirstLeg, decideLaterLeg, legsOf } from './brute-force-saga.ts';

export const STRATEGY_IDS = [
  'unguarded',
  'log-version',
  'log-lock',
  'stream-version',
  'stream-saga',
  'tag-condition',
  'tag-lock',
] as const;
export type StrategyId = (typeof STRATEGY_IDS)[number];

/** What a step can show. */
export type Label = Verdict | 'violation' | `ended:${Outcome}`;
type Phase = 'absent' | 'acquire' | 'waiting' | 'read' | 'append' | 'ended';

/** Where one command stands. `readAt` is the length of the log at its last read; `asked` is the decision when it had to queue (V7). */
interface Place {
  readonly phase: Phase;
  readonly attempt: number;
  readonly leg: number;
  readonly legs: readonly string[];
  readonly events: readonly PlainFact[];
  readonly readAt: number;
  readonly stale?: PlainDecision;
  readonly asked?: PlainDecision;
  readonly outcome?: Outcome;
  /** What a policy made of an event, once it has (P3). */
  readonly run?: CommandRun;
}

export interface State {
  readonly log: readonly Entry[];
  readonly places: readonly Place[];
  /** Commands that wait for a lock, in order of asking. */
  readonly queue: readonly number[];
}

/** The state after one step, and what the step showed. */
export interface Stepped {
  readonly state: State;
  readonly labels: readonly Label[];
}

export interface Setting {
  readonly model: Model;
  readonly race: Race;
  readonly strategy: StrategyId;
  readonly runs: readonly CommandRun[];
  /** Decisions by the command and the exact log: the only thing that is remembered from one prefix to another. */
  readonly decided: Map<string, PlainDecision>;
  /** The places for commands of policies, and what was met of them in any schedule (P4, P6). */
  readonly places: readonly PolicyPlace[];
  readonly joined: Set<PolicyPlace>;
  readonly cutOff: Map<string, CutOff>;
}

/** Thrown when an event that lies in no stream is to be emitted under a stream strategy (S4). */
export class NoHomeStream extends Error {}

const LOCKING: readonly StrategyId[] = ['log-lock', 'tag-lock'];
export const STREAMS: readonly StrategyId[] = ['stream-version', 'stream-saga'];

/** Where a race starts. */
export function startOf(model: Model, race: Race, strategy: StrategyId): State {
  const phase = LOCKING.includes(strategy) ? 'acquire' : 'read';
  const place: Place = { phase, attempt: 1, leg: 0, legs: [], events: [], readAt: 0 };
  const own = (race.commands ?? []).map(() => place);
  const others = placesOf(model, race).map((): Place => ({ ...place, phase: 'absent' }));
  return { log: givenLog(model, race), places: [...own, ...others], queue: [] };
}

/** The commands that may take a step (X1). */
export function enabledIn(state: State): readonly number[] {
  return state.places.flatMap(({ phase }, command) =>
    phase === 'ended' || phase === 'waiting' || phase === 'absent' ? [] : command,
  );
}

/** Which step a command takes next. */
export function stepKind(state: State, command: number): StepKind {
  const { phase } = placeOf(state, command);
  if (phase === 'acquire' || phase === 'read' || phase === 'append') return phase;
  throw new Error(`#${command + 1} has no step`);
}

function placeOf(state: State, command: number): Place {
  const place = state.places[command];
  if (place === undefined) throw new Error(`no command ${command}`);
  return place;
}

export function runOf(setting: Setting, state: State, command: number): CommandRun {
  const run = state.places[command]?.run ?? setting.runs[command];
  if (run === undefined) throw new Error(`no command ${command}`);
  return run;
}

function withPlace(state: State, command: number, place: Place): State {
  return { ...state, places: state.places.with(command, place) };
}

/** One step of one enabled command. */
export function takeStep(setting: Setting, state: State, command: number): Stepped {
  const kind = stepKind(state, command);
  if (kind === 'acquire') return acquire(setting, state, command);
  return kind === 'read' ? read(setting, state, command) : append(setting, state, command);
}

/** Asks for the lock: granted at once, or queued with the decision of this moment (S7, V7). */
function acquire(setting: Setting, state: State, command: number): Stepped {
  const place = placeOf(state, command);
  if (isFree(setting, state, command, state.queue))
    return { state: withPlace(state, command, { ...place, phase: 'read' }), labels: [] };
  const asked = decideAt(setting, state, command);
  const waiting = withPlace(state, command, { ...place, phase: 'waiting', asked });
  return { state: { ...waiting, queue: [...state.queue, command] }, labels: [] };
}

/** Whether none of a command's keys is held, nor wanted by one of those who asked `before` it (S7). */
function isFree(setting: Setting, state: State, command: number, before: readonly number[]): boolean {
  const keys = keysOf(setting, state, command);
  const holders = state.places.flatMap(({ phase }, other) =>
    phase === 'read' || phase === 'append' ? other : [],
  );
  return [...holders, ...before].every(
    (other) => !keysOf(setting, state, other).some((key) => keys.includes(key)),
  );
}

/** The lock keys of a command (S7). */
function keysOf(setting: Setting, state: State, command: number): readonly string[] {
  if (setting.strategy === 'log-lock') return ['*'];
  const strict = runOf(setting, state, command).checks.filter(({ relaxed }) => !relaxed);
  return strict
    .flatMap(({ projections }) => projections)
    .flatMap(({ types, tags }) => (tags.length > 0 ? tags : types.map((type) => `type:${type}`)));
}

/** Grants the lock to those who can have it now, in order of asking (S7). */
function grant(setting: Setting, state: State): State {
  let granted = state;
  const still: number[] = [];
  for (const command of state.queue) {
    if (isFree(setting, granted, command, still))
      granted = withPlace(granted, command, { ...placeOf(granted, command), phase: 'read' });
    else still.push(command);
  }
  return { ...granted, queue: still };
}

/** Ends a command's program and gives its locks away (S2, S7). */
function end(setting: Setting, state: State, command: number, outcome: Outcome): State {
  const ended = withPlace(state, command, { ...placeOf(state, command), phase: 'ended', outcome });
  return LOCKING.includes(setting.strategy) ? grant(setting, ended) : ended;
}

/** Decides on the log as it stands (S1), judges the wait (V7), and ends the program when there is nothing to append (S2). */
function read(setting: Setting, state: State, command: number): Stepped {
  const place = placeOf(state, command);
  const decision = decideAt(setting, state, command);
  const waits = place.asked === undefined ? [] : [judgeWait(place.asked, decision)];
  const outcome = outcomeOfRead(place, decision);
  if (outcome !== undefined)
    return { state: end(setting, state, command, outcome), labels: [...waits, `ended:${outcome}`] };
  const events = decision.kind === 'accepted' ? decision.events : [];
  requireHomes(setting, events);
  const legs = place.leg > 0 ? place.legs : legsOf(setting.model, events);
  const readAt = state.log.length;
  const next: Place = { ...place, phase: 'append', stale: decision, events, legs, readAt };
  return { state: withPlace(state, command, next), labels: waits };
}

function judgeWait(asked: PlainDecision, decision: PlainDecision): Verdict {
  return same(asked, decision) ? 'needlessWait' : 'neededWait';
}

function outcomeOfRead(place: Place, decision: PlainDecision): Outcome | undefined {
  if (decision.kind !== 'accepted') return place.leg > 0 ? 'partial' : decision.kind;
  return decision.events.length === 0 ? 'accepted' : undefined;
}

function requireHomes(setting: Setting, events: readonly PlainFact[]): void {
  if (!STREAMS.includes(setting.strategy)) return;
  const homeless = events.find((event) => homeStreams(setting.model, event).length === 0);
  if (homeless !== undefined) throw new NoHomeStream(homeless.type);
}

/** The decision a command takes on the log as it stands, remembered by the exact log it was asked for. */
function decideAt(setting: Setting, state: State, command: number, withoutRelaxed = false): PlainDecision {
  const { leg, events, legs } = placeOf(state, command);
  const fixed = leg > 0 ? JSON.stringify([leg, events, legs]) : '';
  const key = `${command} ${withoutRelaxed} ${fixed} ${state.log.map(numberOf).join()}`;
  const decision = setting.decided.get(key) ?? decideAnew(setting, state, command, withoutRelaxed);
  setting.decided.set(key, decision);
  return decision;
}

const numbers = new WeakMap<Entry, number>();
const numbersByText = new Map<string, number>();

/** A number for the exact JSON of an entry. */
function numberOf(entry: Entry): number {
  const known = numbers.get(entry);
  if (known !== undefined) return known;
  const text = JSON.stringify(entry);
  const number = numbersByText.get(text) ?? numbersByText.size;
  numbersByText.set(text, number);
  numbers.set(entry, number);
  return number;
}

function decideAnew(setting: Setting, state: State, command: number, withoutRelaxed: boolean): PlainDecision {
  return decideFrom(setting, state, command, () => state.log, withoutRelaxed);
}

/** Decides from whole logs, of which each check can have another: in a saga the leg's own decision. */
export function decideFrom(
  setting: Setting,
  state: State,
  command: number,
  logOf: LogOf,
  withoutRelaxed = false,
): PlainDecision {
  const { model, strategy } = setting;
  const run = runOf(setting, state, command);
  const place = placeOf(state, command);
  if (strategy !== 'stream-saga') return decide(model, run, logOf, withoutRelaxed);
  if (place.leg === 0) return decideFirstLeg(model, run, logOf, withoutRelaxed);
  return decideLaterLeg(model, run, logOf, place, withoutRelaxed);
}

/** Checks the guard, judges it (V1–V6), and appends, retries or ends (S3). */
function append(setting: Setting, state: State, command: number): Stepped {
  const fails = guardFails(setting, setting.strategy, state, command);
  const verdicts = judgeAppend(setting, state, command, fails);
  const { state: next, labels } = fails ? fail(setting, state, command) : write(setting, state, command);
  return { state: next, labels: [...verdicts, ...labels] };
}

/** What an append shows, if the guard fails or not (V1–V6). */
export function judgeAppend(
  setting: Setting,
  state: State,
  command: number,
  fails: boolean,
): readonly Label[] {
  const stale = staleOf(state, command);
  const fresh = decideAt(setting, state, command);
  if (same(stale, fresh)) return [fails ? 'falseConflict' : 'safe'];
  if (fails) return ['conflict'];
  if (same(stale, decideAt(setting, state, command, true))) return ['tolerated'];
  return fresh.kind === 'accepted' ? ['missedConflict'] : ['missedConflict', 'violation'];
}

function staleOf(state: State, command: number): PlainDecision {
  const { stale } = placeOf(state, command);
  if (stale === undefined) throw new Error(`#${command + 1} has not read`);
  return stale;
}

/** Whether a strategy's guard stops the append that a command is about to make (see the table of strategies). */
export function guardFails(setting: Setting, strategy: StrategyId, state: State, command: number): boolean {
  return stoppingEntries(setting, strategy, state, command).length > 0;
}

/** How the log stood when a command last read. */
export function logAtRead(state: State, command: number): readonly Entry[] {
  return state.log.slice(0, placeOf(state, command).readAt);
}

/** The entries since the read for which a strategy's guard stops the append that a command is about to make. */
export function stoppingEntries(
  setting: Setting,
  strategy: StrategyId,
  state: State,
  command: number,
): readonly Entry[] {
  const run = runOf(setting, state, command);
  const place = placeOf(state, command);
  const since = state.log.slice(place.readAt);
  const { checks } = run;
  switch (strategy) {
    case 'unguarded':
    case 'log-lock':
    case 'tag-lock':
      return [];
    case 'log-version':
      return since;
    case 'stream-version': {
      if (checks.length > 0 && checks.every(({ relaxed }) => relaxed)) return [];
      const homes = place.events.flatMap((event) => homeStreams(setting.model, event));
      return since.filter(({ streams }) => streams.some((stream) => homes.includes(stream)));
    }
    case 'stream-saga': {
      const stream = place.legs[place.leg] ?? '';
      return since.filter(({ streams }) => streams.includes(stream));
    }
    case 'tag-condition': {
      const guarded = checks.filter(({ relaxed }) => !relaxed).flatMap(({ projections }) => projections);
      return since.filter((entry) => guarded.some((projection) => matches(projection, entry)));
    }
  }
}

/** After a guard that failed: back to the read while attempts are left, else the end (S3, S6). */
function fail(setting: Setting, state: State, command: number): Stepped {
  const place = placeOf(state, command);
  const attempts = setting.race.attempts ?? 1;
  if (attempts === 'unlimited' || place.attempt < attempts) {
    const again: Place = { ...place, phase: 'read', attempt: place.attempt + 1 };
    return { state: withPlace(state, command, again), labels: [] };
  }
  const outcome = place.leg > 0 ? 'partial' : 'conflict';
  return { state: end(setting, state, command, outcome), labels: [`ended:${outcome}`] };
}

/** After a guard that passed: the events, or in a saga this leg's copies, are in the log (S5, S6). */
function write(setting: Setting, state: State, command: number): Stepped {
  const place = placeOf(state, command);
  const saga = setting.strategy === 'stream-saga';
  const written = saga ? copiesOfLeg(setting, state, command) : eventsOf(setting, state, command);
  let grown = state;
  for (const entry of written) grown = react(setting, { ...grown, log: [...grown.log, entry] });
  if (saga && place.leg + 1 < place.legs.length) {
    const nextLeg: Place = { ...place, phase: 'read', attempt: 1, leg: place.leg + 1 };
    return { state: withPlace(grown, command, nextLeg), labels: [] };
  }
  return { state: end(setting, grown, command, 'accepted'), labels: ['ended:accepted'] };
}

/** Lets those join whom the last entry of the log sets off (P3). */
function react(setting: Setting, state: State): State {
  let joined = state;
  for (const { place, cutOff, run } of reactionsTo(setting.model, setting.race, setting.places, state.log)) {
    if (place === null) setting.cutOff.set(JSON.stringify(cutOff), cutOff);
    else {
      setting.joined.add(place);
      const phase = LOCKING.includes(setting.strategy) ? 'acquire' : 'read';
      joined = withPlace(joined, place.command, { ...placeOf(joined, place.command), phase, run });
    }
  }
  return joined;
}

function eventsOf(setting: Setting, state: State, command: number): readonly Entry[] {
  const place = placeOf(state, command);
  const time = runOf(setting, state, command).now;
  return place.events.map((event) => {
    return { ...event, time, by: command, streams: homeStreams(setting.model, event), first: true };
  });
}

function copiesOfLeg(setting: Setting, state: State, command: number): readonly Entry[] {
  const place = placeOf(state, command);
  const time = runOf(setting, state, command).now;
  const stream = place.legs[place.leg] ?? '';
  return place.events.flatMap((event) => {
    const homes = homeStreams(setting.model, event);
    if (!homes.includes(stream)) return [];
    const earliest = place.legs.find((leg) => homes.includes(leg));
    return [{ ...event, time, by: command, streams: [stream], first: earliest === stream }];
  });
}
