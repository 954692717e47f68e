import { describe, expect, it } from 'vitest';
import { recordGiven } from '../../../src/decision/make-fact.ts';
import type { PreparedCommand } from '../../../src/decision/prepare.ts';
import {
  type Candidate,
  listRecords,
  listSteps,
  type Past,
  PastSearch,
} from '../../../src/exploration/finder/past-search.ts';
import { SearchTables } from '../../../src/exploration/finder/search-tables.ts';
import type { PastStep } from '../../../src/exploration/matrix-result.ts';
import { command, compileSections, event, prepare } from '../../helpers/given-when-then.ts';

const model = compileSections({
  events: {
    Opened: { fields: { room: 'string' }, tags: { room: 'event.room' } },
    Booked: { fields: { room: 'string' }, tags: { room: 'event.room' } },
  },
  constraints: {
    SeatFree: {
      parameters: { room: 'string' },
      projections: {
        open: { tags: { room: 'room' }, initial: false, on: { Opened: 'true' } },
        taken: { tags: { room: 'room' }, initial: 0, on: { Booked: 'state + 1' } },
      },
      rule: 'open && taken < 2',
    },
  },
  commands: {
    Book: { fields: { room: 'string' }, checks: ['SeatFree'], emits: ['Booked'] },
  },
});

const book = (room: string) => prepare(model, command('Book', { room }));

function booking(prepared: PreparedCommand): Candidate {
  return { step: { command: 'Book', data: prepared.data }, prepared };
}

function opening(room: string): Candidate {
  const given = event('Opened', { room });
  const recorded = recordGiven(model, given);
  if ('message' in recorded) throw new Error(recorded.message);
  const { time, ...fact } = recorded;
  return { step: given, given: { fact, time, streams: [], first: true } };
}

function say(step: PastStep): string {
  return 'command' in step ? `Book ${step.data?.['room']}` : `Opened ${step.data?.['room']}`;
}

/** The pasts of each length, up to the given one, as what happens in them. */
function search(rooms: readonly string[], length: number): readonly (readonly string[])[] {
  const racing = book('r1');
  const candidates = [
    ...rooms.map(opening),
    ...rooms.map((room) => booking(room === 'r1' ? racing : book(room))),
  ];
  const pasts = new PastSearch(candidates, [racing], new SearchTables(model));
  const levels = [pasts.frontier];
  for (let i = 0; i < length; i++) {
    // It pauses at each of them: whoever runs it may stop there.
    expect([...pasts.deepen(1000)]).toHaveLength(levels.at(-1)?.length ?? 0);
    levels.push(pasts.frontier);
  }
  expect(pasts.size).toBe(levels.flat().length);
  return levels.map((level) => level.map((past) => listSteps(past).map(say).join(', ')));
}

describe('M2 the pasts', () => {
  it('M2 start with the empty one and grow by what is accepted', () => {
    expect(search(['r1'], 1)).toEqual([[''], ['Opened r1']]);
  });

  it('M2 that leave all projections equal are one, the shortest', () => {
    expect(search(['r1'], 4)).toEqual([
      [''],
      ['Opened r1'],
      ['Opened r1, Book r1'],
      ['Opened r1, Book r1, Book r1'],
      [],
    ]);
  });

  it('M2 are told apart by what any of the commands in them reads', () => {
    const [, one, two] = search(['r1', 'r2'], 2);
    expect(one).toEqual(['Opened r1', 'Opened r2']);
    expect(two).toEqual(['Opened r1, Opened r2', 'Opened r1, Book r1', 'Opened r2, Book r2']);
  });

  it('M2 hold the records of everything in them, in order', () => {
    const pasts = new PastSearch([opening('r1'), booking(book('r1'))], [book('r1')], new SearchTables(model));
    runAll(pasts.deepen(10));
    runAll(pasts.deepen(10));
    const types = pasts.frontier.map((past) => listRecords(past).map(({ fact }) => fact.type));
    expect(types).toEqual([['Opened', 'Booked']]);
  });

  it('M2 are given up beyond a number of them', () => {
    const candidates = ['r1', 'r2', 'r3'].map(opening);
    const rooms = ['r1', 'r2', 'r3'].map(book);
    const pasts = new PastSearch(candidates, rooms, new SearchTables(model));
    expect(runAll(pasts.deepen(3))).toBe(false);
    expect(pasts.frontier.map(lengthOf)).toEqual([0]);
  });

  it('M2 show each command the values of its own projections alone', () => {
    const [one, other] = [book('r1'), book('r2')];
    const tables = new SearchTables(model);
    const pasts = new PastSearch([opening('r1')], [one, other], tables);
    const [empty] = pasts.frontier;
    runAll(pasts.deepen(10));
    const [past] = pasts.frontier;
    if (empty === undefined || past === undefined) throw new Error('no past');
    const changed = [one, other].map((command) => {
      const views = tables.viewsOf(command);
      return pasts.viewOf(past, views) !== pasts.viewOf(empty, views);
    });
    expect(changed).toEqual([true, false]);
  });
});

function lengthOf({ length }: Past): number {
  return length;
}

function runAll<R>(steps: Generator<unknown, R>): R {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
