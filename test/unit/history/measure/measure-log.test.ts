import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../../src/decision/compile.ts';
import type { BoundaryId } from '../../../../src/history/measure/measure-result.ts';
import type { PastEvent } from '../../../../src/history/past-event.ts';
import { sayMeasure, sayWindow } from '../../../../src/history/words/say-measure.ts';
import { enrolment } from '../../../helpers/enrolment.ts';
import { measureAll, past } from '../../../helpers/past-events.ts';

function collisions(log: readonly PastEvent[], window: number, boundary: BoundaryId = 'log-version') {
  return measureAll(log, { windows: [window] }).windows[0]?.boundaries[boundary]?.collisions;
}

describe('H1 transactions', () => {
  const log = [
    past('A', 5, { actor: 'ann' }),
    past('B', 5, { actor: 'ann' }),
    past('C', 5, { actor: 'bob' }),
    past('D', 5, { actor: 'bob', correlation: 'k' }),
  ];

  it('are consecutive events with the same time, actor and correlation', () => {
    expect(measureAll(log, { windows: [1] }).transactions).toBe(3);
  });

  it('are single events when they are not collapsed', () => {
    expect(measureAll(log, { windows: [1], collapse: false }).transactions).toBe(4);
  });

  it('do not collide with themselves', () => {
    expect(collisions(log.slice(0, 2), 1000)).toBe(0);
  });
});

describe('H2 the edges of a window', () => {
  it('of two actors at the same instant the later one in the log collides', () => {
    expect(collisions([past('A', 5, { actor: 'ann' }), past('A', 5, { actor: 'bob' })], 1)).toBe(1);
  });

  it('what was written when the window began had been read', () => {
    const log = [past('A', 0), past('A', 10)];
    expect(collisions(log, 10)).toBe(0);
    expect(collisions(log, 11)).toBe(1);
  });

  it('what has neither stream nor tag collides on one log only, and is counted apart', () => {
    const log = [past('A', 0), past('A', 1), past('A', 2, { tags: ['course:c1'] })];
    const measure = measureAll(log, { windows: [10] });
    expect(measure.outside).toEqual({
      'log-version': 0,
      'stream-version': 2,
      'tag-condition': 2,
      'any-tag': 2,
    });
    expect(collisions(log, 10, 'tag-condition')).toBe(0);
  });

  it('tags guard events with all of them, whatever else these carry', () => {
    const log = [
      past('A', 0, { tags: ['course:c1', 'student:s1', 'room:r1'] }),
      past('A', 1, { tags: ['course:c1', 'student:s2'] }),
      past('A', 2, { tags: ['student:s1', 'course:c1'] }),
    ];
    const measure = measureAll(log, { windows: [10], concept: 'course' });
    const boundaries = measure.windows[0]?.boundaries;
    expect(boundaries?.['stream-version']?.collisions).toBe(2);
    expect(boundaries?.['tag-condition']?.collisions).toBe(1);
    expect(boundaries?.['any-tag']?.collisions).toBe(2);
  });

  it('a log out of order is a mistake of the program', () => {
    expect(() => measureAll([past('A', 2), past('A', 1)], { windows: [1] })).toThrow(/earlier/);
  });
});

