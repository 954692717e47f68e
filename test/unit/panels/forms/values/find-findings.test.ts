import { describe, expect, it } from 'vitest';
import { checkModel } from '../../../../../src/model/check-model.ts';
import type { Model } from '../../../../../src/model/schema.ts';
import { findAtField, findBeside } from '../../../../../src/panels/forms/values/find-findings.ts';

const MODEL: Model = {
  ambit: '1.0',
  name: 'Courses',
  commands: { Go: { fields: { courseId: 'string', seats: 'int' } } },
  races: [{ name: 'a', commands: [{ command: 'Go', data: { seats: 'many', colour: 'red' }, now: 'soon' }] }],
};
const FINDINGS = checkModel(MODEL);
const ENTRY = ['races', 0, 'commands', 0];
const codesAt = (field: string) => findAtField(FINDINGS, ENTRY, field).map(({ code }) => code);

describe('findings about the data of an entry', () => {
  it('stand at their fields, also what is missing', () => {
    expect(codesAt('courseId')).toEqual(['missing-field']);
    expect(codesAt('seats')).toEqual(['wrong-value']);
    expect(codesAt('colour')).toEqual(['unknown-field']);
    expect(codesAt('name')).toEqual([]);
  });

  it('stand beside the fields where they are about none of them', () => {
    const beside = findBeside(FINDINGS, ENTRY, ['courseId', 'seats', 'colour']);
    expect(beside.map(({ code }) => code)).toEqual(['wrong-time']);
    expect(findBeside(FINDINGS, ENTRY, []).length).toBe(4);
  });
});
