import { describe, expect, it } from 'vitest';
import { everyRule, startFold } from '../../../src/decision/decide.ts';
import type { Fact } from '../../../src/decision/event.ts';
import type { Model } from '../../../src/model/schema.ts';
import {
  type CommandRun,
  decideLeg,
  type Plan,
  planLegs,
  seesRecord,
  startRun,
} from '../../../src/strategies/command-run.ts';
import type { LogRecord } from '../../../src/strategies/guard.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';
import { STRATEGIES } from '../../../src/strategies/registry.ts';
import {
  accepted,
  command,
  compileSections,
  fact,
  failedAt,
  prepare,
  rejected,
} from '../../helpers/given-when-then.ts';

const COUNT = 'state + 1';
const PARAMETERS = { course: 'string', student: 'string' };

const sections: Partial<Model> = {
  events: {
    Joined: { fields: PARAMETERS, tags: { course: 'event.course', student: 'event.student' } },
    Opened: { fields: { course: 'string' }, tags: { course: 'event.course' } },
    Told: { fields: PARAMETERS, tags: { student: 'event.student' } },
  },
  constraints: {
    OfCourse: {
      parameters: PARAMETERS,
      projections: { joined: { tags: { course: 'course' }, initial: 0, on: { Joined: COUNT } } },
      rule: 'joined < 0',
    },
    OfStudent: {
      parameters: PARAMETERS,
      projections: {
        joined: { tags: { student: 'student' }, initial: 0, on: { Joined: COUNT, Told: COUNT } },
      },
      rule: 'joined < 0',
    },
    OfBoth: {
      parameters: PARAMETERS,
      projections: {
        course: { tags: { course: 'course' }, initial: 0, on: { Joined: COUNT } },
        student: { tags: { student: 'student' }, initial: 0, on: { Joined: COUNT, Told: COUNT } },
      },
      rule: 'course + student < 0',
    },
    OfAll: { projections: { all: { initial: 0, on: { Joined: COUNT } } }, rule: 'all < 0' },
    OfElsewhere: {
      projections: { other: { tags: { course: '"elsewhere"' }, initial: 0, on: { Joined: COUNT } } },
      rule: 'other < 0',
    },
    OfNothing: { rule: 'false' },
    LooseStudent: {
      consistency: 'relaxed',
      parameters: PARAMETERS,
      projections: {
        joined: { tags: { student: 'student' }, initial: 0, on: { Joined: COUNT, Told: COUNT } },
      },
      rule: 'joined < 0',
    },
    BrokenStudent: {
      parameters: PARAMETERS,
      projections: {
        joined: { tags: { student: 'student' }, initial: 0, on: { Joined: COUNT, Told: COUNT } },
      },
      rule: '1 / joined > 0',
    },
  },
  aggregates: {
    Course: { id: 'course', events: ['Joined', 'Opened'] },
    Student: { id: 'student', events: ['Joined', 'Told'] },
  },
};

/** A run of a command with these checks for course c1 and student s1; every rule fails, so that a decision shows which of them were checked. */
function startWith(strategy: StrategyId, ...checks: string[]): CommandRun {
  const emits = ['Joined'];
  const model = compileSections({ ...sections, commands: { Join: { fields: PARAMETERS, checks, emits } } });
  return startRun(
    model,
    STRATEGIES[strategy],
    prepare(model, command('Join', { course: 'c1', student: 's1' })),
  );
}

const joined = fact('Joined', { course: 'c1', student: 's1' }, ['course:c1', 'student:s1']);
const opened = fact('Opened', { course: 'c1' }, ['course:c1']);
const told = fact('Told', { course: 'c1', student: 's1' }, ['student:s1']);

function plan(run: CommandRun, ...events: readonly Fact[]): Plan {
  const legs = planLegs(run, events);
  if ('homeless' in legs) throw new Error(legs.homeless);
  return legs;
}

describe('the legs of a command', () => {
  it.each(['unguarded', 'log-version', 'log-lock', 'tag-condition', 'tag-lock'] as const)(
    'S4 are one under %s, whose events stand in all their streams',
    (strategy) => {
      const [leg, ...others] = plan(startWith(strategy), joined, opened);
      expect(others).toEqual([]);
      expect(leg?.stream).toBeNull();
      expect(leg?.records.map(({ streams }) => streams)).toEqual([
        ['Course-c1', 'Student-s1'],
        ['Course-c1'],
      ]);
    },
  );

  it('S5 are one under stream-version, which guards all home streams', () => {
    expect(plan(startWith('stream-version'), told, opened)).toMatchObject([
      { stream: null, guard: { kind: 'streams', streams: ['Course-c1', 'Student-s1'] } },
    ]);
  });

  it('S6 are one for each home stream under stream-saga, each with its copies and its guard', () => {
    expect(plan(startWith('stream-saga'), told, joined, opened)).toMatchObject([
      {
        stream: 'Course-c1',
        guard: { kind: 'streams', streams: ['Course-c1'] },
        records: [
          { fact: joined, streams: ['Course-c1'], first: true },
          { fact: opened, streams: ['Course-c1'], first: true },
        ],
      },
      {
        stream: 'Student-s1',
        guard: { kind: 'streams', streams: ['Student-s1'] },
        records: [
          { fact: told, streams: ['Student-s1'], first: true },
          { fact: joined, streams: ['Student-s1'], first: false },
        ],
      },
    ]);
  });

  it('S6 go by the names of their streams, by code point', () => {
    const inCourse = (id: string) => fact('Opened', { course: id }, [`course:${id}`]);
    const legs = plan(startWith('stream-saga'), inCourse('\u{1f600}'), inCourse('\u{ffee}'), inCourse('a'));
    expect(legs.map(({ stream }) => stream)).toEqual(['Course-a', 'Course-\u{ffee}', 'Course-\u{1f600}']);
  });

  it('S4 cannot be had where a stream strategy finds an event without a home', () => {
    const homeless = fact('Opened', {}, ['student:s1']);
    expect(planLegs(startWith('stream-saga'), [joined, homeless])).toEqual({ homeless: 'Opened' });
    expect(planLegs(startWith('stream-version'), [homeless])).toEqual({ homeless: 'Opened' });
    expect(planLegs(startWith('unguarded'), [homeless])).toMatchObject([{ records: [{ streams: [] }] }]);
  });

  it('D9 record events with the now of the command', () => {
    const [leg] = plan(startWith('unguarded'), joined);
    expect(leg?.records).toMatchObject([{ time: '2000-01-01T00:00:00Z' }]);
  });
});

