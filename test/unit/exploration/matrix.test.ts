import { describe, expect, it } from 'vitest';
import { exploreMatrix, type MatrixEvent, type MatrixOptions } from '../../../src/exploration/matrix.ts';
import type { MatrixCell } from '../../../src/exploration/matrix-result.ts';
import type { Fields, Model } from '../../../src/model/schema.ts';
import { STRATEGY_IDS } from '../../../src/strategies/program.ts';
import { compileSections } from '../../helpers/given-when-then.ts';

/** Rooms with one seat, and notes about them that bind nobody. */
const SEATS: Partial<Model> = {
  events: {
    Booked: {
      fields: { room: 'string', guest: 'string' },
      tags: { room: 'event.room', guest: 'event.guest' },
    },
    Noted: { fields: { room: 'string' }, tags: { room: 'event.room' } },
  },
  constraints: {
    OneSeat: {
      parameters: { room: 'string' },
      projections: { taken: { tags: { room: 'room' }, initial: 0, on: { Booked: 'state + 1' } } },
      rule: 'taken < 1',
    },
  },
  commands: {
    Book: { fields: { room: 'string', guest: 'string' }, checks: ['OneSeat'], emits: ['Booked'] },
    Note: { fields: { room: 'string' }, emits: ['Noted'] },
    Look: { fields: { room: 'string' }, checks: ['OneSeat'] },
  },
  aggregates: { Room: { id: 'room', events: ['Booked', 'Noted'] } },
};

function eventsOf(sections: Partial<Model>, options?: MatrixOptions): readonly MatrixEvent[] {
  const model = compileSections(sections);
  expect(model.diagnostics).toEqual([]);
  return [...exploreMatrix(model, options)];
}

function cellsOf(sections: Partial<Model>, options?: MatrixOptions): readonly MatrixCell[] {
  return eventsOf(sections, options).flatMap((one) => (one.kind === 'cell' ? [one.cell] : []));
}

function firstCell(sections: Partial<Model>, options?: MatrixOptions): MatrixCell {
  const [cell] = cellsOf(sections, options);
  if (cell === undefined) throw new Error('there is no cell');
  return cell;
}

function summaryOf(sections: Partial<Model>, options?: MatrixOptions): string {
  return firstCell(sections, options).summary;
}

/** A model in which a key may be used once; how the key comes out of the command's field is up to the test. */
function onceFor(
  field: Fields,
  key: { parameter: Fields[string]; command: string; event: string },
): Partial<Model> {
  return {
    events: { Used: { fields: field, tags: { key: key.event } } },
    constraints: {
      Once: {
        parameters: { key: key.parameter },
        projections: { used: { tags: { key: 'key' }, initial: 0, on: { Used: 'state + 1' } } },
        rule: 'used < 1',
      },
    },
    commands: {
      Use: { fields: field, checks: [{ constraint: 'Once', with: { key: key.command } }], emits: ['Used'] },
    },
  };
}