describe('H3 what is left out, and what is proposed to be', () => {
  const log = Array.from({ length: 20 }, (_, index) =>
    past('A', index * 10, {
      actor: index % 2 === 0 ? 'ann' : 'k8s-ci-robot',
      tags: ['repo:one', `issue:${Math.floor(index / 2)}`],
    }),
  );

  it('a tag that every event carries is a hub, and no stream of first choice', () => {
    const measure = measureAll(log, { windows: [15] });
    expect(measure.concepts.map(({ concept, hub }) => [concept, hub])).toEqual([
      ['issue', null],
      ['repo', 'repo:one'],
    ]);
    expect(measure.concept).toBe('issue');
  });

  it('bots are told by their names, and left out by a pattern', () => {
    expect(measureAll(log, { windows: [15] }).actors).toEqual([
      { actor: 'ann', events: 10, looksLikeBot: false, isLeftOut: false },
      { actor: 'k8s-ci-robot', events: 10, looksLikeBot: true, isLeftOut: false },
    ]);
    const without = measureAll(log, { windows: [15], withoutActors: ['*-ROBOT'] });
    expect([without.events, without.eventsLeftOut]).toEqual([10, 10]);
    expect(without.windows[0]?.boundaries['log-version']?.collisions).toBe(0);
  });

  it('without the hub any tag is no longer as wide as one log', () => {
    const anyTag = (withoutConcepts: readonly string[]) =>
      measureAll(log, { windows: [15], withoutConcepts }).windows[0]?.boundaries['any-tag']?.collisions;
    expect([anyTag([]), anyTag(['repo'])]).toEqual([19, 10]);
  });

  it('hot spots are the tags that both sides carry', () => {
    const boundaries = measureAll(log, { windows: [15] }).windows[0]?.boundaries;
    expect(boundaries?.['log-version']?.instances[0]).toEqual({
      tag: 'repo:one',
      transactions: 20,
      collisions: 19,
    });
    expect(boundaries?.['stream-version']?.instances[0]).toEqual({
      tag: 'issue:0',
      transactions: 2,
      collisions: 1,
    });
  });
});

describe('H3 a model mapped on', () => {
  const model = compileModel(enrolment);
  const defined = past('CourseDefined', 0, { tags: ['course:c1'], data: { course: 'c1', capacity: 2 } });
  const subscribed = (student: string, time: number, more: Partial<PastEvent> = {}) =>
    past('StudentSubscribed', time, {
      actor: student,
      tags: ['course:c1', `student:${student}`],
      data: { student, course: 'c1' },
      ...more,
    });
  const log = [defined, subscribed('s1', 100), subscribed('s2', 101), subscribed('s3', 102)];

  it('guards what its commands read, and splits collisions by deciding again', () => {
    const measure = measureAll(log, { windows: [10], model });
    expect(measure.model).toEqual({ name: 'Enrolment', mapped: 3, ambiguous: 0 });
    expect(measure.boundaries).toEqual(['log-version', 'stream-version', 'tag-condition']);
    // The second still finds a seat; the third found one when it read.
    expect(measure.windows[0]?.boundaries['tag-condition']).toMatchObject({
      collisions: 2,
      judged: { trueCollisions: 1, falseCollisions: 1, unknown: 0, missed: 0 },
    });
  });

  it('finds fields in tags where the data lacks them', () => {
    const bare = log.map((event) => (event.type === 'CourseDefined' ? event : { ...event, data: {} }));
    expect(measureAll(bare, { windows: [10], model }).model?.mapped).toBe(3);
  });

  it('what no command emits is counted apart', () => {
    const other = [past('Moved', 1, { tags: ['course:c1'] }), past('Moved', 2, { tags: ['course:c1'] })];
    const measure = measureAll(other, { windows: [10], model });
    expect(measure.outside['tag-condition']).toBe(2);
    expect(measure.windows[0]?.boundaries['log-version']?.judged?.unknown).toBe(1);
  });
});

describe('the sentence', () => {
  it('says of a hundred appends how many would have collided', () => {
    const log = Array.from({ length: 100 }, (_, index) =>
      past('A', index < 50 ? index * 1000 : index * 100_000, {
        tags: [`issue:${index % 3}`, `user:${index % 4}`],
      }),
    );
    const measure = measureAll(log, { windows: [10_000], concept: 'issue' });
    const [at] = measure.windows;
    expect(at && sayMeasure(measure, at)).toBe(
      'At a window of 10 s, 49 of 100 appends would have collided on one log, 47 on issue streams, 0 with tags.',
    );
  });

  it('of nothing says so', () => {
    const measure = measureAll([], { windows: [1000] });
    const [at] = measure.windows;
    expect(at && sayMeasure(measure, at)).toBe('There are no appends to measure.');
  });

  it('names windows as people do', () => {
    expect([100, 1500, 10_000, 90_000, 3_600_000].map(sayWindow)).toEqual([
      '0.1 s',
      '1.5 s',
      '10 s',
      '1.5 min',
      '1 h',
    ]);
  });
});
