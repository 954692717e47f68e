import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Board } from '../../../src/board/board.ts';
import { createMemoryBoard } from '../../../src/board/sync/memory-board.ts';
import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import type { LabEngine } from '../../../src/lab/engine.ts';
import { createLabDesk } from '../../../src/lab/lab-desk.ts';
import type { RaceEntry } from '../../../src/lab/race-results.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import type { Race } from '../../../src/model/schema.ts';
import { STRATEGY_IDS } from '../../../src/strategies/program.ts';
import { createRaceResults } from '../../../src/worker/race-results.ts';

const COURSE: JsonObject = JSON.parse(
  readFileSync(new URL('../../../public/models/course-subscriptions.ambit.json', import.meta.url), 'utf8'),
);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

type Explore = LabEngine['explore'];

const answer: Explore = async ({ model, race, strategy }) => explore(compileModel(model), race, strategy);
/** Never answers, and lets go when it is told to. */
const hang: Explore = (_, { signal } = {}) =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

function start(document: JsonObject = COURSE, work: Explore = answer) {
  const board = createMemoryBoard(document);
  const lab = createLabDesk();
  const asked: string[] = [];
  const ask = vi.fn<Explore>((question, watch) => {
    asked.push(`${question.race.name} | ${question.strategy}`);
    return work(question, watch);
  });
  const results = createRaceResults(board, { explore: ask }, lab);
  return { board, lab, asked, ask, results };
}

function change(board: Board, key: string, edit: (value: never) => unknown): void {
  board.edit('Change', (document) => ({ ...document, [key]: edit(document[key] as never) }) as JsonObject);
}

const editRace = (board: Board, at: number, edit: (race: Race) => Race) =>
  change(board, 'races', (races: readonly Race[]) => races.map((race, i) => (i === at ? edit(race) : race)));

const statesOf = ({ results }: RaceEntry) => STRATEGY_IDS.map((id) => results[id]?.state);
const settle = (ms = 1000) => vi.advanceTimersByTimeAsync(ms);

