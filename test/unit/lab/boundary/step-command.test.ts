import { describe, expect, it } from 'vitest';
import type { Exploration } from '../../../../src/exploration/result.ts';
import { findStepCommand, type ShownStep } from '../../../../src/lab/boundary/step-command.ts';
import type { RaceEntry } from '../../../../src/lab/race-results.ts';
import type { Race } from '../../../../src/model/schema.ts';

const race: Race = {
  name: 'The last seat',
  commands: [
    { command: 'Subscribe', data: { studentId: 's1' } },
    { command: 'Change', data: {} },
  ],
};
const witness = [0, 1, 1, 0].map((command) => ({ command, step: 'read' as const }));
const explored: Exploration = {
  schedules: '6',
  verdicts: {},
  violations: '0',
  violationProbability: 0,
  outcomes: {},
  witnesses: { missedConflict: witness },
  precision: null,
  recall: null,
  states: 1,
};
const entries: readonly RaceEntry[] = [
  { at: 3, race, name: race.name ?? '', results: { 'stream-version': { state: 'done', result: explored } } },
];
const shown: ShownStep = {
  size: 'open',
  tab: 'races',
  strategy: 'stream-version',
  race: { kind: 'kept', at: 3 },
  schedule: { strategy: 'stream-version', order: [1, 0, 0, 1] },
  step: 1,
};
const find = (more: Partial<ShownStep>) => findStepCommand({ ...shown, ...more }, entries);

describe('the command of a step in a race', () => {
  it('is the one that took the last step', () => {
    expect(find({ step: 1 })).toBe(race.commands?.[1]);
    expect(find({ step: 2 })).toBe(race.commands?.[0]);
    expect(find({ step: 0 })).toBeNull();
  });

  it('is not there until somebody goes to a step, with the race beside the board', () => {
    expect(find({ step: null })).toBeNull();
    expect(find({ size: 'full' })).toBeNull();
    expect(find({ tab: 'matrix' })).toBeNull();
    expect(find({ race: null })).toBeNull();
  });

  it('follows the schedule to the worst where none was chosen, once that is known', () => {
    expect(find({ schedule: null, step: 1 })).toBe(race.commands?.[0]);
    expect(find({ schedule: null, step: 2 })).toBe(race.commands?.[1]);
    expect(find({ schedule: null, strategy: 'tag-lock' })).toBeNull();
  });

  it('is found in a race that is not kept, too', () => {
    expect(find({ race: { kind: 'found', race } })).toBe(race.commands?.[1]);
  });
});
