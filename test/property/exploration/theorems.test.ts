import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import type { Exploration, ScheduleStep } from '../../../src/exploration/result.ts';
import { bruteForce, type FinishedSchedule } from '../../helpers/brute-force.ts';
import { STRATEGY_IDS, type StrategyId } from '../../helpers/brute-force-steps.ts';
import { type RandomRace, randomRaces, SEED, strictRaces } from '../../helpers/random-model.ts';

const RUNS = 200;
const LIMIT = 1_000;

function exploreAnew({ model, race }: RandomRace, strategy: StrategyId): Exploration {
  const result = explore(compileModel(structuredClone(model)), structuredClone(race), strategy);
  if ('unavailable' in result) throw new Error(result.unavailable);
  return result;
}

/** The schedules of a race; null when there are too many. */
function schedulesOf({ model, race }: RandomRace, strategy: StrategyId): readonly FinishedSchedule[] | null {
  const schedules: FinishedSchedule[] = [];
  const onSchedule = (schedule: FinishedSchedule) => schedules.push(schedule);
  return bruteForce(model, race, strategy, { limit: LIMIT, onSchedule }) === null ? null : schedules;
}

/** Whether each command runs from its first step to its last without another in between. */
function isSerial(steps: readonly ScheduleStep[]): boolean {
  const turns = steps.filter(({ command }, i) => steps[i - 1]?.command !== command);
  return new Set(turns.map(({ command }) => command)).size === turns.length;
}

/** How all commands ended and what they left, as text. */
function endingOf({ outcomes, log }: FinishedSchedule): string {
  return JSON.stringify([
    outcomes,
    log.map(({ type, data, tags, time, by }) => [type, data, tags, time, by]),
  ]);
}

describe('theorems on random races', () => {
  for (const strategy of ['log-version', 'log-lock', 'tag-condition'] as const)
    it(`T1 ${strategy} never misses a conflict when no constraint is relaxed`, () => {
      let judged = 0;
      const property = fc.property(strictRaces, (random) => {
        const { verdicts, violations } = exploreAnew(random, strategy);
        expect(Object.keys(verdicts)).not.toContain('missedConflict');
        expect(Object.keys(verdicts)).not.toContain('tolerated');
        expect(violations).toBe('0');
        if (verdicts.conflict !== undefined || verdicts.neededWait !== undefined) judged += 1;
      });
      void fc.assert(property, { seed: SEED, numRuns: RUNS });
      expect(judged).toBeGreaterThan(RUNS / 20);
    });

  it('T2 tag-condition stops no append that log-version would let through', () => {
    let stopped = 0;
    const property = fc.property(
      randomRaces,
      fc.constantFrom<StrategyId>('unguarded', 'log-version', 'tag-condition'),
      ({ model, race }, strategy) => {
        bruteForce(model, race, strategy, {
          limit: LIMIT,
          onAppend: ({ fails }) => {
            if (!fails('tag-condition')) return;
            stopped += 1;
            if (!fails('log-version')) throw new Error('log-version lets this append through');
          },
        });
      },
    );
    void fc.assert(property, { seed: SEED, numRuns: RUNS });
    expect(stopped).toBeGreaterThan(RUNS);
  });

  it('T3 log-lock ends every command, and leaves the log, as some serial order does', () => {
    let compared = 0;
    const property = fc.property(randomRaces, (random) => {
      const locked = schedulesOf(random, 'log-lock');
      const free = schedulesOf(random, 'unguarded');
      fc.pre(locked !== null && free !== null);
      const serial = new Set((free ?? []).filter(({ steps }) => isSerial(steps)).map(endingOf));
      expect((locked ?? []).map(endingOf).filter((ending) => !serial.has(ending))).toEqual([]);
      if (serial.size > 1) compared += 1;
    });
    void fc.assert(property, { seed: SEED, numRuns: RUNS });
    expect(compared).toBeGreaterThan(RUNS / 4);
  });

  it('T3 log-lock ends no command in conflict or in part', () => {
    const property = fc.property(randomRaces, (random) => {
      const { outcomes } = exploreAnew(random, 'log-lock');
      expect(outcomes).not.toHaveProperty('conflict');
      expect(outcomes).not.toHaveProperty('partial');
    });
    void fc.assert(property, { seed: SEED, numRuns: RUNS });
  });

  it('X2 X3 exploring the same race twice gives the same result', () => {
    const property = fc.property(
      randomRaces,
      fc.constantFrom(...STRATEGY_IDS),
      ({ model, race }, strategy) => {
        const once = explore(compileModel(model), race, strategy);
        const copy = structuredClone({ model, race });
        expect(explore(compileModel(copy.model), copy.race, strategy)).toEqual(once);
      },
    );
    void fc.assert(property, { seed: SEED, numRuns: 2 * RUNS });
  });
});
