import { describe, expect, it } from 'vitest';
import { connect, disconnect, judgeArrow, listArrows } from '../../../../src/board/edits/arrows.ts';
import { type ElementKey, findElement } from '../../../../src/board/element-key.ts';
import { KIND_ORDER } from '../../../../src/board/kinds.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import type { Model } from '../../../../src/model/schema.ts';
import { board, COURSES, listCodes, readModel } from './course-board.ts';

function draw(document: JsonObject, from: ElementKey, to: ElementKey): JsonObject {
  const connected = connect(document, from, to);
  if ('refused' in connected) throw new Error(connected.refused);
  return connected.document;
}

const SUBSCRIBED = {
  fields: { studentId: 'string', courseId: 'string' },
  tags: { student: 'event.studentId', course: 'event.courseId' },
};

it('the arrows of the courses are those of its drawing', () => {
  const arrows = listArrows(readModel(COURSES)).map(({ from, relation, to, label }) =>
    [from, relation, to, ...(label === null ? [] : [`(${label})`])].join(' '),
  );
  expect(arrows).toEqual(
    expect.arrayContaining([
      'command:SubscribeStudent emits event:StudentSubscribed',
      'command:SubscribeStudent emits event:CourseFullyBooked (when CourseHasFreeSeat.taken + 1 == CourseHasFreeSeat.capacity)',
      'constraint:CourseHasFreeSeat checks command:SubscribeStudent',
      'event:CapacityChanged reads constraint:CourseHasFreeSeat (same course)',
      'event:StudentSubscribed reads constraint:StudentHasFreeSlot (same student)',
      'event:CourseFullyBooked triggers policy:NotifyWaitingList',
      'event:CourseFullyBooked notifies externalSystem:Mail',
      'event:CourseDefined projects readModel:CourseList',
      'readModel:CourseList shows screen:CourseCatalogue',
      'screen:CourseCatalogue offers command:SubscribeStudent',
      'actor:Faculty asks command:DefineCourse',
    ]),
  );
  expect(arrows).toHaveLength(30);
});

it('what an arrow would go to need not be there, and is then not drawn', () => {
  const model: Model = {
    ambit: '1.0',
    name: 'n',
    commands: { Do: { checks: ['toString'], emits: ['Gone'] } },
  };
  expect(listArrows(model)).toEqual([]);
});

it('the arrows of three thousand notes are listed in no time', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `N${index}`);
  const section = <T>(make: (index: number) => T): { readonly [name: string]: T } =>
    Object.fromEntries(names.map((name, index) => [name, make(index)]));
  const next = (index: number) => [0, 1, 2].map((step) => `N${(index + step) % 1000}`);
  const model: Model = {
    ambit: '1.0',
    name: 'Big',
    events: section(() => ({})),
    commands: section((index) => ({ checks: next(index), emits: next(index) })),
    constraints: section((index) => ({
      projections: { p: { on: Object.fromEntries(next(index).map((event) => [event, 'state'])) } },
    })),
  };
  const start = performance.now();
  expect(listArrows(model)).toHaveLength(9000);
  expect(performance.now() - start).toBeLessThan(500);
});

