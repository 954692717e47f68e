import type { CompiledModel } from '../decision/compiled-model.ts';
import type { PossibleEvent } from '../decision/possible-events.ts';
import type { PreparedCheck, PreparedCommand } from '../decision/prepare.ts';
import type { JsonObject } from '../lib/json.ts';
import { type EventScope, joinParts, type Need } from './boundary-parts.ts';
import { belongsToLeg, type CommandRun, type Plan, startRun } from './command-run.ts';
import { watchedTypes } from './cover.ts';
import type { Guard } from './guard.ts';
import { LockedScopes } from './locked-scopes.ts';
import { nameScope, prepareSample, type SampleCommand } from './prepare-sample.ts';
import type { StrategyId } from './program.ts';
import { STRATEGIES } from './registry.ts';
import { nameSamples, type SampleNames } from './sample-command.ts';
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

/**
 * What a command needs to decide (B1, B2), beside what a strategy guards when it appends (S). Without data each of its
 * fields has a value of its own and stands in the report by its name; so do values that come from projections, and what
 * is made from them otherwise stands as `…`. Of events that a `when` can leave out, needs count as guarded only when
 * they are without these too. Under a lock an event counts as guarded when every command that can write it asks, for
 * the same instances, for a key that this one holds: one that takes no lock is not held off (S7). Returns a sentence
 * where the strategy cannot be used or the data does not do.
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
  const sample = prepareSample(model, command, data);
  if ('unavailable' in sample) return sample;
  return report(startRun(model, STRATEGIES[strategy], sample.prepared), sample);
}

function report(run: CommandRun, { events, names }: SampleCommand): BoundaryReport {
  const { model, strategy, command, program } = run;
  const plans = leastAppends(events).map((few) => planGuards(run, few, names));
  const whole = planGuards(run, events, names);
  const locked = program.locks && new LockedScopes(model, strategy, program.locks);
  const watched = [
    ...whole.flatMap(({ guard }) => listGuarded(model, guard)),
    ...(locked?.list() ?? []).map((scope) => nameScope(scope, names)),
  ];
  const guard = program.locks
    ? ({ kind: 'locks', keys: program.locks.map((key) => nameSamples(key, names)) } as const)
    : joinGuards(whole);
  const certain = plans.length > 1 ? [] : (plans[0] ?? []);
  return {
    command: command.command.name,
    strategy: strategy.id,
    parts: joinParts(listNeeds(run, plans, locked, names), watched).map((part) => ({
      ...part,
      concepts: part.tags.map((tag) => tag.slice(0, tag.indexOf(':'))),
    })),
    guard,
    sentence: sayGuard(guard, {
      legs: program.appends === 'by-stream',
      certain: certain.flatMap(({ guard: one }) => (one.kind === 'streams' ? one.streams : [])),
    }),
  };
}

/** The fewest events that a command appends when it appends any: those that are certain, or else each of the others alone. */
function leastAppends(events: readonly PossibleEvent[]): readonly (readonly PossibleEvent[])[] {
  const certain = events.filter(({ isCertain }) => isCertain);
  return certain.length > 0 ? [certain] : events.map((event) => [event]);
}

/** The appends of some events as a plan without records: one, or one for each stream (S5, S6). */
function planGuards(
  { program, model }: CommandRun,
  events: readonly PossibleEvent[],
  names: SampleNames,
): Plan {
  const streams = sortNames(events.flatMap((event) => homeStreams(model, event)));
  if (program.appends === 'together')
    return [{ stream: null, records: [], guard: nameGuard(program.guardFor(streams), names) }];
  return streams.map((stream) => ({ stream, records: [], guard: program.guardFor([stream]) }));
}

/** Everything the checks read, and whether it is covered by the guard of the append it is checked for, whatever is appended. */
function listNeeds(
  run: CommandRun,
  plans: readonly Plan[],
  locked: LockedScopes | null,
  names: SampleNames,
): readonly Need[] {
  return run.command.checks.flatMap((check) => {
    return check.projections.flatMap((index) => {
      const { types, tags } = run.command.projections[index]?.item ?? { types: [], tags: [] };
      const guards = plans.flatMap((plan) => guardsOf(run, check, index, plan));
      return types.map((event): Need => {
        const named = nameScope({ event, tags }, names);
        const isWatched = (guard: Guard) =>
          watchedTypes(run.model, guard, { types: [event], tags: named.tags }).length > 0;
        return { ...named, check, guarded: locked?.covers({ event, tags }) ?? guards.every(isWatched) };
      });
    });
  });
}

/** What has to hold for a projection: the guard of the append its check belongs to, and of the first where it decides what is written (S6). */
function guardsOf(run: CommandRun, check: PreparedCheck, projection: number, plan: Plan): readonly Guard[] {
  const leg = plan.findIndex((_, index) => belongsToLeg(run, check, plan, index));
  const legs = isWritten(run.command, check, projection) ? [0, leg] : [leg];
  return legs.map((index) => plan[index]?.guard ?? { kind: 'none' });
}

/** Whether what a command writes depends on a projection, beside the rule. */
function isWritten({ command, projections }: PreparedCommand, check: PreparedCheck, index: number): boolean {
  const name = check.constraint.name;
  const paths = [name, `${name}.${projections[index]?.projection.name}`];
  return command.emits.some(({ when, data }) =>
    [...(when ? [when] : []), ...data.values()].some(({ parts }) =>
      parts.paths.some((path) => paths.includes(path)),
    ),
  );
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
