import { compileModel } from '../../src/decision/compile.ts';
import type { CompiledModel } from '../../src/decision/compiled-model.ts';
import { decide } from '../../src/decision/decide.ts';
import type { Decision } from '../../src/decision/decision.ts';
import type { Fact, RecordedEvent } from '../../src/decision/event.ts';
import { recordGiven } from '../../src/decision/make-fact.ts';
import { type PreparedCommand, prepareCommand } from '../../src/decision/prepare.ts';
import type { ToldSchedule, ToldStep } from '../../src/exploration/result.ts';
import { tellSchedule } from '../../src/exploration/tell.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import type { GivenEvent, IssuedCommand, Model, Race } from '../../src/model/schema.ts';
import type { StrategyId } from '../../src/strategies/program.ts';

/** A given event; `time` only where it matters. */
export function event(type: string, data: JsonObject = {}, time?: string): GivenEvent {
  return { event: type, data, ...(time !== undefined && { time }) };
}

/** An issued command; `now` only where it matters. */
export function command(name: string, data: JsonObject = {}, now?: string): IssuedCommand {
  return { command: name, data, ...(now !== undefined && { now }) };
}

/** An event as a decision states it. */
export function fact(type: string, data: JsonObject = {}, tags: readonly string[] = []): Fact {
  return { type, data, tags };
}

export function accepted(...events: readonly Fact[]): Decision {
  return { kind: 'accepted', events };
}

export function rejected(...constraints: readonly string[]): Decision {
  return { kind: 'rejected', constraints };
}

/** The part of an error that says where it is: to be matched, not equalled. */
export function failedAt(at: string): { readonly kind: 'error'; readonly failure: { readonly at: string } } {
  return { kind: 'error', failure: { at } };
}

/** Compiles sections of a model, whatever is wrong with them. */
export function compileSections(sections: Partial<Model>): CompiledModel {
  return compileModel({ ambit: '1.0', name: 'Under test', ...sections });
}

/** A command of a model with its data filled in. Throws the sentence of a command that cannot be prepared. */
export function prepare(model: CompiledModel, issued: IssuedCommand, now?: string): PreparedCommand {
  const prepared = prepareCommand(model, issued, now);
  if (typeof prepared === 'string') throw new Error(prepared);
  return prepared;
}

function record(model: CompiledModel, given: GivenEvent): RecordedEvent {
  const recorded = recordGiven(model, given);
  if ('message' in recorded) throw new Error(`${given.event}: ${recorded.message}`);
  return recorded;
}

/**
 * `given(…events).when(command)` is the decision of a model; `given(…).race(…commands).under(strategy).run(1, 2, …)` the
 * schedule in which #1, #2 … take their steps in that order.
 */
export function specify(sections: Partial<Model>) {
  const model = compileSections(sections);
  const given = (...events: readonly GivenEvent[]) => ({
    when: (issued: IssuedCommand): Decision =>
      decide(
        model,
        prepare(model, issued),
        events.map((each) => record(model, each)),
      ),
    race: (...commands: readonly IssuedCommand[]) =>
      startRace(model, { name: 'Race', given: events, commands }),
  });
  return { model, given, when: given().when, race: given().race };
}

function startRace(model: CompiledModel, race: Race) {
  return {
    with: (more: Pick<Race, 'attempts' | 'now'>) => startRace(model, { ...race, ...more }),
    under: (strategy: StrategyId) => ({
      /** Why the schedule cannot be told. */
      refuse: (...order: readonly number[]): string => {
        const told = tell(model, race, strategy, order);
        return 'unavailable' in told ? told.unavailable : 'It can be run';
      },
      run: (...order: readonly number[]): ToldSchedule => {
        const told = tell(model, race, strategy, order);
        if ('unavailable' in told) throw new Error(told.unavailable);
        return told;
      },
    }),
  };
}

function tell(model: CompiledModel, race: Race, strategy: StrategyId, order: readonly number[]) {
  const steps = order.map((number) => number - 1);
  return tellSchedule(model, race, strategy, steps);
}

/** A schedule in short: `#2 append Course-c1: conflict → partial`, with `!` after the verdict where it is a violation too. */
export function outline({ steps }: ToldSchedule): string[] {
  return steps.map(({ command: index, step, stream, verdict, violation, outcome }) =>
    [
      `#${index + 1} ${step}${stream ? ` ${stream}` : ''}`,
      verdict ? `: ${verdict}${violation ? '!' : ''}` : '',
      outcome ? ` → ${outcome}` : '',
    ].join(''),
  );
}

/** The last step of a schedule. */
export function lastStep({ steps }: ToldSchedule): ToldStep {
  const last = steps.at(-1);
  if (last === undefined) throw new Error('The schedule has no steps');
  return last;
}