describe('M3 the cells of a matrix', () => {
  it('M3 there is one for each pair of commands that emit events, a command with itself included', () => {
    expect(cellsOf(SEATS).map(({ commands }) => commands)).toEqual([
      ['Book', 'Book'],
      ['Book', 'Note'],
      ['Note', 'Note'],
    ]);
  });

  it('M3 a model without commands has none', () => {
    expect(eventsOf({})).toEqual([]);
  });

  it('M3 each arrives as soon as it is finished, with progress in between', () => {
    const events = eventsOf(SEATS);
    expect(events.at(-1)?.kind).toBe('cell');
    expect(events[0]).toMatchObject({
      kind: 'progress',
      progress: { commands: ['Book', 'Book'], pattern: 'same room, same guest', done: 0, pairs: 3 },
    });
    const finished = events.map(
      (_, index) => events.slice(0, index).filter(({ kind }) => kind === 'cell').length,
    );
    const told = events.map((one, index) => (one.kind === 'progress' ? one.progress.done : finished[index]));
    expect(told).toEqual(finished);
    expect(events.filter(({ kind }) => kind === 'cell')).toHaveLength(3);
  });

  it('M3 the search can be dropped after the first cell', () => {
    const search = exploreMatrix(compileSections(SEATS));
    let step = search.next();
    while (!step.done && step.value.kind === 'progress') step = search.next();
    expect(search.return([])).toEqual({ done: true, value: [] });
    expect(search.next().done).toBe(true);
  });

  it('M3 all cells are returned at the end, the same each time, as plain JSON', () => {
    const search = exploreMatrix(compileSections(SEATS));
    let step = search.next();
    while (!step.done) step = search.next();
    expect(step.value).toEqual(cellsOf(SEATS));
    expect(JSON.parse(JSON.stringify(step.value))).toEqual(step.value);
  });

  it('M3 all strategies are searched unless some are chosen', () => {
    const [all] = firstCell(SEATS).patterns;
    expect(Object.keys(all?.strategies ?? {})).toEqual(STRATEGY_IDS);
    const [chosen] = firstCell(SEATS, { strategies: ['tag-lock', 'log-version'] }).patterns;
    expect(Object.keys(chosen?.strategies ?? {}).sort()).toEqual(['log-version', 'tag-lock']);
  });

  it('M3 S4 says why a strategy cannot be used, and searches the others', () => {
    const [same] = firstCell({ ...SEATS, aggregates: {} }).patterns;
    for (const strategy of ['stream-version', 'stream-saga'] as const)
      expect(same?.strategies[strategy]).toEqual({ unavailable: expect.stringContaining('Booked') });
    expect(same?.strategies['tag-condition']).toHaveProperty('conflict');
  });

  it('M3 S4 an event without a home shows only where the pair can emit it', () => {
    const cells = cellsOf({ ...SEATS, aggregates: { Room: { id: 'room', events: ['Noted'] } } });
    const streams = cells.map(({ patterns }) => Object.keys(patterns[0]?.strategies['stream-version'] ?? {}));
    expect(streams).toEqual([['unavailable'], ['unavailable'], expect.arrayContaining(['safe'])]);
  });

  it('M3 a hit is a past, a race that can be kept as it is, and a schedule', () => {
    const two: Partial<Model> = {
      ...SEATS,
      constraints: {
        OneSeat: {
          parameters: { room: 'string' },
          projections: { taken: { tags: { room: 'room' }, initial: 0, on: { Booked: 'state + 1' } } },
          rule: 'taken < 2',
        },
      },
    };
    const [pattern] = firstCell(two, { strategies: ['unguarded'] }).patterns;
    expect(pattern?.strategies['unguarded']).toMatchObject({
      missedConflict: {
        past: [{ command: 'Book', data: { room: 'room1', guest: 'guest1' } }],
        race: {
          name: 'Book and Book: same room, same guest',
          given: [{ event: 'Booked', data: { room: 'room1', guest: 'guest1' } }],
          commands: [
            { command: 'Book', data: { room: 'room1', guest: 'guest1' } },
            { command: 'Book', data: { room: 'room1', guest: 'guest1' } },
          ],
        },
        schedule: [
          { command: 0, step: 'read' },
          { command: 1, step: 'read' },
          { command: 1, step: 'append' },
          { command: 0, step: 'append' },
        ],
      },
    });
  });
});

describe('M4 when a pair collides, in words', () => {
  it('M4 always, when nothing tells them apart', () => {
    expect(
      summaryOf({
        events: { Counted: {} },
        constraints: {
          Once: { projections: { n: { initial: 0, on: { Counted: 'state + 1' } } }, rule: 'n < 1' },
        },
        commands: { Count: { checks: ['Once'], emits: ['Counted'] } },
      }),
    ).toBe('always');
  });

  it('M4 never, when neither reads what the other writes', () => {
    expect(cellsOf(SEATS).map(({ summary }) => summary)).toEqual(['same room', 'never', 'never']);
  });

  it('M4 same room or same guest, when both are bound', () => {
    const words = summaryOf({
      ...SEATS,
      constraints: {
        ...SEATS.constraints,
        OneRoom: {
          parameters: { guest: 'string' },
          projections: { rooms: { tags: { guest: 'guest' }, initial: 0, on: { Booked: 'state + 1' } } },
          rule: 'rooms < 1',
        },
      },
      commands: {
        Book: {
          fields: { room: 'string', guest: 'string' },
          checks: ['OneSeat', 'OneRoom'],
          emits: ['Booked'],
        },
      },
    });
    expect(words.split(' or ').sort()).toEqual(['same guest', 'same room']);
  });

  it('M4 same room and same guest, when only the two together are bound', () => {
    const words = summaryOf({
      ...SEATS,
      constraints: {
        OneSeat: {
          parameters: { room: 'string', guest: 'string' },
          projections: {
            taken: { tags: { room: 'room', guest: 'guest' }, initial: 0, on: { Booked: 'state + 1' } },
          },
          rule: 'taken < 1',
        },
      },
    });
    expect(words.split(' and ').sort()).toEqual(['same guest', 'same room']);
  });

  it('M4 a relaxed constraint that would be broken collides as well', () => {
    const oneSeat = SEATS.constraints?.['OneSeat'] ?? {};
    expect(summaryOf({ ...SEATS, constraints: { OneSeat: { ...oneSeat, consistency: 'relaxed' } } })).toBe(
      'same room',
    );
  });

  it('M4 the words do not depend on which strategies are shown', () => {
    expect(summaryOf(SEATS, { strategies: ['tag-condition'] })).toBe('same room');
  });

  it.each([
    ['string', { key: 'string' }, { parameter: 'string', command: 'command.key', event: 'event.key' }],
    ['int', { key: 'int' }, { parameter: 'int', command: 'command.key', event: 'event.key' }],
    [
      'choice of two',
      { key: ['a', 'b'] },
      { parameter: 'string', command: 'command.key', event: 'event.key' },
    ],
    [
      'text put together',
      { key: 'string' },
      { parameter: 'string', command: '"k-" + command.key', event: '"k-" + event.key' },
    ],
  ] as const)('M1 M4 the same key, when it is a %s', (_, fields, key) => {
    expect(summaryOf(onceFor(fields, key))).toBe('same key');
  });

  it('M1 M4 the same key, when it is an element of a list', () => {
    const sections = onceFor(
      { keys: 'list<string>' },
      { parameter: 'string', command: 'one', event: 'event.keys' },
    );
    const check = { constraint: 'Once', each: 'command.keys', as: 'one', with: { key: 'one' } };
    const Use = { fields: { keys: 'list<string>' }, checks: [check], emits: ['Used'] };
    expect(summaryOf({ ...sections, commands: { Use } })).toBe('same key');
  });
});

