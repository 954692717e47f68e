import type { CompiledModel } from '../decision/compiled-model.ts';
import { DEFAULT_TIME } from '../decision/prepare.ts';
import { matchesQuery } from '../decision/query.ts';
import { explore } from '../exploration/explore.ts';
import { FINDINGS, type FindingKey } from '../exploration/findings.ts';
import type { Unavailable, Verdict } from '../exploration/result.ts';
import { joinWords } from '../lib/join-words.ts';
import type { Race } from '../model/schema.ts';
import { seesRecord } from '../strategies/command-run.ts';
import { type LogRecord, trips } from '../strategies/guard.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { LoadPlan } from './load-plan.ts';
import { MOST_BLOCKERS, type Process } from './process.ts';
import { shrinkList } from './shrink-list.ts';
import { simulate } from './simulate.ts';

/** What is counted under load and has a race behind it. */
export type LoadFinding = Exclude<FindingKey, 'safe' | 'partial' | 'error'>;

export interface FindOptions {
  readonly seed: number;
  /** Counted from 0. */
  readonly replication: number;
  readonly strategy: StrategyId;
  readonly finding: LoadFinding;
  /** Only where this command was concerned, and this instance (`concept:value`). */
  readonly command?: string;
  readonly instance?: string;
  /** So many are passed over, to be shown another one. */
  readonly skip?: number;
}

/** Something that was counted, as a race that can be opened. */
export interface FoundOne {
  readonly race: Race;
  readonly strategy: StrategyId;
  readonly finding: LoadFinding;
  /** Who takes each step, counted from 0, up to the step that shows it. */
  readonly order: readonly number[];
  /** When it happened, in milliseconds of simulated time, the warm-up included. */
  readonly at: number;
}

/** Of what happened in one replication, as much as a race is made from. */
interface Happened {
  readonly records: readonly { readonly record: LogRecord; readonly by: Process | null }[];
}

/** Races with two commands are small; three under locks are still far below. */
const MOST_STATES = 20_000;
/** Occurrences that are looked at before the search is given up, and explorations spent on making a past short. */
const MOST_TRIES = 40;
const MOST_EXPLORED = 160;

/**
 * Runs a replication again up to something that was counted in it, and makes a race of it: the events so far that the
 * commands look at, as few of them as still show it, and the commands that met. What the race shows is found by
 * exploring it, so each can be opened at the schedule returned. Yields the share of the replication that is done. Returns
 * null when nothing of the kind was counted, or no race with few commands shows it.
 */
export function* findOne(
  model: CompiledModel,
  plan: LoadPlan,
  options: FindOptions,
): Generator<{ readonly share: number }, FoundOne | Unavailable | null> {
  const { seed, replication, strategy } = options;
  const records: { readonly record: LogRecord; readonly by: Process | null }[] = [];
  let found: FoundOne | null = null;
  let tries = options.skip ?? 0;
  const last = tries + MOST_TRIES;
  let left = tries;
  const watch = {
    onRecord: (record: LogRecord, by: Process | null) => void records.push({ record, by }),
    onVerdict: (verdict: Verdict, violation: boolean, process: Process, now: number) => {
      if (found !== null || tries > last || now < plan.warmUp) return;
      if (!isWanted(options, verdict, violation, process)) return;
      if (left-- > 0) return;
      tries++;
      found = makeRace(model, { records }, process, options, now);
    },
  };
  const steps = simulate(model, plan, strategy, seed, replication, watch);
  for (let step = steps.next(); ; step = steps.next()) {
    if (found !== null) return found;
    if (step.done) return 'unavailable' in step.value ? step.value : null;
    if (tries > last) return null;
    yield { share: step.value.at / step.value.until };
  }
}

function isWanted(
  { finding, command, instance }: FindOptions,
  verdict: Verdict,
  violation: boolean,
  { sourced }: Process,
): boolean {
  if (finding === 'violation' ? !violation : verdict !== finding) return false;
  if (command !== undefined && sourced.command !== command) return false;
  return instance === undefined || sourced.instances.includes(instance);
}

