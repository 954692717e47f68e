import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import type { CompiledModel } from '../../../src/decision/compiled-model.ts';
import { explore } from '../../../src/exploration/explore.ts';
import { exploreMatrix } from '../../../src/exploration/matrix.ts';
import type { LabEngine } from '../../../src/lab/engine.ts';
import { chooseRace } from '../../../src/lab/proposals/choose-race.ts';
import { findCollision } from '../../../src/lab/proposals/find-collision.ts';
import { listKeyFields } from '../../../src/lab/proposals/key-fields.ts';
import { nameRace, proposeRaces } from '../../../src/lab/proposals/propose-races.ts';
import { checkModel } from '../../../src/model/check-model.ts';
import type { Model } from '../../../src/model/schema.ts';
import { compileShipped, exploreRace, SHIPPED } from '../models/shipped-model.ts';

const COURSES = compileShipped('course-subscriptions').model;
const TWICE = ['SubscribeStudent', 'SubscribeStudent'];

const compiledModels = new WeakMap<Model, CompiledModel>();

function compileOnce(model: Model): CompiledModel {
  const compiled = compiledModels.get(model) ?? compileModel(model);
  compiledModels.set(model, compiled);
  return compiled;
}

const engine: Pick<LabEngine, 'explore' | 'searchMatrix'> = {
  explore: async ({ model, race, strategy }) => explore(compileOnce(model), race, strategy),
  searchMatrix: async ({ model, past, races }, { signal, onCell } = {}) => {
    const search = exploreMatrix(compileModel(model), { limits: { past, races }, strategies: ['unguarded'] });
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = search.next();
      if (done) return value;
      if (value.kind === 'cell') onCell?.(value.cell);
    }
  },
};

const withoutExamples = (model: Model): Model => ({ ...model, examples: [], races: [] });

describe('key fields', () => {
  it('are those that flow into tags', () => {
    expect(listKeyFields(COURSES, 'SubscribeStudent')).toEqual(['studentId', 'courseId']);
    expect(listKeyFields(COURSES, 'ChangeCapacity')).toEqual(['courseId']);
    expect(listKeyFields(COURSES, 'toString')).toEqual([]);
  });
});

describe('the name of a race', () => {
  it.each([
    [['A', 'A'], 'A twice'],
    [['A', 'B'], 'A and B'],
    [['A', 'A', 'A'], 'A, 3 times'],
    [['A', 'B', 'A', 'C'], 'A, B and C'],
  ])('%j: %s', (names, said) => {
    expect(nameRace(names)).toBe(said);
  });
});

describe('proposed races', () => {
  it('begin as an example has it, with one instance told apart', () => {
    const [first] = proposeRaces(COURSES, TWICE);
    const [one, other] = first?.commands ?? [];
    expect(one?.data).toMatchObject({ studentId: expect.any(String), courseId: expect.any(String) });
    expect(other?.data?.['studentId']).not.toBe(one?.data?.['studentId']);
    expect(other?.data?.['courseId']).toBe(one?.data?.['courseId']);
  });

  it('give each command what its own instance needs to have happened', () => {
    const [first] = proposeRaces(withoutExamples(COURSES), TWICE);
    expect(first?.given).toEqual([
      { event: 'CourseDefined', data: { courseId: 'c1', capacity: 10 } },
      { event: 'StudentRegistered', data: { studentId: 's1', limit: 10 } },
      { event: 'StudentRegistered', data: { studentId: 's2', limit: 10 } },
    ]);
  });

  it.each(SHIPPED)('are sound races of %s, each another one, for every pair of commands', (name) => {
    const { model } = compileShipped(name);
    for (const source of [model, withoutExamples(model)]) {
      const names = Object.keys(source.commands ?? {});
      const pairs = names.flatMap((one, index) => names.slice(index).map((other) => [one, other]));
      for (const pair of pairs) {
        const races = proposeRaces(source, pair);
        expect(races.map(({ commands }) => commands?.map(({ command }) => command))).toEqual(
          races.map(() => pair),
        );
        expect(new Set(races.map((race) => JSON.stringify(race))).size).toBe(races.length);
        const proposed = {
          ...source,
          examples: [],
          races: races.map((race, at) => ({ ...race, name: `${at}` })),
        };
        const wrong = checkModel(proposed).filter(({ at }) => at.startsWith('/races'));
        expect(wrong).toEqual([]);
      }
    }
  });

  it('are none without commands', () => {
    expect(proposeRaces(COURSES, [])).toEqual([]);
  });
});

describe('the race that is chosen', () => {
  const compiled = compileModel(COURSES);

  it.each([
    ['with examples', COURSES],
    ['without examples', withoutExamples(COURSES)],
  ])('breaks a rule where it can: the last seat, %s', async (_, model) => {
    const race = await chooseRace(engine, model, TWICE);
    expect(exploreRace(compiled, race, 'unguarded').violations).toBe('4');
  });

  it('has both commands go through where they cannot be in each other’s way', async () => {
    const race = await chooseRace(engine, COURSES, ['DefineCourse', 'RegisterStudent']);
    expect(exploreRace(compiled, race, 'unguarded').outcomes).toEqual({ accepted: '12' });
  });

  it('can be of three commands', async () => {
    const race = await chooseRace(engine, COURSES, [...TWICE, 'ChangeCapacity']);
    expect(race.commands).toHaveLength(3);
    expect(exploreRace(compiled, race, 'unguarded').verdicts.missedConflict).toBeDefined();
  });

  it.each(SHIPPED)('lets some command go through, for every pair of %s', async (name) => {
    const shipped = compileShipped(name);
    const names = Object.keys(shipped.model.commands ?? {});
    for (const [index, one] of names.entries()) {
      for (const other of names.slice(index)) {
        const race = await chooseRace(engine, shipped.model, [one, other]);
        const { accepted } = exploreRace(shipped, race, 'unguarded').outcomes;
        expect(accepted, `${one} and ${other}`).toBeDefined();
      }
    }
  });
});

describe('the search for a collision', () => {
  it('finds a past in which two commands get in each other’s way', async () => {
    const race = await findCollision(engine, COURSES, ['RegisterStudent', 'SubscribeStudent']);
    expect(race?.name).toBe('RegisterStudent and SubscribeStudent');
    const found = race && exploreRace(compileModel(COURSES), race, 'unguarded');
    expect(found?.verdicts.missedConflict).toBeDefined();
  });

  it('says when there is none to be found', async () => {
    expect(await findCollision(engine, COURSES, ['ChangeCapacity', 'ChangeCapacity'])).toBeNull();
  });

  it('can be given up', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(
      findCollision(engine, COURSES, ['DefineCourse', 'DefineCourse'], { signal }),
    ).rejects.toThrow('enough');
  });
});
