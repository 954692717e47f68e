import { expect, it } from 'vitest';
import { proposeSlices } from '../../../../src/board/event-model/propose-slices.ts';
import { sayName } from '../../../../src/board/event-model/say-name.ts';
import { tellSlice } from '../../../../src/board/event-model/tell-slice.ts';
import { checkModel } from '../../../../src/model/check-model.ts';
import { readShipped } from './read-shipped.ts';

const course = readShipped('course-subscriptions');
const { slices: _, ...unsliced } = course;
const tell = (index: number) =>
  tellSlice(course, course.slices?.[index] ?? { name: '' })
    .map((piece) => (typeof piece === 'string' ? piece : `*${piece.name}*`))
    .join('')
    .trim();

it('each command, read model and reaction gets a slice, in an order it could happen in', () => {
  expect(proposeSlices(unsliced).map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
    'change: Define course',
    'view: Course list',
    'change: Change capacity',
    'change: Register student',
    'change: Subscribe student',
    'translation: Write to everybody on the waiting list that the course is full',
  ]);
});

it('a slice has what it needs: screen, command and events, or events, read model and screens', () => {
  const slices = proposeSlices(unsliced);
  expect(slices[0]?.elements).toEqual(['screen:CourseOffice', 'command:DefineCourse', 'event:CourseDefined']);
  expect(slices[1]?.elements).toEqual([
    'event:CourseDefined',
    'event:CapacityChanged',
    'event:StudentSubscribed',
    'readModel:CourseList',
    'screen:CourseOffice',
    'screen:CourseCatalogue',
  ]);
  expect(slices[5]?.elements).toEqual([
    'event:CourseFullyBooked',
    'policy:NotifyWaitingList',
    'externalSystem:Mail',
  ]);
});

it('a command that only a policy issues is automated', () => {
  const slices = proposeSlices({ ...readShipped('orders-seats-payment'), slices: [] });
  const holding = slices.find(({ elements }) => elements?.includes('policy:HoldSeats'));
  expect(holding).toMatchObject({ kind: 'automation', name: 'Hold seats' });
  expect(slices.filter(({ elements }) => elements?.includes('command:ReserveSeats'))).toHaveLength(1);
});

it('proposed slices name only what is there, each slice once', () => {
  for (const name of ['library', 'interest', 'confirmation-mail', 'unique-email', 'locked-issue']) {
    const model = readShipped(name);
    const codes = checkModel({ ...model, slices: proposeSlices(model) }).map(({ code }) => code);
    expect(codes).not.toContain('unknown-element');
    expect(codes).not.toContain('repeated-name');
  }
});

it('an empty model has none', () => {
  expect(proposeSlices({ ambit: '1.0', name: 'x' })).toEqual([]);
});

it('names in code become words', () => {
  expect(
    ['SubscribeStudent', 'snake_case_name', 'PDFExport', 'Already said', 'Level2Reached'].map(sayName),
  ).toEqual(['Subscribe student', 'snake case name', 'PDF export', 'Already said', 'Level2 reached']);
});

it('a slice is told in plain words', () => {
  expect(tell(4)).toBe(
    'On *CourseCatalogue*, *SubscribeStudent* leads to *StudentSubscribed*, and sometimes to *CourseFullyBooked*. It must keep *CourseExists*, *CourseHasFreeSeat* and *StudentHasFreeSlot*.',
  );
  expect(tell(3)).toBe(
    '*CourseList* follows *CourseDefined*, *CapacityChanged* and *StudentSubscribed*, to be seen on *CourseCatalogue*.',
  );
  expect(tell(5)).toBe(
    'After *CourseFullyBooked*, the policy *NotifyWaitingList* reacts. *Mail* is told of *CourseFullyBooked*: Write to everybody on the waiting list that the course is full.',
  );
  expect(tell(99)).toBe('Nothing is said about this slice yet.');
});