describe('judging', () => {
  it('every pair is either something or refused in a sentence that says what to draw', () => {
    const judged = KIND_ORDER.flatMap((from) => KIND_ORDER.map((to) => judgeArrow(from, to)));
    const refusals = judged.flatMap((verdict) => ('refused' in verdict ? [verdict.refused] : []));
    expect(judged).toHaveLength(196);
    expect(judged.length - refusals.length).toBe(10);
    expect(refusals.filter((sentence) => !/^An? [\s\S]+\.$|^[A-Z][\s\S]+\.$/.test(sentence))).toEqual([]);
  });

  it.each([
    [
      'event',
      'command',
      'An event does not issue a command by itself. Put a policy between them: event, policy, command.',
    ],
    ['event', 'policy', 'triggers'],
    ['event', 'hotspot', 'A hotspot has no arrows. Put it next to what it is about.'],
    ['aggregate', 'event', 'An aggregate has no arrows. Put the events into its frame instead.'],
    ['tag', 'event', 'A tag has no arrows. Add it to the event it is about.'],
    [
      'policy',
      'readModel',
      'No arrow goes from a policy to a read model. From a policy draw one to a command.',
    ],
    [
      'command',
      'constraint',
      'An arrow from a command to a constraint means nothing. Draw it the other way round, from a constraint to a command.',
    ],
    ['externalSystem', 'screen', 'No arrow goes out from an external system. Draw one to it from an event.'],
  ] as const)('from %s to %s: %s', (from, to, said) => {
    expect(Object.values(judgeArrow(from, to))).toEqual([said]);
  });

  it('an arrow to what is not there, or is broken, is refused', () => {
    const document = board({ events: { Broken: 1, Fine: {} }, policies: { P: { on: 'Fine' } } });
    expect(connect(document, 'event:toString', 'policy:P')).toEqual({
      refused: 'There is no event "toString" any more.',
    });
    expect(connect(document, 'event:Broken', 'policy:P')).toHaveProperty(
      'refused',
      'The event "Broken" is not written as the format has it. Correct it first, then draw the arrow.',
    );
    expect(connect(document, 'event:Fine', 'policy:P')).toHaveProperty('refused');
  });
});

describe('an event that a constraint reads', () => {
  const constraint = (sections: JsonObject, definition: JsonObject = {}) =>
    draw(
      board({ events: { StudentSubscribed: SUBSCRIBED }, constraints: { Rule: definition }, ...sections }),
      'event:StudentSubscribed',
      'constraint:Rule',
    );

  it('is counted, among those with the same value of what the constraint is asked about', () => {
    const document = constraint({}, { parameters: { courseId: 'string' } });
    expect(findElement(document, 'constraint:Rule')).toEqual({
      parameters: { courseId: 'string' },
      projections: {
        studentSubscribed: {
          initial: 0,
          on: { StudentSubscribed: 'state + 1' },
          tags: { course: 'courseId' },
        },
      },
    });
  });

  it('is filtered by what the commands that check it can tell', () => {
    const document = constraint({ commands: { Do: { fields: { studentId: 'string' }, checks: ['Rule'] } } });
    expect(findElement(document, 'constraint:Rule')).toMatchObject({
      parameters: { studentId: 'string' },
      projections: { studentSubscribed: { tags: { student: 'studentId' } } },
    });
  });

  it('is filtered by the tag that the name speaks of, and its commands get the field', () => {
    const document = draw(
      board({
        events: { StudentSubscribed: SUBSCRIBED },
        constraints: { CourseHasFreeSeat: {} },
        commands: { Do: { checks: ['CourseHasFreeSeat'] }, Other: {} },
      }),
      'event:StudentSubscribed',
      'constraint:CourseHasFreeSeat',
    );
    expect(findElement(document, 'constraint:CourseHasFreeSeat')).toMatchObject({
      projections: { studentSubscribed: { tags: { course: 'courseId' } } },
    });
    expect(findElement(document, 'command:Do')).toHaveProperty('fields', { courseId: 'string' });
    expect(findElement(document, 'command:Other')).toEqual({});
  });

  it('is read whole when nothing tells which are meant', () => {
    const document = constraint({});
    expect(findElement(document, 'constraint:Rule')).not.toHaveProperty('projections.studentSubscribed.tags');
    expect(listArrows(readModel(document))).toEqual([
      { from: 'event:StudentSubscribed', to: 'constraint:Rule', relation: 'reads', label: 'all' },
    ]);
  });

  it('is a projection with a name of its own', () => {
    const document = constraint({}, { projections: { studentSubscribed: { on: {} } } });
    expect(findElement(document, 'constraint:Rule')).toHaveProperty('projections.studentSubscribed2');
  });

  it('goes with its projection, unless something uses that', () => {
    const drawn = constraint({});
    expect(
      findElement(disconnect(drawn, 'event:StudentSubscribed', 'constraint:Rule'), 'constraint:Rule'),
    ).toEqual({});
    const ruled = constraint({}, { rule: 'studentSubscribed < 3' });
    const rest = disconnect(ruled, 'event:StudentSubscribed', 'constraint:Rule');
    expect(findElement(rest, 'constraint:Rule')).toHaveProperty('projections.studentSubscribed', {
      initial: 0,
    });
  });
});

