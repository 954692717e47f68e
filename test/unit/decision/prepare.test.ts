import { describe, expect, it } from 'vitest';
import { prepareCommand } from '../../../src/decision/prepare.ts';
import type { CommandDefinition } from '../../../src/model/schema.ts';
import { command, compileSections, prepare, specify } from '../../helpers/given-when-then.ts';

const GOT = { initial: 0, on: { Got: 'state + 1' } };

function modelWith(checks: CommandDefinition['checks']) {
  return compileSections({
    events: { Got: { fields: { room: 'string' }, tags: { room: 'event.room' } }, Lost: {} },
    constraints: {
      ByRoom: {
        parameters: { room: 'string' },
        projections: {
          got: { tags: { room: 'room' }, ...GOT },
          any: { initial: 0, on: { Lost: 'state + 1', Got: 'state' } },
        },
      },
      ByGuest: {
        parameters: { guest: 'string', room: 'string' },
        projections: { both: { tags: { room: 'room', guest: 'guest' }, ...GOT } },
      },
      Loose: {
        consistency: 'relaxed',
        parameters: { room: 'string' },
        projections: { got: { tags: { room: 'room' }, ...GOT } },
      },
      Blank: { rule: 'true' },
    },
    commands: {
      Do: { fields: { room: 'string', guest: 'string', rooms: 'list<string>' }, ...(checks && { checks }) },
    },
  });
}

const DATA = { room: 'r1', guest: 'g1', rooms: ['r2', 'r1', 'r2'] };
const inRoom = (room: string) => ({ types: ['Got'], tags: [`room:${room}`] });

describe('the boundary of a command', () => {
  it('B1 is the union of the queries of all projections of all its checks', () => {
    expect(prepare(modelWith(['ByRoom', 'ByGuest']), command('Do', DATA)).boundary.items).toEqual([
      { types: ['Got'], tags: ['guest:g1', 'room:r1'] },
      inRoom('r1'),
      { types: ['Got', 'Lost'], tags: [] },
    ]);
  });

  it('B1 has the queries of every instance of an each check, equal ones once', () => {
    const each = { constraint: 'Loose', each: 'command.rooms', with: { room: 'item' } };
    expect(prepare(modelWith([each]), command('Do', DATA)).boundary.items).toEqual([
      inRoom('r1'),
      inRoom('r2'),
    ]);
  });

  it.each<[what: string, checks: CommandDefinition['checks']]>([
    ['no checks', undefined],
    ['checks without projections', ['Blank']],
    ['an each check over nothing', [{ constraint: 'ByRoom', each: '[]' }]],
  ])('B1 is empty for %s', (_, checks) => {
    expect(prepare(modelWith(checks), command('Do', DATA)).boundary.items).toEqual([]);
  });

  it('B2 has the queries of relaxed constraints, which the guarded one leaves out', () => {
    const { boundary, guarded } = prepare(modelWith(['Loose', 'ByGuest']), command('Do', DATA));
    const strict = { types: ['Got'], tags: ['guest:g1', 'room:r1'] };
    expect(boundary.items).toEqual([strict, inRoom('r1')]);
    expect(guarded.items).toEqual([strict]);
  });

  it('B2 guards what a strict constraint reads although a relaxed one reads it too', () => {
    const { guarded } = prepare(modelWith(['Loose', 'ByRoom']), command('Do', DATA));
    expect(guarded.items).toContainEqual(inRoom('r1'));
  });

  it('B2 guards nothing when every check is relaxed', () => {
    expect(prepare(modelWith(['Loose']), command('Do', DATA)).guarded.items).toEqual([]);
  });
});

