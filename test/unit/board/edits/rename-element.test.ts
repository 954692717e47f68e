import { expect, it } from 'vitest';
import { renameElement, renameField } from '../../../../src/board/edits/rename-element.ts';
import { type ElementKey, findElement } from '../../../../src/board/element-key.ts';
import { board, COURSES, listCodes } from './course-board.ts';

it.each([
  ['event:StudentSubscribed', 'SeatTaken'],
  ['constraint:CourseHasFreeSeat', 'SeatFree'],
  ['command:SubscribeStudent', 'Join'],
  ['readModel:CourseList', 'Courses'],
  ['tag:course', 'lecture'],
  ['aggregate:Course', 'Lecture'],
  ['screen:CourseOffice', 'Office'],
] as const)('%s is %s everywhere', (key, name) => {
  const renamed = renameElement(COURSES, key, name);
  const [kind, old] = key.split(':');
  expect(renamed.key).toBe(`${kind}:${name}`);
  expect(Object.keys(renamed.document)).toEqual(Object.keys(COURSES));
  expect(listCodes(renamed.document)).toEqual(listCodes(COURSES));
  if (kind === 'tag') return;
  expect(JSON.stringify(renamed.document)).not.toMatch(new RegExp(`[":]${old}["."]`));
});

it('the entry stays where it is, and its place and slices follow', () => {
  const document = board({
    events: { A: {}, B: { x: 1 }, C: {} },
    slices: [{ name: 's', elements: ['event:B', 'policy:B'] }],
    canvas: {
      places: { 'event:B': { x: 1, y: 2 } },
      colours: { 'event:B': 'red', 'note:B': 'blue' },
      zoom: 2,
    },
  });
  expect(renameElement(document, 'event:B', 'a/b~c').document).toEqual(
    board({
      events: { A: {}, 'a/b~c': { x: 1 }, C: {} },
      slices: [{ name: 's', elements: ['event:a/b~c', 'policy:B'] }],
      canvas: {
        places: { 'event:a/b~c': { x: 1, y: 2 } },
        colours: { 'event:a/b~c': 'red', 'note:B': 'blue' },
        zoom: 2,
      },
    }),
  );
});

it.each([
  ['event:B', 'A', 'event:A2'],
  ['event:B', 'constructor', 'event:constructor2'],
  ['event:B', 'toString', 'event:toString'],
  ['event:B', '  ', 'event:B'],
  ['event:B', 'B', 'event:B'],
  ['event:Gone', 'X', 'event:Gone'],
] as const)('%s called %j is then %s', (key, name, expected) => {
  const document = board({ events: { A: {}, B: {} } });
  const renamed = renameElement(document, key, name);
  expect(renamed.key).toBe(expected);
  expect(renamed.document === document).toBe(expected === key);
});

it('a constraint is renamed in expressions, but not in texts, comments, fields and lists of that name', () => {
  const when = 'Seats.taken > 0 && command.Seats != "Seats" && command.l.exists(Seats, Seats > 1) // Seats';
  const document = board({
    constraints: { Seats: {} },
    commands: { Do: { checks: ['Seats'], emits: [{ event: 'E', when, data: { x: 'Seats["taken"]' } }] } },
  });
  const renamed = renameElement(document, 'constraint:Seats', 'Chairs').document;
  expect(findElement(renamed, 'command:Do')).toEqual({
    checks: ['Chairs'],
    emits: [
      {
        event: 'E',
        when: 'Chairs.taken > 0 && command.Seats != "Seats" && command.l.exists(Seats, Seats > 1) // Seats',
        data: { x: 'Chairs["taken"]' },
      },
    ],
  });
});

it('a tag that is only used is renamed too, and never becomes one with another', () => {
  const document = board({ events: { E: { tags: { course: 'event.a', student: 'event.b' } } } });
  const { document: renamed, key } = renameElement(document, 'tag:course', 'student');
  expect(key).toBe('tag:student2');
  expect(findElement(renamed, 'event:E')).toEqual({ tags: { student2: 'event.a', student: 'event.b' } });
});

