import { describe, expect, it } from 'vitest';
import type { ReadModelStatus } from '../../../../src/lab/history/read-models.ts';
import type { SideEffect } from '../../../../src/lab/history/side-effects.ts';
import type { LogEvent } from '../../../../src/lab/live-log.ts';
import { findLocked, findTimes } from '../../../../src/panels/lessons/answers.ts';
import { addMigrationOnce } from '../../../../src/panels/lessons/content/add-migration-once.ts';
import { countMet, judgeLive, type LiveSight } from '../../../../src/panels/lessons/judge-live.ts';
import type { LiveFact } from '../../../../src/panels/lessons/lesson.ts';
import { createLessonRun, NOT_LIVE } from '../../../../src/panels/lessons/lesson-run.ts';

const PAID: LogEvent = {
  position: 1,
  id: 'e1',
  type: 'PaymentAccepted',
  tags: [],
  data: {},
  time: '2024-01-01T00:00:00Z',
  streams: ['Order-o1'],
};
const PROFILE: ReadModelStatus = {
  name: 'Profile',
  mode: 'async',
  phase: 'paused',
  position: 1,
  head: 2,
  rebuildTo: null,
  rows: 1,
  perSecond: null,
  error: null,
  isOutdated: false,
  check: null,
  trouble: null,
};
const MAIL: SideEffect = {
  key: 'k',
  id: 'i',
  kind: 'task',
  by: 'MailGateway',
  what: 'Send it',
  eventType: 'MailRequested',
  position: 2,
  state: 'waiting',
  waitsFor: 'Profile',
  attempts: 0,
  note: null,
  wrote: [],
};
const SIGHT: LiveSight = {
  events: [PAID],
  readModels: [PROFILE],
  effects: { effects: [MAIL], systems: [{ name: 'MailGateway', behaviour: 'answers', done: 0 }] },
  isDoomed: null,
};

describe('what is so in a log', () => {
  it.each<[LiveFact, boolean]>([
    [{ kind: 'logged', event: 'PaymentAccepted', least: 1 }, true],
    [{ kind: 'logged', event: 'PaymentAccepted', least: 2 }, false],
    [{ kind: 'stands', event: 'PaymentAccepted', stream: 'Order-o1' }, true],
    [{ kind: 'stands', event: 'PaymentAccepted', stream: 'Payment-p1' }, false],
    [{ kind: 'behind', readModel: 'Profile' }, true],
    [{ kind: 'behind', readModel: 'Nobody' }, false],
    [{ kind: 'level', readModel: 'Profile', rows: 1 }, false],
    [{ kind: 'stale', readModel: 'Profile' }, false],
    [{ kind: 'waits', system: 'MailGateway' }, true],
    [{ kind: 'waits', system: 'Post' }, false],
    [{ kind: 'done', system: 'MailGateway', times: 1 }, false],
    [{ kind: 'rolledBack' }, false],
    [{ kind: 'acted', act: 'pay' }, false],
    // What is not known yet is neither found nor excluded.
    [{ kind: 'doom', isFound: true }, false],
    [{ kind: 'doom', isFound: false }, false],
  ])('%j is %s', (fact, isSo) => {
    expect(judgeLive(fact, SIGHT, NOT_LIVE)).toBe(isSo);
  });

  it('changes with what happens', () => {
    const level = { ...PROFILE, phase: 'level', position: 2, rows: 2 } as const;
    const systems = [{ name: 'MailGateway', behaviour: 'answers', done: 1 }] as const;
    const later = { ...SIGHT, readModels: [level], effects: { effects: [], systems }, isDoomed: false };
    const run = { ...NOT_LIVE, acted: ['pay'], isRolledBack: true };
    const facts: readonly LiveFact[] = [
      { kind: 'level', readModel: 'Profile', rows: 2 },
      { kind: 'done', system: 'MailGateway', times: 1 },
      { kind: 'rolledBack' },
      { kind: 'acted', act: 'pay' },
      { kind: 'doom', isFound: false },
    ];
    expect(facts.filter((fact) => !judgeLive(fact, later, run))).toEqual([]);
    expect(judgeLive({ kind: 'level', readModel: 'Profile', rows: 3 }, later, run)).toBe(false);
    expect(judgeLive({ kind: 'behind', readModel: 'Profile' }, later, run)).toBe(false);
  });
});

describe('checks are met one after the other', () => {
  const checks = [{ fact: 1 }, { fact: 2 }, { fact: 3 }];

  it('and a later one does not count before an earlier one', () => {
    expect(countMet(checks, 0, (fact) => fact !== 2)).toBe(1);
    expect(countMet(checks, 0, () => true)).toBe(3);
    expect(countMet(checks, 0, () => false)).toBe(0);
  });

  it('and what was met once stays met', () => {
    expect(countMet(checks, 2, () => false)).toBe(2);
    expect(countMet(checks, 2, (fact) => fact === 3)).toBe(3);
  });

  it('as the lesson that is open remembers, step by step, until it is cleared', () => {
    const run = createLessonRun();
    run.getState().doLive('whole', (live) => ({ ...live, met: 2 }));
    run.getState().doLive('once', (live) => ({ ...live, acted: ['credit'] }));
    expect(run.getState().live).toEqual({
      whole: { ...NOT_LIVE, met: 2 },
      once: { ...NOT_LIVE, acted: ['credit'] },
    });
    run.getState().clear();
    expect(run.getState().live).toEqual({});
  });
});

describe('how many times fewer', () => {
  it.each([
    [0.3, 0.15, 2],
    [0.3, 0.1, 2],
    [0.3, 0.09, 5],
    [0.3, 0.02, 20],
    [0.3, 0.002, 100],
    [0.3, 0, 100],
  ])('%d against %d is nearest to %d', (wide, narrow, times) => {
    expect(findTimes(wide, narrow, [2, 5, 20, 100])).toBe(times);
  });

  it('a lock stops nobody, fewer, or as many', () => {
    expect([findLocked(0, 0.3), findLocked(0.1, 0.3), findLocked(0.29, 0.3)]).toEqual([
      'none',
      'fewer',
      'same',
    ]);
  });
});

it('a migration is added once, beside others', () => {
  const other = { name: 'Another one', change: 'drop', event: 'Old' };
  const mine = { name: 'Mine', change: 'rename', event: 'A', to: 'B' };
  const added = addMigrationOnce({ migrations: [other] }, mine);
  expect(added).toEqual({ migrations: [other, mine] });
  expect(addMigrationOnce(added, mine)).toBe(added);
});
