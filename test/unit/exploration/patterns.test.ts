import { describe, expect, it } from 'vitest';
import type { CompiledCommand } from '../../../src/decision/compiled-model.ts';
import { listPatterns, type Pattern } from '../../../src/exploration/finder/patterns.ts';
import { product } from '../../../src/lib/product.ts';
import type { CommandDefinition } from '../../../src/model/schema.ts';
import { compileSections } from '../../helpers/given-when-then.ts';

const FIELDS = { room: 'string', next: 'string', last: 'string', guest: 'string', person: 'string' } as const;
const EVENT_FIELDS = { a: 'string', b: 'string', c: 'string', guest: 'string' } as const;

const model = compileSections({
  events: {
    Booked: { fields: EVENT_FIELDS, tags: { room: 'event.a' } },
    Moved: { fields: EVENT_FIELDS, tags: { room: '[event.a, event.b]' } },
    Toured: { fields: EVENT_FIELDS, tags: { room: '[event.a, event.b, event.c]' } },
    Stayed: { fields: EVENT_FIELDS, tags: { room: 'event.a', guest: 'event.guest' } },
    Swapped: { fields: EVENT_FIELDS, tags: { room: 'event.a', guest: 'event.a' } },
    Cleaned: { fields: EVENT_FIELDS },
  },
  commands: {
    Book: emitting('Booked', { a: 'command.room' }),
    Move: emitting('Moved', { a: 'command.room', b: 'command.next' }),
    Shift: emitting('Moved', { a: 'command.next', b: 'command.last' }),
    Tour: emitting('Toured', { a: 'command.room', b: 'command.next', c: 'command.last' }),
    Stay: emitting('Stayed', { a: 'command.room', guest: 'command.guest' }),
    Swap: emitting('Swapped', { a: 'command.room' }),
    Greet: emitting('Stayed', { a: '"r1"', guest: 'command.guest' }),
    Clean: emitting('Cleaned', {}),
  },
});

function emitting(event: string, data: { readonly [field: string]: string }): CommandDefinition {
  const rest = Object.fromEntries(Object.keys(EVENT_FIELDS).map((field) => [field, '"-"']));
  return { fields: FIELDS, emits: [{ event, data: { ...rest, ...data } }] };
}

function commandOf(name: string): CompiledCommand {
  const command = model.commands.get(name);
  if (command === undefined) throw new Error(`there is no ${name}`);
  return command;
}

function patternsOf(first: string, second: string): readonly Pattern[] {
  return listPatterns(commandOf(first), commandOf(second));
}

function namesOf(first: string, second: string): readonly string[] {
  return patternsOf(first, second).map(({ name }) => name);
}

describe('M1 the patterns of two commands', () => {
  it('M1 one field a side is the same or another', () => {
    expect(namesOf('Book', 'Book')).toEqual(['same room', 'other room']);
    expect(namesOf('Book', 'Stay')).toEqual(['same room', 'other room']);
  });

  it('M1 two concepts give every combination', () => {
    expect(namesOf('Stay', 'Stay')).toEqual([
      'same room, same guest',
      'same room, other guest',
      'other room, same guest',
      'other room, other guest',
    ]);
  });

  it('M1 a concept that only one of them knows makes no difference', () => {
    expect(namesOf('Book', 'Greet')).toEqual(['any']);
    expect(namesOf('Greet', 'Stay')).toEqual(['same guest', 'other guest']);
  });

  it('M1 commands without key fields have one pattern', () => {
    expect(namesOf('Clean', 'Clean')).toEqual(['any']);
    expect(namesOf('Clean', 'Book')).toEqual(['any']);
  });

  it('M1 two fields of one concept are told apart by their names', () => {
    expect(namesOf('Shift', 'Book')).toEqual([
      '#1.next is #1.last, #1.next is #2.room, #1.last is #2.room',
      '#1.next is #1.last, #1.next is not #2.room, #1.last is not #2.room',
      '#1.next is not #1.last, #1.next is #2.room, #1.last is not #2.room',
      '#1.next is not #1.last, #1.next is not #2.room, #1.last is #2.room',
      '#1.next is not #1.last, #1.next is not #2.room, #1.last is not #2.room',
    ]);
  });

  it('M1 two fields of one concept can be the same or not when the other command knows nothing of it', () => {
    expect(namesOf('Shift', 'Clean')).toEqual(['#1.next is #1.last', '#1.next is not #1.last']);
  });

  it('M1 of many fields of one concept only what is the same is said', () => {
    const names = namesOf('Tour', 'Book');
    expect(names).toHaveLength(15);
    expect(names).toContain('all different');
    expect(names).toContain('#1.next is #2.room');
    expect(new Set(names).size).toBe(15);
  });

  it('M1 a field that serves two concepts joins them', () => {
    expect(namesOf('Swap', 'Book')).toEqual(['same room', 'other room']);
    expect(namesOf('Swap', 'Stay')).toHaveLength(5);
    expect(namesOf('Stay', 'Swap')).toHaveLength(5);
    const [group] = patternsOf('Swap', 'Stay')[0]?.groups ?? [];
    expect(group?.slots).toHaveLength(3);
    expect([...(group?.concepts ?? [])]).toEqual(['room', 'guest']);
  });

  it('M1 each pattern says which fields hold the same instance, each way once', () => {
    const instances = patternsOf('Tour', 'Move').map((pattern) => JSON.stringify(pattern.instances));
    expect(new Set(instances).size).toBe(instances.length);
    expect(instances).toHaveLength(52);
  });
});

describe('every way to take one of each list', () => {
  it('is one empty way of no lists, and none where a list is empty', () => {
    expect(product([])).toEqual([[]]);
    expect(product([[1], []])).toEqual([]);
    expect(product([[1, 2], [3]])).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });
});
