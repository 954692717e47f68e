import { describe, expect, it, vi } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { judgeAppend, judgeWait } from '../../../src/exploration/judge.ts';
import { accepted, fact, rejected } from '../../helpers/given-when-then.ts';

const YES = accepted(fact('Joined', { seat: 1 }));
const OTHERWISE = accepted(fact('Joined', { seat: 2 }));
const NO = rejected('FreeSeat');
const ERROR: Decision = { kind: 'error', failure: { at: '/a', expression: 'x', message: 'no' } };

/** The verdict where no constraint is relaxed, with `!` for a violation. */
function judge(stopped: boolean, stale: Decision, fresh: Decision, tolerant = fresh): string {
  const { verdict, violation } = judgeAppend(stopped, stale, fresh, () => tolerant);
  return violation ? `${verdict}!` : verdict;
}

describe('an append', () => {
  it('V1 that goes through is safe when the decision is the same', () => {
    expect(judge(false, YES, accepted(fact('Joined', { seat: 1 })))).toBe('safe');
  });

  it.each([NO, ERROR, OTHERWISE])(
    'V2 that is stopped is a conflict when the decision is another: %j',
    (fresh) => {
      expect(judge(true, YES, fresh)).toBe('conflict');
    },
  );

  it('V3 that is stopped is a false conflict when the decision is the same', () => {
    expect(judge(true, YES, YES)).toBe('falseConflict');
  });

  it('V4 that goes through is a missed conflict when the decision is another', () => {
    expect(judge(false, YES, OTHERWISE)).toBe('missedConflict');
  });

  it('V5 that goes through is tolerated when only a relaxed rule says otherwise', () => {
    expect(judge(false, YES, NO, YES)).toBe('tolerated');
  });

  it.each([
    ['what else it decides', OTHERWISE, 'missedConflict'],
    ['a strict rule', NO, 'missedConflict!'],
  ])('V5 is not tolerated when %s has changed as well', (_, tolerant, verdict) => {
    expect(judge(false, YES, tolerant === OTHERWISE ? OTHERWISE : NO, tolerant)).toBe(verdict);
  });

  it('V5 is a conflict, and not tolerated, when it is stopped', () => {
    expect(judge(true, YES, NO, YES)).toBe('conflict');
  });

  it.each([NO, ERROR])(
    'V6 is a violation when it is a missed conflict and would not be accepted: %j',
    (fresh) => {
      expect(judge(false, YES, fresh)).toBe('missedConflict!');
    },
  );

  it.each([
    ['it is stopped', judge(true, YES, NO)],
    ['it would only decide otherwise', judge(false, YES, OTHERWISE)],
    ['it is tolerated', judge(false, YES, NO, YES)],
    ['it is safe', judge(false, YES, YES)],
  ])('V6 is no violation when %s', (_, verdict) => {
    expect(verdict).not.toContain('!');
  });

  it.each([
    [true, YES, NO],
    [true, YES, YES],
    [false, YES, YES],
  ])(
    'V5 does not ask what relaxed rules say where it does not matter: stopped %s',
    (stopped, stale, fresh) => {
      const tolerant = vi.fn(() => YES);
      judgeAppend(stopped, stale, fresh, tolerant);
      expect(tolerant).not.toHaveBeenCalled();
    },
  );
});

describe('a wait for a lock', () => {
  it.each([
    [YES, NO],
    [NO, YES],
    [YES, OTHERWISE],
    [YES, ERROR],
  ])('V7 was needed when it decides otherwise than when it asked: %j, %j', (asked, read) => {
    expect(judgeWait(asked, read)).toBe('neededWait');
  });

  it.each([
    [YES, accepted(fact('Joined', { seat: 1 }))],
    [NO, rejected('FreeSlot')],
    [accepted(), accepted()],
  ])('V7 was needless when it decides the same as when it asked: %j, %j', (asked, read) => {
    expect(judgeWait(asked, read)).toBe('needlessWait');
  });
});
