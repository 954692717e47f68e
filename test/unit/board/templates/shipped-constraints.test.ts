import { describe, expect, it } from 'vitest';
import { applyDefinition } from '../../../../src/board/templates/apply-definition.ts';
import { readAtMost, writeAtMost } from '../../../../src/board/templates/at-most.ts';
import { readExists, writeExists } from '../../../../src/board/templates/exists.ts';
import { readIsUnique, writeIsUnique } from '../../../../src/board/templates/is-unique.ts';
import { readNextNumber, writeNextNumber } from '../../../../src/board/templates/next-number.ts';
import { readConstraint } from '../../../../src/board/templates/registry.ts';
import { readStateIs, writeStateIs } from '../../../../src/board/templates/state-is.ts';
import { readSumAtLeast, writeSumAtLeast } from '../../../../src/board/templates/sum-at-least.ts';
import { parseModel } from '../../../../src/model/parse.ts';
import type { ConstraintDefinition } from '../../../../src/model/schema.ts';
import { readShipped, SHIPPED } from '../../models/shipped-model.ts';

/** What each form reads, written again. */
function rewrite(definition: ConstraintDefinition): readonly ConstraintDefinition[] {
  const atMost = readAtMost(definition);
  const exists = readExists(definition);
  const unique = readIsUnique(definition);
  const next = readNextNumber(definition);
  const state = readStateIs(definition);
  const sum = readSumAtLeast(definition);
  return [
    ...(atMost ? [writeAtMost(atMost)] : []),
    ...(exists ? [writeExists(exists)] : []),
    ...(unique ? [writeIsUnique(unique)] : []),
    ...(next ? [writeNextNumber(next)] : []),
    ...(state ? [writeStateIs(state)] : []),
    ...(sum ? [writeSumAtLeast(sum)] : []),
  ];
}

function readAll(file: string) {
  const { model, document } = parseModel(readShipped(file));
  if (model === null || document === null) throw new Error(`${file} cannot be read`);
  return { model, document };
}

/** The form each constraint of a model has, where it has one. */
function tellForms(file: string): { readonly [name: string]: string } {
  const { model } = readAll(file);
  return Object.fromEntries(
    Object.entries(model.constraints ?? {}).map(([name, definition]) => [
      name,
      readConstraint(definition, model, name)?.template.id ?? 'none',
    ]),
  );
}

describe('the constraints of shipped models', () => {
  it('of courses are all sentences', () => {
    expect(tellForms('course-subscriptions')).toEqual({
      CourseExists: 'exists',
      CourseHasFreeSeat: 'at-most',
      StudentHasFreeSlot: 'at-most',
    });
  });

  it('are sentences where a form says all of it, and nothing where one says less', () => {
    expect(tellForms('interest')).toEqual({
      AccountIsNew: 'exists',
      AccountIsOpen: 'exists',
      AmountIsPositive: 'none',
      BalanceCovers: 'sum-at-least',
      AllBalances: 'none',
      PeriodNotYetCalculated: 'exists',
      InterestIsOwed: 'none',
      NoticeNotYetRequested: 'exists',
    });
    expect(tellForms('library')).toMatchObject({
      NumberOverall: 'next-number',
      NumberInCategory: 'next-number',
      BookIsInLibrary: 'none',
    });
    expect(tellForms('library-dual-events')).toMatchObject({
      BookHasNoEdition: 'is-unique',
      BaseEditionExists: 'none',
    });
    expect(tellForms('unique-email')).toMatchObject({ EmailIsFree: 'none', CurrentEmail: 'none' });
    expect(tellForms('orders-seats-payment')).toMatchObject({
      OrderTotal: 'none',
      ShowIsOnSale: 'none',
      SeatsAreHeld: 'none',
      TicketAddress: 'none',
      PaymentIsAwaited: 'none',
    });
  });

  it.each(SHIPPED)('of %s stay byte for byte what they are when written as they were read', (file) => {
    const { model, document } = readAll(file);
    for (const [name, definition] of Object.entries(model.constraints ?? {})) {
      const written = rewrite(definition);
      expect(written.length).toBeLessThanOrEqual(1);
      for (const again of written) {
        expect(JSON.stringify(applyDefinition(document, name, again))).toBe(JSON.stringify(document));
      }
    }
  });
});

describe('a free seat', () => {
  it('is at most the latest capacity of two events', () => {
    const { model } = readAll('course-subscriptions');
    expect(readAtMost(model.constraints?.['CourseHasFreeSeat'] ?? {})).toEqual({
      count: 'taken',
      counted: ['StudentSubscribed'],
      returned: [],
      most: {
        kind: 'latest',
        name: 'capacity',
        fields: [
          { event: 'CourseDefined', field: 'capacity' },
          { event: 'CapacityChanged', field: 'capacity' },
        ],
      },
      keys: [{ tag: 'course', parameter: 'courseId', type: 'string' }],
    });
  });
});