describe('what a projection sees', () => {
  const record = (streams: readonly string[], first: boolean): LogRecord => ({
    fact: joined,
    time: '',
    streams,
    first,
  });
  const sees = (strategy: StrategyId, check: string, seen: LogRecord) =>
    seesRecord(startWith(strategy, check), 0, seen);

  it.each<[check: string, streams: readonly string[], first: boolean, sees: boolean]>([
    ['OfCourse', ['Course-c1'], true, true],
    ['OfCourse', ['Student-s1'], true, false],
    ['OfStudent', ['Student-s1'], false, true],
    ['OfStudent', ['Course-c1'], true, false],
    ['OfAll', ['Course-c1'], true, true],
    ['OfAll', ['Student-s1'], false, false],
    ['OfAll', ['Course-c1', 'Student-s1'], true, true],
    ['OfCourse', ['Course-c1', 'Student-s1'], true, true],
  ])('S6 in a saga, of %s, of a copy in %j that is the first (%s): %s', (check, streams, first, expected) => {
    expect(sees('stream-saga', check, record(streams, first))).toBe(expected);
  });

  it.each(['unguarded', 'stream-version', 'tag-condition'] as const)(
    'D2 under %s is every fact that matches, wherever it stands',
    (strategy) => {
      expect(sees(strategy, 'OfStudent', record(['Course-c1'], true))).toBe(true);
      expect(sees(strategy, 'OfStudent', record([], true))).toBe(true);
      expect(sees(strategy, 'OfElsewhere', record(['Course-c1'], true))).toBe(false);
    },
  );
});

describe('the decision of a leg', () => {
  const decideAt = (run: CommandRun, leg: number, legs: Plan | null) =>
    decideLeg(run, legs, leg, run.command.projections.map(startFold), everyRule);

  it.each<[check: string, leg: number]>([
    ['OfCourse', 0],
    ['OfStudent', 1],
    ['OfBoth', 0],
    ['OfAll', 0],
    ['OfElsewhere', 0],
    ['OfNothing', 0],
  ])('S6 checks %s in leg %i only', (check, leg) => {
    const run = startWith('stream-saga', check);
    const legs = plan(run, joined);
    const failing = [decideAt(run, 0, null), decideAt(run, 1, legs)].map(({ kind }) => kind === 'rejected');
    expect(failing).toEqual([leg === 0, leg === 1]);
  });

  it('S6 names what failed in a leg in the listed order', () => {
    const run = startWith('stream-saga', 'OfStudent', 'OfNothing', 'OfCourse');
    expect(decideAt(run, 0, null)).toEqual(rejected('OfNothing', 'OfCourse'));
    expect(decideAt(run, 1, plan(run, joined))).toEqual(rejected('OfStudent'));
  });

  it('S6 decides on all events at the first leg, and on the same ones later', () => {
    const run = startWith('stream-saga');
    expect(decideAt(run, 0, null)).toEqual(accepted(joined));
    expect(decideAt(run, 1, plan(run, joined))).toEqual(accepted(joined));
  });

  it('D7 is an error in the leg whose rule fails to be evaluated', () => {
    const run = startWith('stream-saga', 'BrokenStudent');
    expect(decideAt(run, 0, null)).toEqual(accepted(joined));
    expect(decideAt(run, 1, plan(run, joined))).toMatchObject(failedAt('/constraints/BrokenStudent/rule'));
  });

  it('V5 can be taken without the rules of relaxed constraints', () => {
    const run = startWith('stream-saga', 'LooseStudent');
    const view = run.command.projections.map(startFold);
    const strictOnly = decideLeg(run, plan(run, joined), 1, view, ({ constraint }) => !constraint.relaxed);
    expect(strictOnly).toEqual(accepted(joined));
  });

  it('S5 checks everything at once where all is appended together', () => {
    const run = startWith('stream-version', 'OfStudent', 'OfCourse');
    expect(decideAt(run, 0, null)).toEqual(rejected('OfStudent', 'OfCourse'));
  });
});