describe('M1 M2 keys of unusual kinds', () => {
  it('M2 a key that is a time gets instances it can hold', () => {
    const key = {
      parameter: 'int',
      command: 'command.at.getFullYear()',
      event: 'event.at.getFullYear()',
    } as const;
    expect(summaryOf(onceFor({ at: 'timestamp' }, key))).toBe('same key');
  });

  it.each([
    [{ key: ['only'] }, 'command.key', 'event.key', ['same key']],
    [{ key: ['one', 'two'] }, 'command.key', 'event.key', ['same key', 'other key']],
    [{ key: 'bool' }, 'string(command.key)', 'string(event.key)', ['same key', 'other key']],
  ] as const)('M1 %j has no pattern with more instances than values', (fields, command, event, names) => {
    const { patterns } = firstCell(onceFor(fields, { parameter: 'string', command, event }));
    expect(patterns.map(({ name }) => name)).toEqual(names);
  });

  it('M3 a budget that is spent before the empty past was done claims no past at all', () => {
    const [same] = firstCell(SEATS, { limits: { races: 0 } }).patterns;
    expect(same?.bounds).toMatchObject({ past: -1, ended: 'budget' });
  });
});

describe('M2 pasts of a matrix', () => {
  const GATED: Partial<Model> = {
    ...SEATS,
    events: { ...SEATS.events, Unlocked: { fields: { room: 'string' }, tags: { room: 'event.room' } } },
    constraints: {
      OneSeat: {
        parameters: { room: 'string' },
        projections: {
          unlocked: { tags: { room: 'room' }, initial: false, on: { Unlocked: 'true' } },
          taken: { tags: { room: 'room' }, initial: 0, on: { Booked: 'state + 1' } },
        },
        rule: 'unlocked && taken < 1',
      },
    },
  };

  it('M2 events that no command emits are given', () => {
    const [same] = firstCell(GATED, { strategies: ['unguarded'] }).patterns;
    expect(same?.strategies['unguarded']).toMatchObject({
      missedConflict: { past: [{ event: 'Unlocked', data: { room: 'room1' } }] },
    });
  });

  it('M2 limits can be set: with a past of nothing, nothing is found behind a gate', () => {
    const cell = firstCell(GATED, { limits: { past: 0 } });
    expect(cell.summary).toBe('never');
    for (const { bounds } of cell.patterns) expect(bounds).toMatchObject({ past: 0, ended: 'depth' });
  });
});

describe('M5 the finder', () => {
  it('M5 is the same search for one strategy and one verdict', () => {
    const hits = cellsOf(SEATS, { strategies: ['log-version'] }).flatMap(({ commands, patterns }) =>
      patterns.flatMap(({ name, strategies }) => {
        const found = strategies['log-version'];
        return found && 'conflict' in found ? [`${commands.join(' × ')}: ${name}`] : [];
      }),
    );
    expect(hits).toEqual(['Book × Book: same room, same guest', 'Book × Book: same room, other guest']);
  });
});
