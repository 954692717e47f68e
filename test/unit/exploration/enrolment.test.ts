import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import type { Exploration, ScheduleStep } from '../../../src/exploration/result.ts';
import type { Race } from '../../../src/model/schema.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';
import { enrolment, enrolmentRace } from '../../helpers/enrolment.ts';

const model = compileModel(enrolment);

function exploreFirst(n: number, strategy: StrategyId, attempts: Race['attempts'] = 1): Exploration {
  const result = explore(model, enrolmentRace(n, attempts), strategy);
  if ('unavailable' in result) throw new Error(result.unavailable);
  return result;
}

/** The columns of the table of figures. */
function figuresOf({ schedules, violations, verdicts }: Exploration) {
  const { falseConflict, conflict } = verdicts;
  return {
    schedules: Number(schedules),
    violations: Number(violations),
    falseConflicts: Number(falseConflict?.occurrences),
    conflicts: Number(conflict?.occurrences),
    withFalseConflict: Number(falseConflict?.schedules),
  };
}

function say(steps: readonly ScheduleStep[] = []): string[] {
  return steps.map(({ command, step }) => `#${command + 1} ${step}`);
}

describe('the exact figures of Enrolment', () => {
  it('X2 four subscriptions under tag-condition', () => {
    expect(figuresOf(exploreFirst(4, 'tag-condition'))).toEqual({
      schedules: 2_478,
      violations: 0,
      falseConflicts: 3_388,
      conflicts: 600,
      withFalseConflict: 1_964,
    });
  });

  it('X2 four subscriptions under stream-version', () => {
    expect(figuresOf(exploreFirst(4, 'stream-version'))).toEqual({
      schedules: 2_394,
      violations: 1_272,
      falseConflicts: 1_184,
      conflicts: 384,
      withFalseConflict: 1_184,
    });
  });

  it('X2 five subscriptions under tag-condition', () => {
    expect(figuresOf(exploreFirst(5, 'tag-condition'))).toEqual({
      schedules: 107_944,
      violations: 0,
      falseConflicts: 199_472,
      conflicts: 46_240,
      withFalseConflict: 95_088,
    });
  });

  it('X2 five subscriptions under stream-version', () => {
    expect(figuresOf(exploreFirst(5, 'stream-version'))).toEqual({
      schedules: 102_736,
      violations: 43_416,
      falseConflicts: 98_928,
      conflicts: 41_688,
      withFalseConflict: 69_408,
    });
  });

  it('X2 five subscriptions under tag-condition that never give up', () => {
    expect(figuresOf(exploreFirst(5, 'tag-condition', 'unlimited'))).toEqual({
      schedules: 142_550_072,
      violations: 0,
      falseConflicts: 517_042_496,
      conflicts: 233_249_264,
      withFalseConflict: 142_518_432,
    });
  });

  it('X2 X3 the sample of the JSON that is printed for four subscriptions', () => {
    const { verdicts, violations, outcomes, witnesses, precision, recall } = exploreFirst(4, 'tag-condition');
    expect(verdicts.safe).toMatchObject({ occurrences: '5810', schedules: '2478' });
    expect(violations).toBe('0');
    expect(outcomes.accepted).toBe('5810');
    // Two of the student's courses have to be taken before the third decides otherwise.
    expect(say(witnesses.conflict)).toEqual([
      '#1 read',
      '#1 append',
      '#2 read',
      '#3 read',
      '#3 append',
      '#2 append',
    ]);
    expect(precision).toBeCloseTo(0.15, 3);
    expect(recall).toBe(1);
  });

  it('X2 stays exact beyond 2^53: of eight that never give up, every run ends and every append is judged', () => {
    const { schedules, verdicts, outcomes } = exploreFirst(8, 'tag-condition', 'unlimited');
    expect(BigInt(schedules)).toBeGreaterThan(2n ** 53n);
    expect(Object.keys(outcomes)).toEqual(['accepted', 'rejected']);
    expect(BigInt(outcomes.accepted ?? '') + BigInt(outcomes.rejected ?? '')).toBe(8n * BigInt(schedules));
    expect(verdicts.safe?.occurrences).toBe(outcomes.accepted);
  });

  it('X2 tells every run of nine', () => {
    const { schedules, verdicts, outcomes } = exploreFirst(9, 'tag-condition');
    const ended = Object.values(outcomes).reduce((sum, count) => sum + BigInt(count), 0n);
    expect(ended).toBe(9n * BigInt(schedules));
    const stopped =
      BigInt(verdicts.conflict?.occurrences ?? '') + BigInt(verdicts.falseConflict?.occurrences ?? '');
    expect(outcomes.conflict).toBe(String(stopped));
  }, 30_000);
});
