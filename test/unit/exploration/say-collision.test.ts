import { describe, expect, it } from 'vitest';
import { type KeyGroup, listAtoms, type Pattern } from '../../../src/exploration/finder/patterns.ts';
import { sayCollision } from '../../../src/exploration/finder/say-collision.ts';

/** A concept with one field on each side. */
function shared(concept: string): KeyGroup {
  return {
    concept,
    concepts: new Set([concept]),
    slots: [
      { side: 0, field: concept },
      { side: 1, field: concept },
    ],
  };
}

const COURSE_AND_STUDENT = [shared('course'), shared('student')];
const THREE = [...COURSE_AND_STUDENT, shared('term')];
/** One command with two accounts, another with one. */
const ACCOUNTS: readonly KeyGroup[] = [
  {
    concept: 'account',
    concepts: new Set(['account']),
    slots: [
      { side: 0, field: 'from' },
      { side: 0, field: 'to' },
      { side: 1, field: 'account' },
    ],
  },
];

/** What is said when just those patterns collide for which the test holds. */
function say(
  groups: readonly KeyGroup[],
  all: readonly (readonly (readonly number[])[])[],
  collides: (instances: readonly (readonly number[])[]) => boolean,
): string {
  const patterns = all.map((instances): { pattern: Pattern; collides: boolean } => ({
    pattern: { groups, instances, name: '' },
    collides: collides(instances),
  }));
  return sayCollision(patterns);
}

const SAME = [0, 0];
const OTHER = [0, 1];
const isSame = (instances: readonly number[] | undefined) => instances?.[0] === instances?.[1];

function everyWay(groups: number): readonly (readonly (readonly number[])[])[] {
  return Array.from({ length: 2 ** groups }, (_, bits) =>
    Array.from({ length: groups }, (__, group) => ((bits >> group) & 1 ? OTHER : SAME)),
  );
}

const ACCOUNT_WAYS: readonly (readonly (readonly number[])[])[] = [
  [[0, 0, 0]],
  [[0, 0, 1]],
  [[0, 1, 0]],
  [[0, 1, 1]],
  [[0, 1, 2]],
];

describe('M4 when two commands collide, in words', () => {
  it('M4 never', () => {
    expect(say(COURSE_AND_STUDENT, everyWay(2), () => false)).toBe('never');
    expect(say([], [[]], () => false)).toBe('never');
  });

  it('M4 always', () => {
    expect(say(COURSE_AND_STUDENT, everyWay(2), () => true)).toBe('always');
    expect(say([], [[]], () => true)).toBe('always');
  });

  it('M4 same course', () => {
    expect(say(COURSE_AND_STUDENT, everyWay(2), ([course]) => isSame(course))).toBe('same course');
  });

  it('M4 same course or same student', () => {
    const words = say(COURSE_AND_STUDENT, everyWay(2), (ways) => ways.some(isSame));
    expect(['same course or same student', 'same student or same course']).toContain(words);
  });

  it('M4 same course and same student', () => {
    expect(say(COURSE_AND_STUDENT, everyWay(2), (ways) => ways.every(isSame))).toBe(
      'same course and same student',
    );
  });

  it('M4 other course: instances that differ can be what collides', () => {
    expect(say(COURSE_AND_STUDENT, everyWay(2), ([course]) => !isSame(course))).toBe('other course');
    expect(
      say(COURSE_AND_STUDENT, everyWay(2), ([course, student]) => isSame(course) && !isSame(student)),
    ).toBe('same course and other student');
  });

  it('M4 one or the other but not both is said in full', () => {
    const words = say(
      COURSE_AND_STUDENT,
      everyWay(2),
      ([course, student]) => isSame(course) !== isSame(student),
    );
    expect(words.split(' or ').sort()).toEqual([
      'other course and same student',
      'same course and other student',
    ]);
  });

  it('M4 two of three concepts', () => {
    const words = say(THREE, everyWay(3), (ways) => ways.filter(isSame).length >= 2);
    expect(words.split(' or ').sort()).toEqual([
      'same course and same student',
      'same course and same term',
      'same student and same term',
    ]);
  });

  it('M4 two fields of one concept are called by their names', () => {
    expect(say(ACCOUNTS, ACCOUNT_WAYS, ([way]) => way?.[0] === way?.[2])).toBe('#1.from is #2.account');
    const either = say(ACCOUNTS, ACCOUNT_WAYS, ([way]) => way?.[0] === way?.[2] || way?.[1] === way?.[2]);
    expect(either.split(' or ').sort()).toEqual(['#1.from is #2.account', '#1.to is #2.account']);
  });

  it('M4 nothing is said that the rest says already', () => {
    const words = say(ACCOUNTS, ACCOUNT_WAYS, ([way]) => way?.[0] !== way?.[1]);
    expect(words).toBe('#1.from is not #1.to');
  });

  it('M4 the words hold for just the colliding patterns, whichever these are', () => {
    for (const [groups, all] of [
      [COURSE_AND_STUDENT, everyWay(2)],
      [THREE, everyWay(3)],
      [ACCOUNTS, ACCOUNT_WAYS],
    ] as const) {
      for (let bits = 0; bits < 2 ** all.length; bits++) {
        const collides = all.map((_, way) => ((bits >> way) & 1) === 1);
        const words = say(groups, all, (instances) => collides[all.indexOf(instances)] ?? false);
        const told = all.map((instances) => holds(words, groups, instances));
        expect(told, words).toEqual(collides);
      }
    }
  });
});

/** Whether what was said is true of a pattern. */
function holds(
  words: string,
  groups: readonly KeyGroup[],
  instances: readonly (readonly number[])[],
): boolean {
  if (words === 'never' || words === 'always') return words === 'always';
  const truths = new Map(
    listAtoms(groups).flatMap((atom) => {
      const [one, other] = atom.slots;
      const same = instances[atom.group]?.[one] === instances[atom.group]?.[other];
      return [
        [atom.same, same],
        [atom.other, !same],
      ] as const;
    }),
  );
  return words.split(' or ').some((term) => term.split(' and ').every((atom) => truths.get(atom)));
}
