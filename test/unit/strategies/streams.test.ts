import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/schema.ts';
import { findHomeless, homeStreams, servingStream, sortNames } from '../../../src/strategies/streams.ts';
import { command, compileSections, event, fact, specify } from '../../helpers/given-when-then.ts';

const AGGREGATES: Model['aggregates'] = {
  Student: { id: 'student', events: ['Joined', 'Left'] },
  Course: { id: 'course', events: ['Opened', 'Joined', 'Swapped'] },
  Archive: { id: 'course', events: ['Opened'] },
  Idle: { id: 'course' },
  Draft: { events: ['Joined'] },
};
const model = compileSections({ aggregates: AGGREGATES });

describe('home streams', () => {
  const homesOf = (type: string, ...tags: string[]) => homeStreams(model, { type, tags });

  it('S4 are named after the aggregate that owns the type, and the value of its id', () => {
    expect(homesOf('Swapped', 'course:c1')).toEqual(['Course-c1']);
  });

  it('S4 are several for the dual event, which several aggregates own', () => {
    expect(homesOf('Joined', 'student:s1', 'course:c1')).toEqual(['Course-c1', 'Student-s1']);
  });

  it('S4 are several for an event that carries the id twice', () => {
    expect(homesOf('Swapped', 'course:c2', 'course:c1')).toEqual(['Course-c1', 'Course-c2']);
  });

  it('S4 are several when two aggregates own the type with the same id', () => {
    expect(homesOf('Opened', 'course:c1')).toEqual(['Archive-c1', 'Course-c1']);
  });

  it.each([
    ['its aggregate’s id is not among its tags', homesOf('Swapped', 'student:s1')],
    ['nobody owns its type', homesOf('Unheard', 'course:c1')],
    ['its tag only begins with the id', homesOf('Swapped', 'courses:c1')],
  ])('S4 are none where %s', (_, streams) => {
    expect(streams).toEqual([]);
  });

  it('S4 keep a colon in the value of a tag', () => {
    expect(homesOf('Swapped', 'course:a:b')).toEqual(['Course-a:b']);
  });
});

describe('the order of streams', () => {
  it('S6 is by code point, where UTF-16 puts a character beyond U+FFFF too early', () => {
    const [private_, emoji] = ['Room-\u{ffee}', 'Room-\u{1f600}'];
    expect([emoji, private_].sort()).toEqual([emoji, private_]);
    expect(sortNames([emoji, private_])).toEqual([private_, emoji]);
  });

  it.each([
    [
      ['b', 'a', 'b'],
      ['a', 'b'],
    ],
    [
      ['ab', 'a', ''],
      ['', 'a', 'ab'],
    ],
    [
      ['a-10', 'a-9', 'A-1'],
      ['A-1', 'a-10', 'a-9'],
    ],
    [
      ['é', 'z', 'e'],
      ['e', 'z', 'é'],
    ],
    [[], []],
  ])('S6 has each name once, and no language’s order: %j', (names, sorted) => {
    expect(sortNames(names)).toEqual(sorted);
  });

  it('S6 leaves the names as they were', () => {
    const names = Object.freeze(['b', 'a']);
    expect(sortNames(names)).not.toBe(names);
    expect(names).toEqual(['b', 'a']);
  });
});

describe('the stream that serves a projection', () => {
  const serving = (types: readonly string[], ...tags: string[]) => servingStream(model, { types, tags });

  it('S6 is the one whose aggregate owns all the types and whose tag it filters by', () => {
    expect(serving(['Joined', 'Swapped'], 'course:c1')).toBe('Course-c1');
  });

  it('S6 may be filtered by more tags', () => {
    expect(serving(['Swapped'], 'student:s1', 'course:c1')).toBe('Course-c1');
  });

  it('S6 is the first by name of several', () => {
    expect(serving(['Joined'], 'student:s1', 'course:c1')).toBe('Course-c1');
    expect(serving(['Opened'], 'course:c1')).toBe('Archive-c1');
  });

  it.each([
    ['it reads a type the aggregate does not own', serving(['Joined', 'Left'], 'course:c1')],
    ['it does not filter by the id', serving(['Swapped'], 'student:s1')],
    ['it has no tags: a read model over all streams', serving(['Swapped'])],
    ['it reads no types', serving([], 'course:c1')],
  ])('S6 is none where %s', (_, stream) => {
    expect(stream).toBeNull();
  });
});

describe('an event without a home', () => {
  const sections: Partial<Model> = {
    events: {
      Kept: { fields: { id: 'string' }, tags: { course: 'event.id' } },
      Unowned: { fields: { id: 'string' }, tags: { course: 'event.id' } },
      Untagged: {},
      Vague: { fields: { id: 'string?' }, tags: { course: 'event.id' } },
    },
    commands: {
      Keep: { fields: { id: 'string' }, emits: ['Kept'] },
      Lose: { fields: { id: 'string' }, emits: ['Kept', 'Unowned'] },
      Forget: { emits: [{ event: 'Untagged', when: 'false' }] },
      Guess: { fields: { id: 'string?' }, emits: ['Vague'] },
      Rest: {},
    },
    aggregates: { Course: { id: 'course', events: ['Kept', 'Untagged', 'Vague'] } },
  };
  const { model: own, race } = specify(sections);

  it.each([
    ['Keep', null],
    ['Lose', 'Unowned'],
    ['Forget', 'Untagged'],
    ['Guess', null],
    ['Rest', null],
    ['Unheard', null],
  ])('S4 is known of %s before it runs: %s', (name, homeless) => {
    expect(findHomeless(own, name)).toBe(homeless);
  });

  const SENTENCE = 'has no home stream: let an aggregate own it and tag it with the aggregate’s id';

  it.each(['stream-version', 'stream-saga'] as const)(
    'S4 cannot be run under %s, which names it',
    (strategy) => {
      expect(
        race(command('Lose', { id: 'c1' }))
          .under(strategy)
          .refuse(),
      ).toBe(`Unowned ${SENTENCE}`);
    },
  );

  it.each(['stream-version', 'stream-saga'] as const)(
    'S4 cannot be run under %s when it turns out only at the read',
    (strategy) => {
      expect(
        race(command('Guess', { id: null }))
          .under(strategy)
          .refuse(1),
      ).toBe(`Vague ${SENTENCE}`);
      expect(
        race(command('Guess', { id: 'c1' }))
          .under(strategy)
          .refuse(1),
      ).toBe('It can be run');
    },
  );

  it.each(['unguarded', 'log-version', 'log-lock', 'tag-condition', 'tag-lock'] as const)(
    'S4 can be run under %s, which has no streams',
    (strategy) => {
      expect(
        race(command('Lose', { id: 'c1' }))
          .under(strategy)
          .refuse(1),
      ).toBe('It can be run');
    },
  );

  it('S4 may be given: only what commands emit needs a home', () => {
    const story = specify(sections)
      .given(event('Untagged'))
      .race(command('Keep', { id: 'c1' }));
    expect(story.under('stream-version').run(1, 1).log).toMatchObject([
      { type: 'Untagged', streams: [] },
      { ...fact('Kept', { id: 'c1' }, ['course:c1']), streams: ['Course-c1'] },
    ]);
  });
});