describe('a command', () => {
  it('that checks a constraint gets a field for each parameter that nothing fills', () => {
    const document = board({
      constraints: { Rule: { parameters: { courseId: 'string', day: 'int', note: 'string?' } } },
      commands: { Do: { fields: { day: 'int' } } },
    });
    const drawn = draw(document, 'constraint:Rule', 'command:Do');
    expect(findElement(drawn, 'command:Do')).toEqual({
      fields: { day: 'int', courseId: 'string' },
      checks: ['Rule'],
    });
  });

  it.each([
    ['the event has none yet', {}, { x: 'int' }],
    ['the command has none yet', { x: 'int' }, {}],
  ])('shares its fields with an event it emits when %s', (_, happened, asked) => {
    const document = board({ events: { E: { fields: happened } }, commands: { Do: { fields: asked } } });
    const drawn = draw(document, 'command:Do', 'event:E');
    expect(findElement(drawn, 'event:E')).toEqual({ fields: { x: 'int' } });
    expect(findElement(drawn, 'command:Do')).toEqual({ fields: { x: 'int' }, emits: ['E'] });
  });

  it('no longer emits an event, with all that was said about it', () => {
    const rest = disconnect(COURSES, 'command:SubscribeStudent', 'event:CourseFullyBooked');
    expect(findElement(rest, 'command:SubscribeStudent')).toHaveProperty('emits', ['StudentSubscribed']);
  });
});

describe('other arrows', () => {
  it('a policy issues one command, filled from its events', () => {
    const document = board({
      events: { E: { fields: { courseId: 'string', day: 'int' } } },
      commands: { Do: { fields: { courseId: 'string' } }, Other: { fields: { day: 'int', x: 'int' } } },
      policies: { P: { on: ['E'], issues: 'Do', with: { courseId: 'event.courseId' } } },
    });
    const drawn = draw(document, 'policy:P', 'command:Other');
    expect(findElement(drawn, 'policy:P')).toEqual({
      on: ['E'],
      issues: 'Other',
      with: { day: 'event.day' },
    });
    expect(findElement(disconnect(drawn, 'policy:P', 'command:Other'), 'policy:P')).toEqual({ on: ['E'] });
  });

  it('an empty read model counts the event for each value of its first tag', () => {
    const document = board({ events: { StudentSubscribed: SUBSCRIBED }, readModels: { Taken: {} } });
    const drawn = draw(document, 'event:StudentSubscribed', 'readModel:Taken');
    expect(findElement(drawn, 'readModel:Taken')).toEqual({
      on: { StudentSubscribed: 'state + 1' },
      initial: 0,
      key: 'event.studentId',
    });
    expect(listCodes(drawn)).not.toContain('column-without-source');
  });

  it('a read model with values of another kind keeps them', () => {
    const drawn = draw(COURSES, 'event:StudentRegistered', 'readModel:CourseList');
    expect(findElement(drawn, 'readModel:CourseList')).toHaveProperty('on.StudentRegistered', 'state');
  });

  it.each([
    ['event:StudentRegistered', 'policy:NotifyWaitingList'],
    ['event:StudentRegistered', 'externalSystem:Mail'],
    ['screen:CourseCatalogue', 'command:RegisterStudent'],
    ['actor:Student', 'command:DefineCourse'],
    ['command:DefineCourse', 'event:StudentRegistered'],
    ['constraint:CourseExists', 'command:RegisterStudent'],
  ] as const)('%s to %s can be drawn and removed again', (from, to) => {
    const drawn = draw(COURSES, from, to);
    expect(listArrows(readModel(drawn))).toHaveLength(listArrows(readModel(COURSES)).length + 1);
    expect(listArrows(readModel(disconnect(drawn, from, to)))).toEqual(listArrows(readModel(COURSES)));
  });
});
