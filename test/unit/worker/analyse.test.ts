import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkDocument } from '../../../src/decision/check-document.ts';
import { runExamples } from '../../../src/decision/run-examples.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import { parseModel } from '../../../src/model/parse.ts';
import { analyse } from '../../../src/worker/analyse.ts';

/** As a literal key it looks like a promise to the linter. */
const THEN = 'then';
const FOLDER = new URL('../../../public/models/', import.meta.url);
const COURSE = read('course-subscriptions.ambit.json');

function read(file: string): JsonObject {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
}

function withExamples(...examples: JsonObject[]): JsonObject {
  return { ...COURSE, examples };
}

it.each(readdirSync(FOLDER))('says of %s what the command line says', (file) => {
  const document = read(file);
  const { compiled, diagnostics } = checkDocument(parseModel(JSON.stringify(document)));
  const analysis = analyse(document);
  expect(analysis.diagnostics).toEqual(diagnostics);
  const passed = compiled === null ? [] : runExamples(compiled).map((result) => result.passed);
  expect(analysis.examples.map(({ verdict }) => verdict === 'green')).toEqual(passed);
});

it('reports what came out and what each constraint read', () => {
  const given = [
    { event: 'CourseDefined', data: { courseId: 'c1', capacity: 1 } },
    { event: 'StudentRegistered', data: { studentId: 's1', limit: 2 } },
  ];
  const when = { command: 'SubscribeStudent', data: { studentId: 's1', courseId: 'c1' } };
  const [report] = analyse(withExamples({ name: 'Taken', given, when })).examples;
  expect(report).toEqual({
    verdict: 'unfinished',
    message: 'It has no "then": say what is expected',
    events: [
      { event: 'StudentSubscribed', data: { studentId: 's1', courseId: 'c1' } },
      { event: 'CourseFullyBooked', data: { courseId: 'c1' } },
    ],
    checks: [
      { constraint: 'CourseExists', holds: true, projections: { exists: true } },
      { constraint: 'CourseHasFreeSeat', holds: true, projections: { capacity: 1, taken: 0 } },
      { constraint: 'StudentHasFreeSlot', holds: true, projections: { limit: 2, courses: 0 } },
    ],
  });
});

it('is red with the difference when something else comes out', () => {
  const when = { command: 'DefineCourse', data: { courseId: 'c1', capacity: 3 } };
  const [report] = analyse(withExamples({ name: 'Nothing', when, [THEN]: { events: [] } })).examples;
  expect(report?.verdict).toBe('red');
  expect(report?.message).toContain('Expected no events, but got CourseDefined');
});

it('keeps the order of the examples where one is broken', () => {
  const when = { command: 'DefineCourse', data: { courseId: 'c1', capacity: 3 } };
  const events = [{ event: 'CourseDefined', data: { courseId: 'c1', capacity: 3 } }];
  const good = { name: 'Good', when, [THEN]: { events } };
  const { examples } = analyse(withExamples({ name: 'Broken', when: 7 }, good));
  expect(examples.map(({ verdict }) => verdict)).toEqual(['unfinished', 'green']);
});

it('says what is wrong with a document that is no model', () => {
  const { diagnostics, examples } = analyse({ ambit: '9.0', examples: [{ name: 'One' }] });
  expect(diagnostics.map(({ code }) => code)).toEqual(['newer-version']);
  expect(examples.map(({ verdict }) => verdict)).toEqual(['unfinished']);
});