it('the field of an event is renamed where it is read, filled and shown by example', () => {
  const renamed = renameField(COURSES, 'event:StudentSubscribed', 'courseId', 'lectureId');
  expect(findElement(renamed, 'event:StudentSubscribed')).toMatchObject({
    fields: { studentId: 'string', lectureId: 'string' },
    tags: { student: 'event.studentId', course: 'event.lectureId' },
  });
  expect(findElement(renamed, 'command:SubscribeStudent')).toHaveProperty('emits.0', {
    event: 'StudentSubscribed',
    data: { lectureId: 'command.courseId' },
  });
  expect(findElement(renamed, 'readModel:CourseList')).toMatchObject({
    key: 'event.courseId',
    on: { StudentSubscribed: expect.stringContaining('event.lectureId') },
  });
  expect(JSON.stringify(renamed['examples'])).toContain('"data":{"studentId":"s1","lectureId":"c1"}');
  expect(renameField(renamed, 'event:StudentSubscribed', 'lectureId', 'courseId')).toEqual(COURSES);
});

it.each([
  ['command:RegisterStudent', 'limit', 'most'],
  ['constraint:CourseHasFreeSeat', 'courseId', 'lecture'],
  ['constraint:CourseHasFreeSeat', 'taken', 'seats'],
] as const)('the %s can call its %s %s, and call it back', (key: ElementKey, from, to) => {
  const renamed = renameField(COURSES, key, from, to);
  expect(renamed).not.toEqual(COURSES);
  expect(listCodes(renamed)).toEqual(listCodes(COURSES));
  expect(renameField(renamed, key, to, from)).toEqual(COURSES);
});

it('what is typed in on a screen can be called otherwise there', () => {
  const renamed = renameField(COURSES, 'screen:CourseOffice', 'limit', 'most');
  expect(findElement(renamed, 'screen:CourseOffice')).toHaveProperty('fields.most', 'int');
  expect(renameField(renamed, 'screen:CourseOffice', 'most', 'limit')).toEqual(COURSES);
});

it('what an optional field filled is asked for', () => {
  const document = board({
    events: { E: { fields: { note: 'string?' } } },
    commands: { Do: { fields: { note: 'string?' }, emits: ['E'] } },
  });
  const renamed = renameField(document, 'event:E', 'note', 'remark');
  expect(findElement(renamed, 'command:Do')).toHaveProperty('emits.0', {
    event: 'E',
    data: { remark: 'has(command.note) ? command.note : null' },
  });
  expect(renameField(renamed, 'event:E', 'remark', 'note')).toEqual(document);
});

it('a field can have a name that only brackets reach', () => {
  const document = board({
    events: { E: { fields: { a: 'string' }, tags: { t: 'event.a', u: "event['a']" } } },
  });
  const renamed = renameField(document, 'event:E', 'a', 'a b');
  expect(findElement(renamed, 'event:E')).toHaveProperty('tags', { t: 'event["a b"]', u: 'event["a b"]' });
  expect(findElement(renameField(renamed, 'event:E', 'a b', 'c'), 'event:E')).toHaveProperty(
    'tags.t',
    'event.c',
  );
});

it.each([
  ['constraint:CourseHasFreeSeat', 'taken', 'capacity'],
  ['constraint:CourseHasFreeSeat', 'taken', 'courseId'],
  ['constraint:CourseHasFreeSeat', 'courseId', 'state'],
  ['constraint:CourseHasFreeSeat', 'courseId', 'course id'],
  ['event:StudentSubscribed', 'courseId', 'studentId'],
  ['event:StudentSubscribed', 'courseId', '__proto__'],
  ['event:StudentSubscribed', 'toString', 'x'],
  ['command:Gone', 'courseId', 'x'],
  ['hotspot:May a student take the same course twice?', 'a', 'b'],
] as const)('the %s keeps its %s when %s cannot be', (key, from, to) => {
  expect(renameField(COURSES, key, from, to)).toBe(COURSES);
});
