import { describe, expect, it } from 'vitest';
import type { CompiledCommand, CompiledModel } from '../../../src/decision/compiled-model.ts';
import { findSources } from '../../../src/exploration/finder/commands-that-matter.ts';
import { makeCases } from '../../../src/exploration/finder/make-cases.ts';
import { listPatterns } from '../../../src/exploration/finder/patterns.ts';
import {
  DEFAULT_LIMITS,
  type SearchLimits,
  searchPattern,
  widenLimits,
} from '../../../src/exploration/finder/search-pattern.ts';
import { SearchTables } from '../../../src/exploration/finder/search-tables.ts';
import type { PatternResult } from '../../../src/exploration/matrix-result.ts';
import type { Model } from '../../../src/model/schema.ts';
import { STRATEGY_IDS } from '../../../src/strategies/program.ts';
import { compileSections } from '../../helpers/given-when-then.ts';

/** Rooms that are opened from outside, booked, and cleaned; guests who have nothing to do with that. */
const SECTIONS: Partial<Model> = {
  events: {
    Opened: { fields: { room: 'string', seats: 'int' }, tags: { room: 'event.room' } },
    Booked: { fields: { room: 'string' }, tags: { room: 'event.room' } },
    Cleaned: { fields: { room: 'string' }, tags: { room: 'event.room' } },
    Greeted: { fields: { guest: 'string' }, tags: { guest: 'event.guest' } },
  },
  constraints: {
    SeatFree: {
      parameters: { room: 'string' },
      projections: {
        seats: { tags: { room: 'room' }, initial: 0, on: { Opened: 'event.seats' } },
        taken: { tags: { room: 'room' }, initial: 0, on: { Booked: 'state + 1' } },
      },
      rule: 'taken < seats',
    },
    SomebodyWasThere: {
      parameters: { room: 'string' },
      projections: { booked: { tags: { room: 'room' }, initial: false, on: { Booked: 'true' } } },
      rule: 'booked',
    },
  },
  commands: {
    Book: { fields: { room: 'string' }, checks: ['SeatFree'], emits: ['Booked'] },
    Clean: { fields: { room: 'string' }, checks: ['SomebodyWasThere'], emits: ['Cleaned'] },
    Greet: { fields: { guest: 'string' }, emits: ['Greeted'] },
  },
};
const model = compileSections(SECTIONS);

function commandOf(of: CompiledModel, name: string): CompiledCommand {
  const command = of.commands.get(name);
  if (command === undefined) throw new Error(`there is no ${name}`);
  return command;
}

function sourcesOf(...names: readonly string[]) {
  const { commands, events } = findSources(
    model,
    names.map((name) => commandOf(model, name)),
  );
  return { commands: commands.map(({ name }) => name), events: events.map(({ name }) => name) };
}

function casesOf(of: CompiledModel, pair: readonly [string, string], pattern: string) {
  const commands = [commandOf(of, pair[0]), commandOf(of, pair[1])] as const;
  const found = listPatterns(...commands).find(({ name }) => name === pattern);
  if (found === undefined) throw new Error(`there is no pattern ${pattern}`);
  return makeCases(of, commands, found);
}

function search(
  of: CompiledModel,
  pair: readonly [string, string],
  limits: Partial<SearchLimits> = {},
): readonly PatternResult[] {
  const commands = [commandOf(of, pair[0]), commandOf(of, pair[1])] as const;
  return listPatterns(...commands).map((pattern) => {
    const steps = searchPattern(new SearchTables(of), commands, pattern, STRATEGY_IDS, {
      ...DEFAULT_LIMITS,
      ...limits,
    });
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  });
}

describe('M2 what a past is made of', () => {
  it('M2 commands whose events the racing ones read, and what those read in turn', () => {
    expect(sourcesOf('Clean', 'Greet')).toEqual({ commands: ['Book'], events: ['Opened'] });
    expect(sourcesOf('Greet', 'Greet')).toEqual({ commands: [], events: [] });
  });

  it('M2 events that no command emits are given', () => {
    const { candidates } = casesOf(model, ['Book', 'Book'], 'same room');
    const given = candidates.filter((candidate) => 'given' in candidate).map(({ step }) => step);
    // Three rooms, the pattern's and two others; seats around the constant 0 and the step 1.
    expect(given).toHaveLength(3 * 4);
    expect(given[0]).toEqual({ event: 'Opened', data: { room: 'room1', seats: 0 } });
    const types = new Set(given.map((step) => ('event' in step ? step.event : 'a command')));
    expect([...types]).toEqual(['Opened']);
  });

  it('M2 the pattern says which instances race, and two others can be in the past', () => {
    const { first, second, candidates } = casesOf(model, ['Book', 'Book'], 'other room');
    expect(first.map(({ data }) => data)).toEqual([{ room: 'room1' }]);
    expect(second.map(({ data }) => data)).toEqual([{ room: 'room2' }]);
    const booked = candidates.flatMap((one) => ('prepared' in one ? [one.prepared.data['room']] : []));
    expect(booked).toEqual(['room1', 'room2', 'room3', 'room4']);
  });
});

