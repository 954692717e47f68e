import type { CompiledModel } from '../decision/compiled-model.ts';
import { type PossibleEvent, possibleEvents } from '../decision/possible-events.ts';
import { type PreparedCheck, prepareCommand } from '../decision/prepare.ts';
import type { JsonObject } from '../lib/json.ts';
import { type EventScope, joinParts, type Need } from './boundary-parts.ts';
import { belongsToLeg, type CommandRun, type Plan, startRun } from './command-run.ts';
import { watchedTypes } from './cover.ts';
import type { Guard } from './guard.ts';
import { LockedScopes } from './locked-scopes.ts';
import type { StrategyId } from './program.ts';
import { STRATEGIES } from './registry.ts';
import { nameSamples, type SampleNames, sampleData, sampleView } from './sample-command.ts';
import { nameGuard, sayGuard, type Watch } from './say-guard.ts';
import { sayHomeless } from './say-homeless.ts';
import { findHomeless, homeStreams, sortNames } from './streams.ts';

/** One way in which a command depends on an event type, or is guarded against it. */
export interface BoundaryPart {
  readonly event: string;
  /** The concepts by which the events are filtered, such as `course` for "same course"; none for all events of the type. */
  readonly concepts: readonly string[];
  /** The same with values, such as `course:c1`; without data, the names of fields in braces: `course:{courseId}`. */
  readonly tags: readonly string[];
  /** The constraints whose decision needs it; none where it is only guarded. */
  readonly constraints: readonly string[];
  readonly needed: boolean;
  /** Needed: every event of the part is guarded against. Otherwise: events of the part stop the command, or wait for it, for nothing. */
  readonly guarded: boolean;
  /** All constraints that need it are relaxed: it is left out of the guard on purpose (B2). */
  readonly relaxed: boolean;
}

/** What a command needs to decide, beside what a strategy guards (B1, S). */
export interface BoundaryReport {
  readonly command: string;
  readonly strategy: StrategyId;
  /** What is needed, in the order of the checks, then what is only guarded. */
  readonly parts: readonly BoundaryPart[];
  /** What the store checks, or what is locked. */
  readonly guard: Guard | { readonly kind: 'locks'; readonly keys: readonly string[] };
  /** One sentence that says what is guarded, in the model's words. */
  readonly sentence: string;
}

const OWN_DATA = 1001;
const OWN_VIEW = 2001;

/**
 * What a command needs to decide (B1, B2), beside what a strategy guards when it appends every event it can (S). Without
 * data each of its fields has a value of its own, and stands in the report by its name. Under a lock an event counts as
 * guarded when every command that can write it asks, for the same instances, for a key that this one holds: one that
 * takes no lock is not held off (S7). Returns a sentence where the strategy cannot be used or the data does not do.
 */
export function reportBoundary(
  model: CompiledModel,
  name: string,
  strategy: StrategyId,
  data?: JsonObject,
): BoundaryReport | { readonly unavailable: string } {
  const command = model.commands.get(name);
  if (command === undefined) return { unavailable: `There is no command “${name}”` };
  if (command.emits.length === 0)
    return { unavailable: `${name} appends no event, so there is nothing to guard` };
  const homeless = STRATEGIES[strategy].needsStreams ? findHomeless(model, name) : null;
  if (homeless !== null) return { unavailable: sayHomeless(homeless) };
  const sample = data === undefined ? sampleData(command, OWN_DATA) : { data, names: new Map() };
  const prepared = prepareCommand(model, { command: name, data: sample.data });
  if (typeof prepared === 'string') return { unavailable: prepared };
  if (prepared.failure)
    return { unavailable: `${prepared.failure.message} in “${prepared.failure.expression}”` };
  return report(startRun(model, STRATEGIES[strategy], prepared), sample.names);
}

