import { expect, it } from 'vitest';
import { findFreeName, toName } from '../../../../src/board/edits/name.ts';
import { board } from './course-board.ts';

it.each([
  ['event', 'student subscribed', 'StudentSubscribed'],
  ['event', '  student\n subscribed! ', 'StudentSubscribed'],
  ['event', 'subscribed', 'Subscribed'],
  ['event', 'iPadSold', 'iPadSold'],
  ['event', 'course-defined', 'course-defined'],
  ['event', 'orders.v2', 'orders.v2'],
  ['event', 'a/b~c', 'ABC'],
  ['event', 'Kurs gefüllt', 'KursGefüllt'],
  ['event', 'студент записан', 'СтудентЗаписан'],
  ['event', '🎉', '🎉'],
  ['event', 'toString', 'toString'],
  ['event', ' ', ''],
  ['constraint', 'seat-free', 'SeatFree'],
  ['constraint', 'course has a free seat', 'CourseHasAFreeSeat'],
  ['tag', 'Course', 'course'],
  ['tag', 'Product category', 'productCategory'],
  ['tag', ':', ''],
  ['hotspot', '  What if  someone\ndrops out? ', 'What if someone drops out?'],
  ['note', 'half \ud800 of it', 'half of it'],
] as const)('as the name of a %s, %j is %j', (kind, text, name) => {
  expect(toName(kind, text)).toBe(name);
  expect(toName(kind, name)).toBe(name);
});

it('a name is cut before it is longer than anybody reads', () => {
  expect(toName('note', '🎉'.repeat(500))).toBe('🎉'.repeat(200));
});

it.each([
  ['event', 'Seat', 'Seat'],
  ['event', 'Taken', 'Taken2'],
  ['event', 'Taken3', 'Taken3'],
  ['event', 'Counted9', 'Counted10'],
  ['event', 'toString', 'toString'],
  ['event', 'constructor', 'constructor2'],
  ['event', '', 'Event1'],
  ['note', 'Free text', 'Free text 2'],
  ['note', 'Free text 2', 'Free text 2'],
  ['note', '', 'Note 1'],
  ['readModel', '', 'ReadModel1'],
  ['externalSystem', '', 'External system 1'],
  ['tag', '', 'tag1'],
  ['constraint', 'command', 'command2'],
  ['constraint', 'in', 'in2'],
] as const)('the free name for a %s called %j is %j', (kind, wanted, free) => {
  const document = board({ events: { Taken: {}, Counted9: {} }, notes: { 'Free text': {} } });
  expect(findFreeName(document, kind, wanted)).toBe(free);
});
