import { describe, expect, it } from 'vitest';
import type { Exploration, ScheduleStep, WitnessKey } from '../../../../src/exploration/result.ts';
import { findProof, isSearching } from '../../../../src/lab/boundary/find-proof.ts';
import type { RaceEntry } from '../../../../src/lab/race-results.ts';

const EXPLORED: Exploration = {
  schedules: '6',
  verdicts: {},
  violations: '0',
  violationProbability: 0,
  outcomes: {},
  witnesses: {},
  precision: null,
  recall: null,
  states: 1,
};
const steps = (...commands: readonly number[]): readonly ScheduleStep[] =>
  commands.map((command, index) => ({ command, step: index < 2 ? 'read' : 'append' }));

function entry(at: number, key: WitnessKey, witness: readonly ScheduleStep[]): RaceEntry {
  return {
    at,
    name: `Race ${at}`,
    race: { name: `Race ${at}`, commands: [{ command: 'Change' }, { command: 'Subscribe' }] },
    results: {
      'stream-version': { state: 'done', result: { ...EXPLORED, witnesses: { [key]: witness } } },
    },
  };
}

describe('the race that shows what comes of a boundary', () => {
  const other = entry(0, 'missedConflict', steps(0, 1, 1, 0));
  const own = entry(1, 'missedConflict', steps(0, 1, 0, 1));

  it('is one in which the command itself meets it, at the step that shows it', () => {
    expect(findProof([other, own], 'Subscribe', 'stream-version', 'missedConflict')).toEqual({
      at: 1,
      name: 'Race 1',
      shows: 'missedConflict',
      schedule: { strategy: 'stream-version', order: [0, 1, 0, 1] },
      step: 4,
    });
  });

  it('is not there for another finding, strategy or command', () => {
    expect(findProof([own], 'Subscribe', 'stream-version', 'falseConflict')).toBeNull();
    expect(findProof([own], 'Subscribe', 'tag-condition', 'missedConflict')).toBeNull();
    expect(findProof([own], 'Change', 'stream-version', 'missedConflict')).toBeNull();
  });

  it('passes over races that cannot be run', () => {
    const unavailable: RaceEntry = {
      ...own,
      results: { 'stream-version': { state: 'done', result: { unavailable: 'no stream' } } },
    };
    const broken: RaceEntry = { ...own, race: null };
    expect(findProof([unavailable, broken], 'Subscribe', 'stream-version', 'missedConflict')).toBeNull();
  });

  it('may still be found while races are worked on', () => {
    const working: RaceEntry = {
      ...own,
      results: { 'stream-version': { state: 'working', progress: null, last: null } },
    };
    expect(isSearching([own, working], 'stream-version')).toBe(true);
    expect(isSearching([own, working], 'tag-lock')).toBe(false);
  });
});
