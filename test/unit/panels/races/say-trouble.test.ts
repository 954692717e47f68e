import { describe, expect, it } from 'vitest';
import type { RaceResult } from '../../../../src/lab/race-results.ts';
import { listHomeless } from '../../../../src/panels/races/list-homeless.ts';
import { sayFault } from '../../../../src/panels/races/say-fault.ts';
import { sayProgress } from '../../../../src/panels/races/say-progress.ts';
import { knownOf, sayResult } from '../../../../src/panels/races/say-result.ts';
import { sayTrouble } from '../../../../src/panels/races/say-trouble.ts';
import { STRATEGY_IDS } from '../../../../src/strategies/program.ts';
import { compileShipped, exploreRace } from '../../models/shipped-model.ts';

const COURSES = compileShipped('course-subscriptions');
const [LAST_SEAT] = COURSES.model.races ?? [];
const homeless: RaceResult = { state: 'done', result: { unavailable: 'CourseDefined has no home stream' } };

describe('a race that cannot be run', () => {
  it('says so, with the strategies it is about', () => {
    expect(sayTrouble({ results: { 'stream-version': homeless, 'stream-saga': homeless } })).toBe(
      'Streams cannot be run: CourseDefined has no home stream.',
    );
  });

  it('says so once where it is about all of them', () => {
    const result: RaceResult = { state: 'done', result: { unavailable: 'The command Go is not there' } };
    const results = Object.fromEntries(STRATEGY_IDS.map((id) => [id, result]));
    expect(sayTrouble({ results })).toBe('This race cannot be run: The command Go is not there.');
  });

  it('is none while it is worked on, or when it is answered', () => {
    expect(
      sayTrouble({ results: { unguarded: { state: 'working', progress: null, last: null } } }),
    ).toBeNull();
  });

  it('is told by the worst finding about it where it is broken', () => {
    const finding = (at: string, severity: 'error' | 'info') =>
      ({ code: 'x', severity, at, message: `${severity} at ${at}` }) as const;
    const diagnostics = [
      finding('/races/10', 'error'),
      finding('/races/1', 'info'),
      finding('/races/1/name', 'error'),
    ];
    expect(sayFault({ document: {}, examples: [], diagnostics }, 1)).toBe(
      'Cannot be run: error at /races/1/name',
    );
    expect(sayFault(null, 1)).toBe('Cannot be run: it is not written as a race.');
  });
});

describe('events without a home stream', () => {
  it('are those that no aggregate owns with a tag of its own', () => {
    const [student] = [
      { ...COURSES.model, aggregates: { Student: { id: 'student', events: ['StudentSubscribed'] } } },
    ];
    expect(LAST_SEAT && listHomeless(COURSES.model, LAST_SEAT)).toEqual([]);
    expect(LAST_SEAT && listHomeless(student ?? COURSES.model, LAST_SEAT)).toEqual(['CourseFullyBooked']);
  });
});

describe('a result in words', () => {
  it('is what the command line says', () => {
    if (LAST_SEAT === undefined) throw new Error('There is no race');
    const result = exploreRace(COURSES, LAST_SEAT, 'unguarded');
    expect(sayResult('unguarded', { state: 'done', result })).toBe(
      'No guard: 4 of 6 schedules miss a conflict; 4 of 6 schedules break a rule',
    );
    expect(sayResult('unguarded', { state: 'working', progress: null, last: result })).toMatch(
      /rule \(working\)$/,
    );
    expect(knownOf({ state: 'working', progress: null, last: result })).toBe(result);
  });

  it.each([
    [undefined, 'not known yet'],
    [{ state: 'working', progress: null, last: null }, 'working'],
    [{ state: 'failed', message: 'The engine stopped' }, 'The engine stopped'],
    [homeless, 'cannot be run: CourseDefined has no home stream'],
  ] as const)('%j: %s', (result, said) => {
    expect(sayResult('tag-condition', result)).toBe(`Tags (condition): ${said}`);
  });

  it.each([
    [null, 'Working…'],
    [{ states: 1234567, waiting: 4500 }, 'Working: 1,234,567 states found, 4,500 still to be looked at'],
    [{ states: 1, waiting: 0 }, 'Working: 1 state found, counting schedules'],
  ])('how far it is: %j', (progress, said) => {
    expect(sayProgress(progress)).toBe(said);
  });
});
