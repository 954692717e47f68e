import { describe, expect, it } from 'vitest';
import { toCel } from '../../../src/decision/cel-value.ts';
import { compileModel } from '../../../src/decision/compile.ts';
import { keepValue, recallValue } from '../../../src/decision/kept-value.ts';
import { foldRow, keysOf } from '../../../src/decision/read-model.ts';
import type { JsonObject } from '../../../src/lib/json.ts';

const model = compileModel({
  ambit: '1.0',
  name: 'Seats',
  events: {
    Defined: { fields: { course: 'string', seats: 'int' } },
    Taken: { fields: { course: 'string' } },
    Moved: { fields: { from: 'string', to: 'string' } },
  },
  readModels: {
    Free: {
      key: 'event.course',
      initial: 0,
      on: { Defined: 'event.seats', Taken: 'state - 1' },
      mode: 'sync',
    },
    Moves: { key: '[event.from, event.to]', initial: 0, on: { Moved: 'state + 1' } },
    Any: { on: { Taken: 'true' } },
    Broken: { key: '[[1]]', initial: 0, on: { Taken: 'state + event.nobody' } },
  },
});

const event = (type: string, data: JsonObject) => ({ type, data, tags: [], time: '2000-01-01T00:00:00Z' });

function readModelOf(name: string) {
  const found = model.readModels.get(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

describe('A read model', () => {
  it('says which rows an event changes', () => {
    const taken = event('Taken', { course: 'c1' });
    expect(keysOf(model, readModelOf('Free'), taken)).toEqual(['c1']);
    expect(keysOf(model, readModelOf('Any'), taken)).toEqual(['']);
    expect(keysOf(model, readModelOf('Moves'), taken)).toEqual([]);
    expect(keysOf(model, readModelOf('Moves'), event('Moved', { from: 'a', to: 'b' }))).toEqual(['a', 'b']);
  });

  it('folds events into a row', () => {
    const free = readModelOf('Free');
    const defined = foldRow(model, free, free.initial, event('Defined', { course: 'c1', seats: 3 }));
    expect(defined).toEqual({ value: 3n });
    expect(foldRow(model, free, 3n, event('Taken', { course: 'c1' }))).toEqual({ value: 2n });
  });

  it('names the place of an expression that fails', () => {
    expect(keysOf(model, readModelOf('Broken'), event('Taken', {}))).toMatchObject({
      at: '/readModels/Broken/key',
    });
    expect(foldRow(model, readModelOf('Free'), null, event('Taken', { course: 'c1' }))).toMatchObject({
      failure: { at: '/readModels/Free/on/Taken', expression: 'state - 1' },
    });
  });
});

describe('A value that is kept', () => {
  it.each([
    ['a whole double', 2],
    ['a half', 0.5],
    ['an int', 7n],
    ['a text', '1m'],
    ['an instant', new Date('2020-02-03T04:05:06Z')],
    ['a duration', toCel('90s', { kind: 'duration' })],
    ['a map that looks like something kept', new Map([['#double', 1n]])],
    ['a map with a strange key', new Map([['__proto__', [1n, 1]]])],
    ['lists in maps in lists', [new Map([['a', [null, true, 3]]])]],
  ])('is the same when it is recalled: %s', (_, value) => {
    expect(recallValue(JSON.parse(JSON.stringify(keepValue(value))))).toEqual(value);
  });
});
