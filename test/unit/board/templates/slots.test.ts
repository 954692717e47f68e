import { describe, expect, it } from 'vitest';
import { applyMessage } from '../../../../src/board/templates/apply-definition.ts';
import { readConstraint, TEMPLATES } from '../../../../src/board/templates/registry.ts';
import { rewriteConstraint } from '../../../../src/board/templates/rewrite-constraint.ts';
import type { Part, Slot } from '../../../../src/board/templates/template.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { readDocument } from '../../../../src/model/parse.ts';
import type { ConstraintDefinition, Model } from '../../../../src/model/schema.ts';

const document: JsonObject = {
  ambit: '1.0',
  name: 'Courses',
  tags: { course: {}, student: {} },
  events: {
    CourseDefined: { fields: { courseId: 'string', capacity: 'int' }, tags: { course: 'event.courseId' } },
    StudentSubscribed: {
      fields: { studentId: 'string', courseId: 'string' },
      tags: { student: 'event.studentId', course: 'event.courseId' },
    },
    StudentLeft: { fields: { studentId: 'string', courseId: 'string' }, tags: { course: 'event.courseId' } },
  },
  constraints: { CourseHasFreeSeat: {} },
  commands: {
    Subscribe: {
      fields: { studentId: 'string', courseId: 'string', seats: 'int' },
      checks: ['CourseHasFreeSeat'],
      emits: ['StudentSubscribed'],
    },
  },
};
const model: Model = readDocument(document).model ?? { ambit: '1.0', name: '' };
const NAME = 'CourseHasFreeSeat';

function form(id: string) {
  const template = TEMPLATES.find((candidate) => candidate.id === id);
  if (template === undefined) throw new Error(`no form ${id}`);
  return template;
}

function slots(definition: ConstraintDefinition): readonly Slot[] {
  const parts: readonly Part[] = readConstraint(definition, model, NAME)?.parts ?? [];
  return parts.filter((part) => typeof part !== 'string');
}

function slot<Kind extends Slot['kind']>(definition: ConstraintDefinition, kind: Kind, at = 0) {
  const found = slots(definition).filter((candidate) => candidate.kind === kind)[at];
  if (found === undefined) throw new Error(`no slot ${kind}`);
  return found as Extract<Slot, { readonly kind: Kind }>;
}

describe('a form chosen for an empty constraint', () => {
  it('proposes what its commands write, and the tag its name mentions', () => {
    expect(form('at-most').start(model, NAME)).toEqual({
      parameters: { courseId: 'string' },
      projections: {
        taken: { tags: { course: 'courseId' }, initial: 0, on: { StudentSubscribed: 'state + 1' } },
      },
      rule: 'taken < 1',
    });
  });

  it.each(TEMPLATES.map(({ id }) => id))('is read again as itself: %s', (id) => {
    expect(readConstraint(form(id).start(model, NAME), model, NAME)?.template.id).toBe(id);
    expect(readConstraint(form(id).start({ ambit: '1.0', name: '' }, 'X'), model, 'X')?.template.id).toBe(id);
  });
});

describe('slots', () => {
  const seats = form('at-most').start(model, NAME);

  it('take the latest value of a field in place of a number', () => {
    const amount = slot(seats, 'amount');
    expect(amount.options.fields).toEqual([{ event: 'CourseDefined', field: 'capacity' }]);
    expect(amount.options.parameters).toEqual([{ parameter: 'seats', type: 'int' }]);
    const next = amount.change({
      kind: 'latest',
      name: amount.options.latestName,
      fields: amount.options.fields,
    });
    expect(next.rule).toBe('taken < limit');
    expect(next.projections?.['limit']).toEqual({
      tags: { course: 'courseId' },
      initial: 0,
      on: { CourseDefined: 'event.capacity' },
    });
  });

  it('take what the command brings, as another parameter', () => {
    const next = slot(seats, 'amount').change({ kind: 'parameter', parameter: 'seats', type: 'int' });
    expect(next.parameters).toEqual({ courseId: 'string', seats: 'int' });
    expect(next.rule).toBe('taken < seats');
  });

  it('offer every tag of the chosen events, with the field it comes from', () => {
    const keys = slot(seats, 'keys');
    expect(keys.options.map(({ tag, parameter }) => `${tag} ${parameter}`)).toEqual([
      'course courseId',
      'student studentId',
    ]);
    expect(keys.change([]).parameters).toBeUndefined();
  });

  it('do not offer an event twice', () => {
    expect(slot(seats, 'events', 1).options).toEqual(['CourseDefined', 'StudentLeft']);
    const next = slot(seats, 'events', 1).change(['StudentLeft']);
    expect(next.projections?.['taken']?.on).toEqual({
      StudentSubscribed: 'state + 1',
      StudentLeft: 'state - 1',
    });
  });

  it('propose the key when the first event is chosen', () => {
    const blank = form('sum-at-least').start(model, NAME);
    const next = slot(blank, 'fields').change([{ event: 'CourseDefined', field: 'capacity' }]);
    expect(next.parameters).toEqual({ courseId: 'string' });
  });

  it('turn a sentence round', () => {
    const blank = form('exists').start(model, 'CourseExists');
    expect(blank.rule).toBe('exists');
    expect(slot(blank, 'choice').change('no').rule).toBe('!exists');
  });
});

describe('writing a sentence into the document', () => {
  it('keeps what the sentence does not say', () => {
    const definition = form('at-most').start(model, NAME);
    const kept = {
      description: 'Seats',
      consistency: 'relaxed',
      projections: { taken: { description: 'so many', colour: 'red' } },
      colour: 'blue',
    };
    const before = { ...document, constraints: { [NAME]: kept } };
    const after = rewriteConstraint(before, model, { name: NAME, definition, message: null });
    expect(after['constraints']).toEqual({
      [NAME]: {
        description: 'Seats',
        consistency: 'relaxed',
        projections: {
          taken: {
            description: 'so many',
            colour: 'red',
            tags: { course: 'courseId' },
            initial: 0,
            on: { StudentSubscribed: 'state + 1' },
          },
        },
        colour: 'blue',
        parameters: { courseId: 'string' },
        rule: 'taken < 1',
        message: 'Course {courseId} has {taken} already, and 1 is the most',
      },
    });
  });

  it('gives the commands that check it a field for what it newly asks for', () => {
    const commands = { Subscribe: { checks: [NAME], emits: ['StudentSubscribed'] } };
    const definition = form('at-most').start(model, NAME);
    const after = rewriteConstraint({ ...document, commands }, model, {
      name: NAME,
      definition,
      message: null,
    });
    expect(after['commands']).toMatchObject({ Subscribe: { fields: { courseId: 'string' } } });
    const kept = { ...after, commands };
    expect(rewriteConstraint(kept, model, { name: NAME, definition, message: null })['commands']).toBe(
      commands,
    );
  });

  it('lets a proposed message follow, and one that was written stay', () => {
    const proposed = { before: 'old', after: 'new' };
    const withMessage = (message: string) => ({ constraints: { C: { message } } });
    expect(applyMessage(withMessage('old'), 'C', proposed)).toEqual(withMessage('new'));
    expect(applyMessage(withMessage('mine'), 'C', proposed)).toEqual(withMessage('mine'));
  });

  it('is not led astray by names every object has', () => {
    const name = '__proto__';
    const definition = form('exists').start(model, name);
    const after = rewriteConstraint(document, model, { name, definition, message: null });
    expect(Object.hasOwn(after['constraints'] as JsonObject, name)).toBe(true);
    expect(Object.getPrototypeOf(after['constraints'])).toBe(Object.prototype);
  });
});