describe('M2 M3 how far a search goes', () => {
  const bounds = (pair: readonly [string, string], limits: Partial<SearchLimits> = {}, of = model) =>
    search(of, pair, limits).map((result) => result.bounds);

  it('M2 ends complete when no past is left to find', () => {
    const [only] = bounds(['Greet', 'Greet']);
    expect(only).toMatchObject({ ended: 'complete', pasts: 1, races: 1 });
  });

  it('M2 deepens past two steps until one more finds nothing new', () => {
    const counting = compileSections({
      events: { Counted: {} },
      constraints: { Any: { projections: { n: { initial: 0, on: { Counted: 'state + 1' } } } } },
      commands: { Count: { checks: ['Any'], emits: ['Counted'] } },
    });
    expect(bounds(['Count', 'Count'], {}, counting)).toMatchObject([{ past: 3, ended: 'nothing-new' }]);
  });

  it('M2 goes on as long as one step more finds something new', () => {
    // The fourth is the first to be refused, so three before is the first past that shows a conflict.
    const four = compileSections({
      events: { Counted: {} },
      constraints: {
        Few: { projections: { n: { initial: 0, on: { Counted: 'state + 1' } } }, rule: 'n < 4' },
      },
      commands: { Count: { checks: ['Few'], emits: ['Counted'] } },
    });
    const [result] = search(four, ['Count', 'Count']);
    expect(result?.collides).toBe(true);
    expect(result?.bounds).toMatchObject({ ended: 'complete' });
    const hits = result?.strategies['unguarded'];
    expect(hits && 'missedConflict' in hits ? hits.missedConflict?.past.length : null).toBe(3);
  });

  it('M2 takes at least two steps, and three where those found nothing new', () => {
    const late = compileSections({
      events: { Stepped: {}, Done: {} },
      constraints: {
        ThreeSteps: { projections: { n: { initial: 0, on: { Stepped: 'state + 1' } } }, rule: 'n >= 3' },
        NotDone: { projections: { done: { initial: false, on: { Done: 'true' } } }, rule: '!done' },
      },
      commands: {
        Step: { emits: ['Stepped'] },
        Finish: { checks: ['ThreeSteps', 'NotDone'], emits: ['Done'] },
      },
    });
    const [result] = search(late, ['Finish', 'Finish']);
    expect(result?.collides).toBe(true);
    expect(result?.bounds.past).toBeGreaterThanOrEqual(3);
  });

  it('M2 stops at the depth that is asked for', () => {
    for (const past of [0, 1, 2])
      expect(bounds(['Book', 'Book'], { past })).toMatchObject([
        { past, ended: 'depth' },
        { past, ended: 'depth' },
      ]);
  });

  it('M2 as usual by themselves, and wider by as many pasts as races', () => {
    expect(widenLimits(DEFAULT_LIMITS.past, DEFAULT_LIMITS.races)).toEqual(DEFAULT_LIMITS);
    expect(widenLimits(8, 2 * DEFAULT_LIMITS.races).pasts).toBe(2 * DEFAULT_LIMITS.pasts);
    // Fewer races are no reason to look at fewer pasts.
    expect(widenLimits(2, 1).pasts).toBe(DEFAULT_LIMITS.pasts);
  });

  it('M2 stops when its races or its pasts are spent, and is exhaustive one step before', () => {
    const [races] = bounds(['Book', 'Book'], { races: 3 });
    expect(races).toMatchObject({ ended: 'budget', races: 3 });
    expect(races?.past).toBeLessThan(2);
    const [pasts] = bounds(['Book', 'Book'], { pasts: 6 });
    expect(pasts?.ended).toBe('budget');
    expect(pasts?.past).toBe(0);
  });

  it('M3 says which numbers were tried, and how many pasts and races there were', () => {
    const [same] = bounds(['Book', 'Book'], { past: 1 });
    // The empty past, one for each number of seats of the room that races, and of the two others.
    expect(same?.numbers).toEqual([0, 1, 2, 3]);
    expect(same?.races).toBe(1 + 3);
    // Opening a room with no seats leaves everything as it was.
    expect(same?.pasts).toBe(1 + 3 + 3 + 3);
  });
});