describe('a tag filter', () => {
  const model = compileSections({
    constraints: {
      Any: { parameters: { value: 'dyn' }, projections: { p: { tags: { x: 'value' } } } },
    },
    commands: { Do: { fields: { value: 'dyn' }, checks: ['Any'] } },
  });
  const filter = (value: string | number | boolean | null | readonly string[]) =>
    prepare(model, command('Do', { value }));

  it.each([
    ['a', 'x:a'],
    ['', 'x:'],
    [7, 'x:7'],
    [2.5, 'x:2.5'],
    [true, 'x:true'],
  ])('D2 is the text of a scalar: %j', (value, tag) => {
    expect(filter(value).projections.map(({ item }) => item.tags)).toEqual([[tag]]);
  });

  it.each([null, ['a']])('D7 fails for what is no scalar: %j', (value) => {
    expect(filter(value).failure).toEqual({
      at: '/constraints/Any/projections/p/tags/x',
      expression: 'value',
      message: 'A tag filter needs one string or number',
    });
  });
});

describe('projections with the same parameters', () => {
  it('B1 are one instance, of one constraint', () => {
    const checks = ['ByRoom', { constraint: 'ByRoom', with: { room: '"r1"' } }, 'Loose'];
    const { projections, checks: prepared } = prepare(modelWith(checks), command('Do', DATA));
    expect(projections).toHaveLength(3);
    expect(prepared.map(({ projections: indexes }) => indexes)).toEqual([[0, 1], [0, 1], [2]]);
  });
});

describe('times', () => {
  const DEFAULT = '2000-01-01T00:00:00Z';
  const RACE = '2020-01-01T00:00:00Z';
  const OWN = '2030-01-01T00:00:00Z';
  const model = modelWith([]);

  it.each([
    ['2000 where nothing else says so', undefined, undefined, DEFAULT],
    ["the race's", undefined, RACE, RACE],
    ['its own', OWN, undefined, OWN],
    ["its own rather than the race's", OWN, RACE, OWN],
  ])('D9 the now of a command is %s', (_, own, race, now) => {
    expect(prepare(model, command('Do', DATA, own), race).now).toBe(now);
  });

  const clock = specify({
    events: { Ticked: {}, Noted: { fields: { past: 'timestamp', now: 'timestamp' } } },
    constraints: { Clock: { projections: { past: { on: { Ticked: 'time' } } } } },
    commands: {
      Note: { checks: ['Clock'], emits: [{ event: 'Noted', data: { past: 'Clock.past', now: 'now' } }] },
    },
  });

  it('D9 both the time of a given event and now are 2000 where nothing else says so', () => {
    expect(clock.given({ event: 'Ticked' }).when({ command: 'Note' })).toMatchObject({
      events: [{ data: { past: DEFAULT, now: DEFAULT } }],
    });
  });

  it('D9 the time of a given event is its own', () => {
    expect(clock.given({ event: 'Ticked', time: OWN }).when({ command: 'Note' })).toMatchObject({
      events: [{ data: { past: OWN, now: DEFAULT } }],
    });
  });

  it('D9 events are recorded with the now of their command', () => {
    const { log } = clock
      .given({ event: 'Ticked' })
      .race(command('Note'), command('Note', {}, OWN))
      .with({ now: RACE })
      .under('unguarded')
      .run(1, 1, 2, 2);
    expect(log.map(({ time }) => time)).toEqual([DEFAULT, RACE, OWN]);
  });
});

describe('a command that cannot be prepared', () => {
  const model = compileSections({
    commands: { Do: { fields: { at: 'timestamp', wait: 'duration', times: 'list<timestamp>' } } },
  });

  it.each([
    [command('Dont'), 'There is no command "Dont"'],
    [command('Do', {}, 'noon'), 'Do: "noon" is not a time such as "2000-01-01T00:00:00Z"'],
    [command('Do', { at: 'noon' }), 'Do: "noon" is not a time such as "2000-01-01T00:00:00Z"'],
    [command('Do', { times: ['noon'] }), 'Do: "noon" is not a time such as "2000-01-01T00:00:00Z"'],
    [command('Do', { wait: 'long' }), 'Do: "long" is not a duration such as "10m"'],
  ])('%j is a sentence', (issued, sentence) => {
    expect(prepareCommand(model, issued)).toBe(sentence);
  });

  it('a now of the race that is no time is a sentence', () => {
    expect(prepareCommand(model, command('Do'), 'noon')).toContain('"noon" is not a time');
  });
});
