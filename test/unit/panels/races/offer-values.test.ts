import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/lib/json.ts';
import type { FieldKind } from '../../../../src/model/field-type.ts';
import { offerValues } from '../../../../src/panels/races/offer-values.ts';

const TEXT: FieldKind = { kind: 'string' };
const RACE: JsonObject = {
  given: [
    { event: 'CourseDefined', data: { courseId: 'c1', capacity: 1 } },
    { event: 'CourseDefined', data: { courseId: 'c9', capacity: 2 } },
    'broken',
  ],
  commands: [
    { command: 'Subscribe', data: { studentId: 's1', courseId: 'c1' } },
    { command: 'Subscribe', data: { studentId: 's1', courseId: 'c2' } },
  ],
};

describe('values offered for a field', () => {
  it('are those of the race, each with where it stands first, and one that is new', () => {
    expect(offerValues(RACE, 'courseId', TEXT)).toEqual([
      { value: 'c1', where: 'as #1' },
      { value: 'c2', where: 'as #2' },
      { value: 'c9', where: 'CourseDefined' },
      { value: 'c10', where: 'another' },
    ]);
  });

  it('have the type of the field', () => {
    expect(offerValues(RACE, 'capacity', { kind: 'int' })).toEqual([
      { value: 1, where: 'CourseDefined' },
      { value: 2, where: 'CourseDefined' },
    ]);
    expect(offerValues(RACE, 'capacity', TEXT)).toEqual([]);
  });

  it.each(['toString', 'unheardOf'])('are none where no value is: %s', (field) => {
    expect(offerValues(RACE, field, TEXT)).toEqual([]);
  });

  it('are no guesses where names are not numbered', () => {
    const race = { commands: [{ data: { email: 'ann@example.org' } }, { data: { email: 'bob2' } }] };
    expect(offerValues(race, 'email', TEXT).map(({ value }) => value)).toEqual(['ann@example.org', 'bob2']);
  });
});