describe('the results of a board', () => {
  it('are those of the engine, for every race under every strategy', async () => {
    const { board, results } = start();
    await settle();
    const model = board.state().parsed.model;
    if (model === null) throw new Error('no model');
    const compiled = compileModel(model);
    const expected = (model.races ?? []).map((race, at) => ({
      at,
      race,
      name: race.name,
      results: Object.fromEntries(
        STRATEGY_IDS.map((id) => [id, { state: 'done', result: explore(compiled, race, id) }]),
      ),
    }));
    expect(results.state()).toEqual(expected);
  });

  it('are there at once as something to work on', () => {
    const { results } = start(COURSE, hang);
    expect(results.state().map(({ name }) => name)).toContain('The last seat');
    expect(results.state().flatMap(statesOf)).toEqual(expect.arrayContaining(['working']));
  });

  it('begin with what is looked at', async () => {
    const { lab, asked, results } = start(COURSE, async (question) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return answer(question);
    });
    await settle(5);
    const before = new Set(asked);
    lab.getState().choose('tag-lock');
    lab.getState().openRace({ kind: 'kept', at: 3 });
    await settle();
    const chosen = results.state()[3]?.name;
    const later = asked.filter((one) => !before.has(one));
    const own = STRATEGY_IDS.map((id) => `${chosen} | ${id}`).filter((one) => !before.has(one));
    expect(later[0]).toBe(`${chosen} | tag-lock`);
    expect(later.slice(0, own.length).toSorted()).toEqual(own.toSorted());
    expect(later[own.length]).toMatch(/tag-lock$/);
  });

  it('ask nothing again where a change does not touch the race', async () => {
    const { board, ask, results } = start();
    await settle();
    const [before, count] = [results.state(), ask.mock.calls.length];
    const listener = vi.fn();
    results.listen(listener);
    change(board, 'description', () => 'Another text');
    change(board, 'notes', () => ({ Later: {} }));
    change(board, 'canvas', () => ({}));
    change(board, 'events', (events: JsonObject) => ({ ...events, Unrelated: { fields: { a: 'int' } } }));
    await settle();
    expect(results.state()).toBe(before);
    expect(listener).not.toHaveBeenCalled();
    expect(ask.mock.calls.length).toBe(count);
  });

  it('ask again for the one race that changed; the others stay the same objects', async () => {
    const { board, asked, results } = start();
    await settle();
    const before = results.state();
    asked.length = 0;
    editRace(board, 1, (race) => ({ ...race, attempts: 2 }));
    await settle();
    expect(new Set(asked.map((one) => one.split(' | ')[0]))).toEqual(new Set([before[1]?.name]));
    const after = results.state();
    expect(after.map((entry, at) => entry === before[at])).toEqual(before.map((_, at) => at !== 1));
  });

  it('show what they were before a change as not true any more', async () => {
    let isBusy = false;
    const { board, results } = start(COURSE, (question, watch) =>
      isBusy ? hang(question, watch) : answer(question, watch),
    );
    await settle();
    const before = results.state()[0]?.results['tag-condition'];
    isBusy = true;
    editRace(board, 0, (race) => ({ ...race, attempts: 2 }));
    await settle();
    expect(before?.state).toBe('done');
    expect(results.state()[0]?.results['tag-condition']).toEqual({
      state: 'working',
      progress: null,
      last: before?.state === 'done' ? before.result : null,
    });
  });

  it('wait until typing pauses, but not for the first key', async () => {
    const { board, asked } = start({ ...COURSE, races: (COURSE['races'] as never[]).slice(0, 1) });
    await settle();
    asked.length = 0;
    for (const attempts of [2, 3, 4, 5]) {
      editRace(board, 0, (race) => ({ ...race, attempts }));
      await settle(50);
    }
    await settle();
    expect(asked.length).toBe(2 * STRATEGY_IDS.length);
  });

  it('give up what is not asked any more', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const { board } = start(COURSE, (question, watch) => {
      signals.push(watch?.signal);
      return hang(question, watch);
    });
    await settle();
    expect(signals.some((signal) => signal?.aborted)).toBe(false);
    change(board, 'races', () => []);
    await settle();
    expect(signals.length).toBeGreaterThan(0);
    expect(signals.every((signal) => signal?.aborted)).toBe(true);
  });

  it('tell how far they are', async () => {
    const { results } = start(COURSE, (question, watch) => {
      watch?.onProgress?.({ states: 7, waiting: 3 });
      return hang(question, watch);
    });
    await settle();
    expect(results.state()[0]?.results['stream-version']).toMatchObject({
      state: 'working',
      progress: { states: 7, waiting: 3 },
    });
  });

  it('are stopped and tried again race by race', async () => {
    let isStuck = true;
    const { results } = start(COURSE, (question, watch) =>
      isStuck ? hang(question, watch) : answer(question, watch),
    );
    await settle();
    results.stop(0);
    await settle();
    const [first, second] = results.state();
    expect(first && new Set(statesOf(first))).toEqual(new Set(['failed']));
    expect(second && new Set(statesOf(second))).toEqual(new Set(['working']));
    isStuck = false;
    results.retry(0);
    results.stop(1);
    await settle();
    expect(results.state()[0] && new Set(statesOf(results.state()[0] as RaceEntry))).toEqual(
      new Set(['done']),
    );
  });

  it('say that the engine failed, and go on with the rest', async () => {
    const { results } = start(COURSE, async (question) => {
      if (question.strategy === 'log-lock') throw new Error('The engine stopped');
      return answer(question);
    });
    await settle();
    const [entry] = results.state();
    expect(entry?.results['log-lock']).toEqual({ state: 'failed', message: 'The engine stopped' });
    expect(entry?.results['tag-lock']?.state).toBe('done');
  });

  it('keep the place of a race that is too broken to be run', async () => {
    const [first, second] = COURSE['races'] as JsonObject[];
    const { results } = start({
      ...COURSE,
      races: [first, { name: 'Broken', commands: 7 }, second, 3] as never,
    });
    await settle();
    expect(results.state().map(({ at, name, race }) => [at, name, race === null])).toEqual([
      [0, first?.['name'], false],
      [1, 'Broken', true],
      [2, second?.['name'], false],
      [3, 'Race 4', true],
    ]);
    expect(results.state()[1]?.results).toEqual({});
    expect(results.state()[2] && new Set(statesOf(results.state()[2] as RaceEntry))).toEqual(
      new Set(['done']),
    );
  });

  it('are none where the document is no model', async () => {
    const { results } = start({ ambit: '9.0', races: [] });
    await settle();
    expect(results.state()).toEqual([]);
  });

  it('are silent once they are closed', async () => {
    const { board, results, ask } = start();
    await settle();
    const count = ask.mock.calls.length;
    const listener = vi.fn();
    results.listen(listener);
    results.close();
    editRace(board, 0, (race) => ({ ...race, attempts: 2 }));
    await settle();
    expect(listener).not.toHaveBeenCalled();
    expect(ask.mock.calls.length).toBe(count);
  });
});