function report(run: CommandRun, fieldNames: SampleNames): BoundaryReport {
  const { model, strategy, command, program } = run;
  const { view, names: viewNames } = sampleView(command, OWN_VIEW);
  const names = new Map([...fieldNames, ...viewNames]);
  const events = possibleEvents(command, view);
  const whole = planGuards(run, events);
  const locked = program.locks && new LockedScopes(model, strategy, program.locks);
  const needs = listNeeds(
    run,
    leastAppends(events).map((few) => planGuards(run, few)),
    locked,
  );
  const watched = [...whole.flatMap(({ guard }) => listGuarded(model, guard)), ...(locked?.list() ?? [])];
  const guard = nameGuard(program.locks ? { kind: 'locks', keys: program.locks } : joinGuards(whole), names);
  const certain = planGuards(
    run,
    events.filter(({ isCertain }) => isCertain),
  );
  return {
    command: command.command.name,
    strategy: strategy.id,
    parts: joinParts(needs, watched).map((part) => ({
      ...part,
      concepts: part.tags.map((tag) => tag.slice(0, tag.indexOf(':'))),
      tags: part.tags.map((tag) => nameSamples(tag, names)),
    })),
    guard,
    sentence: sayGuard(guard, {
      legs: program.appends === 'by-stream',
      certain: certain
        .flatMap(({ guard: one }) => (one.kind === 'streams' ? one.streams : []))
        .map((stream) => nameSamples(stream, names)),
    }),
  };
}

/** The fewest events that a command appends when it appends any: those that are certain, or else each of the others alone. */
function leastAppends(events: readonly PossibleEvent[]): readonly (readonly PossibleEvent[])[] {
  const certain = events.filter(({ isCertain }) => isCertain);
  return certain.length > 0 ? [certain] : events.map((event) => [event]);
}

/** The appends of some events as a plan without records: one, or one for each stream (S5, S6). */
function planGuards({ program, model }: CommandRun, events: readonly PossibleEvent[]): Plan {
  const streams = sortNames(events.flatMap((event) => homeStreams(model, event)));
  if (program.appends === 'together')
    return [{ stream: null, records: [], guard: program.guardFor(streams) }];
  return streams.map((stream) => ({ stream, records: [], guard: program.guardFor([stream]) }));
}

/** Everything the checks read, and whether it is covered by the guard of the append it is checked for, whatever is appended. */
function listNeeds(run: CommandRun, plans: readonly Plan[], locked: LockedScopes | null): readonly Need[] {
  return run.command.checks.flatMap((check) => {
    const guards = plans.map((plan) => guardOf(run, check, plan));
    return check.projections.flatMap((index) => {
      const item = run.command.projections[index]?.item ?? { types: [], tags: [] };
      const watched = guards.map((guard) => watchedTypes(run.model, guard, item));
      return item.types.map((event): Need => {
        const scope = { event, tags: item.tags };
        const guarded = locked ? locked.covers(scope) : watched.every((types) => types.includes(event));
        return { ...scope, check, guarded };
      });
    });
  });
}

function guardOf(run: CommandRun, check: PreparedCheck, plan: Plan): Guard {
  const leg = plan.findIndex((_, index) => belongsToLeg(run, check, plan, index));
  return plan[leg]?.guard ?? { kind: 'none' };
}

/** All that makes a guard fail, by event type. */
function listGuarded({ events, aggregates }: CompiledModel, guard: Guard): readonly EventScope[] {
  switch (guard.kind) {
    case 'none':
      return [];
    case 'log':
      return [...events.keys()].map((event) => ({ event, tags: [] }));
    case 'query':
      return guard.query.items.flatMap(({ types, tags }) => types.map((event) => ({ event, tags })));
    case 'streams':
      return aggregates.flatMap(({ name, id, events: owned }) =>
        guard.streams
          .filter((stream) => stream.startsWith(`${name}-`))
          .flatMap((stream) =>
            [...owned]
              .filter((event) => events.get(event)?.tags.some(({ concept }) => concept === id))
              .map((event) => ({ event, tags: [`${id}:${stream.slice(name.length + 1)}`] })),
          ),
      );
  }
}

/** The guards of all appends as one. */
function joinGuards(plan: Plan): Watch {
  const [first, ...others] = plan.map(({ guard }) => guard);
  if (first === undefined) return { kind: 'none' };
  if (others.length === 0 || first.kind !== 'streams') return first;
  return { kind: 'streams', streams: plan.flatMap(({ stream }) => stream ?? []) };
}