function makeRace(
  model: CompiledModel,
  happened: Happened,
  process: Process,
  { strategy, finding }: FindOptions,
  at: number,
): FoundOne | null {
  for (const others of listOthers(happened, process)) {
    const all = [...others, process];
    for (const given of listPasts(happened, process, others)) {
      const race = (past: readonly LogRecord[]) => writeRace(all, past, finding);
      const orderOf = (past: readonly LogRecord[]) => findOrder(model, race(past), strategy, finding);
      if (orderOf(given) === null) continue;
      const past = shrinkList(given, (fewer) => orderOf(fewer) !== null, MOST_EXPLORED);
      return { race: race(past), strategy, finding, order: orderOf(past) ?? [], at };
    }
  }
  return null;
}

/** Whether a record is one that a process looks at, or that its guard sees. */
function mattersTo({ control, run }: Process, record: LogRecord): boolean {
  const guard = control.phase === 'append' ? control.plan[control.leg]?.guard : undefined;
  if (guard !== undefined && trips(guard, record)) return true;
  return run.command.projections.some((_, index) => seesRecord(run, index, record));
}

/** Who may have been in the way: whoever held a lock, or wrote since the read what is looked at or guarded; each alone, then two at a time. */
function listOthers({ records }: Happened, process: Process): readonly (readonly Process[])[] {
  const writers = records
    .slice(process.readAt)
    .flatMap(({ record, by }) => (by !== null && by !== process && mattersTo(process, record) ? [by] : []));
  const culprits = process.control.phase === 'append' ? [...new Set(writers)] : process.blockers;
  const few = culprits.slice(0, MOST_BLOCKERS);
  const pairs = few.flatMap((one, index) => few.slice(index + 1).map((other) => [one, other]));
  return [...few.map((one) => [one]), ...pairs];
}

/**
 * What may have been there when they met: all up to when the one that it happened to had read; with what came later, was
 * nothing to it, and may have been needed by the others; or all up to when the first of them had read.
 */
function* listPasts(
  { records }: Happened,
  process: Process,
  others: readonly Process[],
): Iterable<readonly LogRecord[]> {
  const all = [...others, process];
  const own = process.control.phase === 'append' ? process.readAt : process.askedHead;
  const first = Math.min(own, ...others.map((other) => other.readAt));
  const last = Math.max(own, ...others.map((other) => other.readAt));
  const choose = (isThere: (record: LogRecord, position: number) => boolean) =>
    records.flatMap(({ record, by }, position) => {
      const isOwn = by !== null && all.includes(by);
      const isSeen = all.some(({ run }) => matchesQuery(run.command.boundary, record.fact));
      return !isOwn && isSeen && record.first && isThere(record, position) ? [record] : [];
    });
  yield choose((_, position) => position < own);
  if (last > own)
    yield choose((record, position) => position < own || (position < last && !mattersTo(process, record)));
  if (first < own) yield choose((_, position) => position < first);
}

function writeRace(all: readonly Process[], past: readonly LogRecord[], finding: LoadFinding): Race {
  const names = all.map(({ sourced }) => sourced.command);
  return {
    name: `${joinWords(names)}: ${FINDINGS[finding].name} under load`,
    given: past.map(({ fact, time }) => ({
      event: fact.type,
      data: fact.data,
      ...(time === DEFAULT_TIME ? {} : { time }),
    })),
    commands: all.map(({ sourced, run }) => ({
      command: sourced.command,
      data: sourced.data,
      ...(run.command.now === DEFAULT_TIME ? {} : { now: run.command.now }),
    })),
  };
}

/** A shortest schedule of the race that shows it; null when none does. */
function findOrder(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  finding: LoadFinding,
): readonly number[] | null {
  const result = explore(model, race, strategy, { limit: MOST_STATES });
  if ('unavailable' in result) return null;
  return result.witnesses[finding]?.map(({ command }) => command) ?? null;
}
