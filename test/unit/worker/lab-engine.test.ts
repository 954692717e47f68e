import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import { followSchedule } from '../../../src/exploration/follow-schedule.ts';
import { exploreMatrix } from '../../../src/exploration/matrix.ts';
import type { MatrixCell, SearchProgress } from '../../../src/exploration/matrix-result.ts';
import { tellRace } from '../../../src/exploration/tell-race.ts';
import { parseModel } from '../../../src/model/parse.ts';
import type { Model, Race } from '../../../src/model/schema.ts';
import { STRATEGY_IDS } from '../../../src/strategies/program.ts';
import { reportBoundary } from '../../../src/strategies/report-boundary.ts';
import { createLabEngine } from '../../../src/worker/lab-engine.ts';
import { enrolment, enrolmentRace } from '../../helpers/enrolment.ts';
import { type Fault, startWorkers } from './lab/test-worker.ts';

function read(file: string): Model {
  const url = new URL(`../../../public/models/${file}.ambit.json`, import.meta.url);
  const { model } = parseModel(readFileSync(url, 'utf8'));
  if (model === null) throw new Error(`${file} is no model`);
  return model;
}

const COURSE = read('course-subscriptions');
const LOCKED = read('locked-issue');
const LAST_SEAT = COURSE.races?.[0] as Race;
const SEARCH = { past: 2, races: 200 };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function open(...faults: readonly (Fault | undefined)[]) {
  const { workers, start } = startWorkers(...faults);
  return { workers, engine: createLabEngine(2, start) };
}

async function settle<T>(answer: Promise<T>, ms = 20_000): Promise<T> {
  answer.catch(() => {});
  await vi.advanceTimersByTimeAsync(ms);
  return answer;
}

const countAsked = (workers: ReturnType<typeof open>['workers']) =>
  workers.flatMap(({ asked }) => asked).length;

