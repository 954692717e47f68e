import { describe, expect, it } from 'vitest';
import { recordGiven } from '../../../src/decision/make-fact.ts';
import type { Json } from '../../../src/lib/json.ts';
import { compileSections, event } from '../../helpers/given-when-then.ts';

const model = compileSections({
  events: {
    Tagged: { fields: { value: 'dyn' }, tags: { x: 'event.value' } },
    Both: { fields: { from: 'string', to: 'string' }, tags: { x: '[event.from, event.to]', y: 'event.to' } },
    Timed: { fields: { at: 'timestamp', wait: 'duration' }, tags: { year: 'event.at.getFullYear()' } },
    Late: { fields: { at: 'timestamp' } },
  },
});

const tag = (value: Json) => recordGiven(model, event('Tagged', { value }));

describe('tags of an event', () => {
  it.each<[value: Json, tags: readonly string[]]>([
    ['a', ['x:a']],
    ['', ['x:']],
    ['a:b', ['x:a:b']],
    [7, ['x:7']],
    [-2.5, ['x:-2.5']],
    [true, ['x:true']],
    [null, []],
    [[], []],
    [
      ['a', 7],
      ['x:a', 'x:7'],
    ],
    [
      ['b', 'a', 'b'],
      ['x:b', 'x:a'],
    ],
    [[1, '1'], ['x:1']],
  ])('D2 of %j are %j', (value, tags) => {
    expect(tag(value)).toMatchObject({ tags });
  });

  it.each<[value: Json]>([[{ a: 1 }], [[['a']]], [[null]]])('D7 cannot be had from %j', (value) => {
    expect(tag(value)).toEqual({
      at: '/events/Tagged/tags/x',
      expression: 'event.value',
      message: 'A tag needs a string, a number, a list of them, or null',
    });
  });

  it('D7 cannot be had from a field that is missing', () => {
    expect(recordGiven(model, event('Tagged'))).toMatchObject({ at: '/events/Tagged/tags/x' });
  });

  it('D2 stand in the order of the definition, each once', () => {
    expect(recordGiven(model, event('Both', { from: 'b', to: 'b' }))).toMatchObject({
      tags: ['x:b', 'y:b'],
    });
  });

  it('D2 see fields as what they are declared', () => {
    expect(recordGiven(model, event('Timed', { at: '2020-02-02T00:00:00Z', wait: '1h' }))).toMatchObject({
      tags: ['year:2020'],
    });
  });
});

describe('a given event', () => {
  it('D9 has its own time, as it is written', () => {
    expect(recordGiven(model, event('Late', {}, '2020-01-01T02:00:00+02:00'))).toMatchObject({
      time: '2020-01-01T02:00:00+02:00',
    });
  });

  it('D9 happened in 2000 if it does not say when', () => {
    expect(recordGiven(model, event('Late'))).toMatchObject({ time: '2000-01-01T00:00:00Z' });
  });

  it('D7 fails when its time is none', () => {
    expect(recordGiven(model, event('Late', {}, 'noon'))).toMatchObject({
      message: '"noon" is not a time such as "2000-01-01T00:00:00Z"',
    });
  });

  it('D7 fails at its fields when one of them is not what it is declared', () => {
    expect(recordGiven(model, event('Late', { at: 'noon' }))).toMatchObject({ at: '/events/Late/fields' });
  });

  it('D2 of a type that the model does not have carries no tags', () => {
    expect(recordGiven(model, event('Unheard', { a: 1 }))).toMatchObject({ type: 'Unheard', tags: [] });
  });
});
