import { describe, expect, it } from 'vitest';
import { readView } from '../../../src/decision/decide.ts';
import { prepareCommand } from '../../../src/decision/prepare.ts';
import { exploreMatrix } from '../../../src/exploration/matrix.ts';
import type { MatrixCell } from '../../../src/exploration/matrix-result.ts';
import type { Verdict } from '../../../src/exploration/result.ts';
import { startRun } from '../../../src/strategies/command-run.ts';
import type { LogRecord } from '../../../src/strategies/guard.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../src/strategies/program.ts';
import { STRATEGIES } from '../../../src/strategies/registry.ts';
import { Ledger } from '../../../src/workload/ledger.ts';
import { planLoad } from '../../../src/workload/plan-load.ts';
import { runLoad } from '../../../src/workload/run-load.ts';
import { simulate } from '../../../src/workload/simulate.ts';
import type { SimulationWatch } from '../../../src/workload/simulation.ts';
import type { LoadTally } from '../../../src/workload/tally.ts';
import { COURSES, planRush } from './rush.ts';

function run(strategy: StrategyId, seed = 1, watch: SimulationWatch = {}): LoadTally {
  const steps = simulate(COURSES, planRush(), strategy, seed, 0, watch);
  let step = steps.next();
  while (!step.done) step = steps.next();
  if ('unavailable' in step.value) throw new Error(step.value.unavailable);
  return step.value;
}

describe('a simulated load', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(run('stream-version')).toEqual(run('stream-version'));
    expect(run('stream-version', 2).verdicts).not.toEqual(run('stream-version').verdicts);
  });

  it('lets the same commands arrive under all strategies', () => {
    expect(new Set(STRATEGY_IDS.map((strategy) => run(strategy).issued)).size).toBe(1);
  });

  it('ends every command that began before the end, or has it under way', () => {
    const { issued, ended, outcomes } = run('tag-condition');
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(ended);
    expect(issued - ended).toBeLessThan(20);
  });

  it('T1: without relaxed constraints, the log and tags miss nothing, and streams do', () => {
    expect(run('log-version').verdicts.missedConflict).toBe(0);
    expect(run('log-lock').verdicts.missedConflict).toBe(0);
    expect(run('tag-condition').verdicts.missedConflict).toBe(0);
    expect(run('stream-version').verdicts.missedConflict).toBeGreaterThan(0);
  });

  it.each(STRATEGY_IDS)('under %s its values are those of the whole log, folded anew', (strategy) => {
    const records: LogRecord[] = [];
    run(strategy, 3, { onRecord: (record) => records.push(record) });
    const issued = { command: 'SubscribeStudent', data: { studentId: 'student1', courseId: 'course1' } };
    const prepared = prepareCommand(COURSES, issued);
    if (typeof prepared === 'string') throw new Error(prepared);
    const ledger = new Ledger(COURSES, strategy === 'stream-saga');
    for (const record of records) ledger.append(record);
    const cells = ledger.cellsOf(startRun(COURSES, STRATEGIES[strategy], prepared));
    // Under a saga a fact stands in the log once for each of its streams.
    const facts = records.filter(({ first }) => first).map(({ fact, time }) => ({ ...fact, time }));
    expect(cells.map(({ state }) => state)).toEqual(readView(COURSES, prepared, facts));
    expect(records.length).toBeGreaterThan(100);
  });

  it('counts no miss and no stop for nothing that exploring finds impossible for that command', () => {
    const cells = searchAll();
    for (const strategy of STRATEGY_IDS) {
      const seen = new Set<string>();
      run(strategy, 4, {
        onVerdict: (verdict, _, { sourced }) => seen.add(`${sourced.command} ${verdict}`),
      });
      for (const one of seen) {
        const [command = '', verdict = ''] = one.split(' ');
        const isPossible = cells.some(
          (cell) => cell.commands.includes(command) && shows(cell, strategy, verdict as Verdict),
        );
        expect(isPossible, `${one} under ${strategy}`).toBe(true);
      }
    }
  });
});

function searchAll(): readonly MatrixCell[] {
  const steps = exploreMatrix(COURSES);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function shows({ patterns }: MatrixCell, strategy: StrategyId, verdict: Verdict): boolean {
  return patterns.some(({ strategies }) => {
    const hits = strategies[strategy];
    return hits !== undefined && !('unavailable' in hits) && hits[verdict] !== undefined;
  });
}

describe('what a load comes to', () => {
  const result = drain(
    runLoad(COURSES, planRush(), { seed: 1, replications: 2, strategies: ['tag-condition'] }),
  );
  const load = result.strategies['tag-condition'];
  if (load === undefined || 'unavailable' in load) throw new Error('It can be run');

  it('says of each command how it ended, and why', () => {
    expect(load.commands.map(({ command }) => command)).toEqual([
      'ChangeCapacity',
      'RegisterStudent',
      'SubscribeStudent',
    ]);
    expect(load.commands.reduce((sum, { ended }) => sum + ended, 0)).toBe(load.counts.ended);
    const [subscribe] = load.commands.slice(-1);
    expect(subscribe?.reasons[0]?.times).toBeGreaterThan(0);
    expect(Object.values(subscribe?.outcomes ?? {}).reduce((sum, times) => sum + times, 0)).toBe(
      subscribe?.ended,
    );
  });

  it('names the one that took longest', () => {
    expect(load.longest?.ms).toBe(load.response.worst);
    expect(load.longest?.attempts).toBeGreaterThan(0);
    expect(load.givenUp.mean).toBeCloseTo(load.outcomes.conflict.mean + load.outcomes.partial.mean);
  });

  it('ranks the instances of each concept', () => {
    expect(new Set(load.instances.map(({ concept }) => concept))).toEqual(new Set(['course', 'student']));
    const courses = load.instances.filter(({ concept }) => concept === 'course');
    expect(courses.map(({ instance }) => instance).sort()).toEqual([1, 2, 3].map((n) => `course:course${n}`));
  });

  it('warns of a command that can never succeed', () => {
    const plan = planLoad(COURSES, 'Bad', {
      commands: { SubscribeStudent: {} },
      start: {},
      duration: 5,
      warmUp: 0,
    });
    if ('troubles' in plan) throw new Error(plan.troubles[0]?.message);
    const { warnings } = drain(runLoad(COURSES, plan, { seed: 1, replications: 1 }));
    expect(warnings).toEqual([
      expect.stringMatching(/^SubscribeStudent was rejected (\d+) of \1 times: \w+/),
    ]);
  });
});

function drain<R>(steps: Generator<unknown, R>): R {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

describe('a workload that cannot be run', () => {
  const planFor = (workload: Parameters<typeof planLoad>[2]) => planLoad(COURSES, 'Bad', workload);

  it.each([
    [{ commands: { Unknown: {} } }, '/commands/Unknown', 'There is no command “Unknown” in the model.'],
    [{ commands: {} }, '/commands', 'No command is issued: name at least one under “commands”.'],
    [
      { commands: { DefineCourse: { weight: 0 } } },
      '/commands',
      'All weights are 0, so no command is ever issued: give one a weight.',
    ],
    [{ instances: { room: {} } }, '/instances/room', 'There is no tag “room” in the model.'],
    [{ start: { Nothing: 3 } }, '/start/Nothing', 'There is no command “Nothing” in the model.'],
  ])('says where and why: %j', (workload, at, message) => {
    expect(planFor(workload)).toEqual({ troubles: [{ at, message }] });
  });
});