describe('the engine of the lab', () => {
  it('explores as the engine itself does', async () => {
    const { engine } = open();
    const compiled = compileModel(COURSE);
    for (const strategy of STRATEGY_IDS) {
      const answer = await settle(engine.explore({ model: COURSE, race: LAST_SEAT, strategy }), 1000);
      expect(answer).toEqual(explore(compiled, LAST_SEAT, strategy));
    }
  });

  it('says why a race cannot be run', async () => {
    const { engine } = open();
    const model = { ...COURSE, aggregates: {} };
    const answer = await settle(engine.explore({ model, race: LAST_SEAT, strategy: 'stream-saga' }));
    expect(answer).toEqual(explore(compileModel(model), LAST_SEAT, 'stream-saga'));
    expect(answer).toHaveProperty('unavailable');
  });

  it('tells a schedule that was made under another strategy', async () => {
    const { engine } = open();
    const schedule = { strategy: 'stream-version', order: [0, 1, 1, 0] } as const;
    const question = {
      model: COURSE,
      race: LAST_SEAT,
      strategy: 'tag-lock',
      schedule,
      complete: true,
    } as const;
    const compiled = compileModel(COURSE);
    const order = followSchedule(compiled, LAST_SEAT, schedule, 'tag-lock');
    if ('unavailable' in order) throw new Error(order.unavailable);
    expect(await settle(engine.tell(question))).toEqual(
      tellRace(compiled, LAST_SEAT, 'tag-lock', order, { complete: true }),
    );
  });

  it('lists schedules, and reports boundaries', async () => {
    const { engine } = open();
    const strategy = 'tag-condition' as const;
    const list = await settle(engine.listSchedules({ model: COURSE, race: LAST_SEAT, strategy, most: 100 }));
    expect('total' in list && list.schedules?.length).toBe(6);
    const question = { model: COURSE, command: 'SubscribeStudent', strategy };
    expect(await settle(engine.reportBoundary(question))).toEqual(
      reportBoundary(compileModel(COURSE), 'SubscribeStudent', strategy),
    );
  });

  it('answers the same question from memory, and another model that does not differ in it', async () => {
    const { workers, engine } = open();
    const ask = (model: Model) =>
      settle(engine.explore({ model, race: LAST_SEAT, strategy: 'tag-condition' }), 1000);
    const first = await ask(COURSE);
    const count = countAsked(workers);
    const { RegisterStudent: _, ...commands } = COURSE.commands ?? {};
    const others: Model[] = [
      { ...COURSE, name: 'Another name', description: 'Another text', canvas: {}, examples: [], races: [] },
      { ...COURSE, commands },
      { ...COURSE, aggregates: {} },
      { ...COURSE, events: { ...COURSE.events, Unrelated: { fields: { a: 'int' } } } },
    ];
    for (const model of others) expect(await ask(model)).toBe(first);
    expect(countAsked(workers)).toBe(count);
    const looser = { ...COURSE, constraints: { ...COURSE.constraints, CourseHasFreeSeat: { rule: 'true' } } };
    expect(await ask(looser)).not.toEqual(first);
  });

  it('asks once for two who ask at the same time, and stops when both have lost interest', async () => {
    const { workers, engine } = open();
    const [one, other] = [new AbortController(), new AbortController()];
    const question = { model: enrolment, race: enrolmentRace(7), strategy: 'unguarded' } as const;
    const answers = [one, other].map(({ signal }) => engine.explore(question, { signal }));
    const settled = Promise.allSettled(answers);
    one.abort(new Error('one'));
    await vi.advanceTimersByTimeAsync(5);
    other.abort(new Error('other'));
    await vi.advanceTimersByTimeAsync(5);
    expect((await settled).map((result) => result.status === 'rejected' && String(result.reason))).toEqual([
      'Error: one',
      'Error: other',
    ]);
    expect(countAsked(workers)).toBe(1);
    const small = { ...question, race: enrolmentRace(2) };
    expect(await settle(engine.explore(small))).toHaveProperty('schedules');
  });

  it('lets nothing quick wait for what is large', async () => {
    const { engine } = open();
    const done: string[] = [];
    const note = (name: string) => () => done.push(name);
    const strategy = 'unguarded' as const;
    const all = [
      engine.explore({ model: enrolment, race: enrolmentRace(6), strategy }).then(note('large')),
      engine.explore({ model: enrolment, race: enrolmentRace(2), strategy }).then(note('small')),
      engine
        .tell({
          model: enrolment,
          race: enrolmentRace(6),
          strategy,
          schedule: { strategy, order: [] },
          complete: true,
        })
        .then(note('told')),
    ];
    await settle(Promise.all(all));
    expect(done.at(-1)).toBe('large');
    expect(done.length).toBe(3);
  });

  it('says that it died, and answers the next question', async () => {
    const { engine } = open('dies');
    const question = { model: COURSE, race: LAST_SEAT, strategy: 'unguarded' } as const;
    await expect(settle(engine.explore(question), 10)).rejects.toThrow('The engine stopped: out of memory');
    expect(await settle(engine.explore(question))).toHaveProperty('schedules');
  });

  it('fills a matrix cell by cell, with what the search itself finds', async () => {
    const { engine } = open();
    const cells: MatrixCell[] = [];
    const told: SearchProgress[] = [];
    const found = await settle(
      engine.searchMatrix(
        { model: LOCKED, ...SEARCH },
        { onCell: (cell) => cells.push(cell), onProgress: (progress) => told.push(progress) },
      ),
      60_000,
    );
    const search = exploreMatrix(compileModel(LOCKED), { limits: SEARCH });
    let step = search.next();
    while (!step.done) step = search.next();
    expect(found).toEqual(step.value);
    expect(cells).toEqual(step.value);
    expect(told.every(({ done, pairs }) => done < pairs && pairs === cells.length)).toBe(true);
  });

  it('searches only the pairs again that a change can have touched', async () => {
    const { workers, engine } = open();
    const first = await settle(engine.searchMatrix({ model: LOCKED, ...SEARCH }), 60_000);
    const count = countAsked(workers);
    const JoinTeam = { ...LOCKED.commands?.['JoinTeam'], checks: [] };
    const model = { ...LOCKED, commands: { ...LOCKED.commands, JoinTeam } };
    const cells: MatrixCell[] = [];
    const second = await settle(
      engine.searchMatrix({ model, ...SEARCH }, { onCell: (cell) => cells.push(cell) }),
      60_000,
    );
    const kept = second.filter((cell) => first.includes(cell)).map(({ commands }) => commands.join());
    expect(cells.length).toBe(second.length);
    expect(countAsked(workers) - count).toBe(second.length - kept.length);
    expect(kept).toContain('OpenIssue,LockIssue');
    expect(kept.some((pair) => pair.includes('JoinTeam'))).toBe(false);
  });

  it('gives a matrix up as a whole', async () => {
    const { workers, engine } = open();
    const stopping = new AbortController();
    const onCell = vi.fn();
    const search = engine.searchMatrix({ model: LOCKED, ...SEARCH }, { signal: stopping.signal, onCell });
    const settled = Promise.allSettled([search]);
    await vi.advanceTimersByTimeAsync(1);
    stopping.abort(new Error('enough'));
    expect((await settled)[0]).toMatchObject({ status: 'rejected', reason: new Error('enough') });
    await vi.advanceTimersByTimeAsync(1000);
    const told = onCell.mock.calls.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(onCell.mock.calls.length).toBe(told);
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(false);
  });
});
