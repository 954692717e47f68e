import { describe, expect, it } from 'vitest';
import { readConstraint } from '../../../../src/board/templates/registry.ts';
import type { ConstraintDefinition } from '../../../../src/model/schema.ts';

const seats: ConstraintDefinition = {
  parameters: { courseId: 'string' },
  projections: {
    taken: { tags: { course: 'courseId' }, initial: 0, on: { Joined: 'state + 1', Left: 'state - 1' } },
  },
  rule: 'taken < 3',
};
const taken = seats.projections?.['taken'] ?? {};

function formOf(definition: ConstraintDefinition): string | null {
  return readConstraint(definition, { ambit: '1.0', name: 'M' }, 'C')?.template.id ?? null;
}

describe('a sentence', () => {
  it('does not mind white space, consistency, descriptions and keys nobody knows', () => {
    expect(formOf(seats)).toBe('at-most');
    expect(formOf({ ...seats, rule: ' taken<3 ' })).toBe('at-most');
    expect(formOf({ ...seats, consistency: 'relaxed', description: 'x', colour: 'red' })).toBe('at-most');
  });

  it.each<[string, ConstraintDefinition]>([
    ['another rule', { ...seats, rule: 'taken <= 3' }],
    ['more of a rule', { ...seats, rule: 'taken < 3 && now > timestamp("2000-01-01T00:00:00Z")' }],
    ['another projection', { ...seats, projections: { taken, more: taken } }],
    ['another parameter', { ...seats, parameters: { courseId: 'string', studentId: 'string' } }],
    ['another start', { ...seats, projections: { taken: { ...taken, initial: 1 } } }],
    ['no start', { ...seats, projections: { taken: { tags: { course: 'courseId' }, on: taken.on ?? {} } } }],
    ['a step of two', { ...seats, projections: { taken: { ...taken, on: { Joined: 'state + 2' } } } }],
    [
      'a condition',
      { ...seats, projections: { taken: { ...taken, on: { Joined: 'event.x ? state + 1 : state' } } } },
    ],
    [
      'a calculated filter',
      { ...seats, projections: { taken: { ...taken, tags: { course: '"c" + courseId' } } } },
    ],
    [
      'a filter by something unknown',
      { ...seats, projections: { taken: { ...taken, tags: { course: 'other' } } } },
    ],
    ['a negative number', { ...seats, rule: 'taken < -3' }],
    ['a name that is no projection', { ...seats, rule: 'toString < 3' }],
    ['a limit that is itself', { ...seats, rule: 'taken < taken' }],
  ])('is never said about %s', (_, definition) => {
    expect(formOf(definition)).toBeNull();
  });

  it('is never said about projections with different filters', () => {
    const capacity = { tags: { room: 'courseId' }, initial: 0, on: { Defined: 'event.capacity' } };
    const projections = { capacity, taken };
    expect(formOf({ ...seats, projections, rule: 'taken < capacity' })).toBeNull();
    const same = { ...capacity, tags: { course: 'courseId' } };
    expect(formOf({ ...seats, projections: { capacity: same, taken }, rule: 'taken < capacity' })).toBe(
      'at-most',
    );
  });

  it('tells the states that will do, however they are quoted', () => {
    const states = {
      parameters: { issueId: 'string' },
      projections: { status: { tags: { issue: 'issueId' }, initial: 'none', on: { Opened: "'open'" } } },
    };
    expect(formOf({ ...states, rule: 'status == "open"' })).toBe('state-is');
    expect(formOf({ ...states, rule: 'status in [\'open\', "a, b]"]' })).toBe('state-is');
    expect(formOf({ ...states, rule: 'status in ["open",]' })).toBeNull();
    expect(formOf({ ...states, rule: 'status in ["open"] || true' })).toBeNull();
    expect(formOf({ ...states, rule: 'status == "open" || status == "x"' })).toBeNull();
    expect(formOf({ ...states, rule: 'status != "open"' })).toBeNull();
  });
});
