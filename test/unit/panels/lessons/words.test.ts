import { describe, expect, it } from 'vitest';
import { findSight } from '../../../../src/panels/lessons/find-sight.ts';
import { sayProgress } from '../../../../src/panels/lessons/lesson-links.tsx';
import { LESSONS, type LessonEntry } from '../../../../src/panels/lessons/lesson-list.ts';
import { NO_PROGRESS } from '../../../../src/panels/lessons/progress.ts';
import { readProse } from '../../../../src/panels/lessons/prose.ts';
import { sayFound } from '../../../../src/panels/lessons/say-told.ts';
import { sayHands, sayScore } from '../../../../src/panels/lessons/score.ts';
import { ALL_LESSONS, compileDocument, openStepBoard, tellOn } from './lesson-board.ts';

describe('prose', () => {
  it('is taken apart by its voices', () => {
    expect(readProse('A *guard* sees `Course-c1` and its [tag]s.')).toEqual([
      { voice: 'plain', text: 'A ' },
      { voice: 'weighty', text: 'guard' },
      { voice: 'plain', text: ' sees ' },
      { voice: 'model', text: 'Course-c1' },
      { voice: 'plain', text: ' and its ' },
      { voice: 'term', text: 'tag' },
      { voice: 'plain', text: 's' },
      { voice: 'plain', text: '.' },
    ]);
  });

  it('stays as it is where nothing is marked, or nothing is closed', () => {
    expect(readProse('2 * 3, and [so')).toEqual([{ voice: 'plain', text: '2 * 3, and [so' }]);
    expect(readProse('')).toEqual([]);
  });
});

describe('the score', () => {
  const answers = { '2': 'through', '3': 'stopped' };

  it.each([
    [{}, 'What happens'],
    [{ '2': 'through', '3': 'stopped' }, 'As you expected'],
    [{ '2': 'stopped', '3': 'stopped' }, '1 of 2 as you expected'],
    [{ '2': 'stopped', '3': 'through' }, 'None of it as you expected'],
    [{ '2': 'through' }, '1 of 2 as you expected'],
  ])('of %j is “%s”', (choices, words) => {
    expect(sayScore(answers, choices)).toBe(words);
  });

  it('of a single question is plain', () => {
    expect(sayScore({ share: 'most' }, { share: 'all' })).toBe('Not what you expected');
  });

  it('of a room counts its hands', () => {
    expect(sayHands(answers, {})).toBeNull();
    expect(sayHands(answers, { '2': { through: 7, stopped: 5 }, '3': { through: 12 } })).toBe(
      '7 of 24 hands were right',
    );
  });
});

describe('progress in a list of lessons', () => {
  const [lesson] = LESSONS as [LessonEntry];

  it.each([
    [undefined, null],
    [NO_PROGRESS, null],
    [{ ...NO_PROGRESS, at: 'story' }, '0 of 9 steps'],
    [{ ...NO_PROGRESS, at: 'why', done: ['story', 'rules', 'predict'] }, '3 of 9 steps'],
    [{ ...NO_PROGRESS, done: [...'123456789'] }, 'Done'],
  ])('%j is %s', (progress, words) => {
    expect(sayProgress(lesson, progress)).toBe(words);
  });

  it('is out of as many steps as there are', () => {
    expect(LESSONS.map(({ steps }) => steps)).toEqual(ALL_LESSONS.map(({ steps }) => steps.length));
  });
});

describe('every race of the lessons is told in their words', () => {
  const scenes = ALL_LESSONS.flatMap((lesson) =>
    lesson.steps.flatMap((step) => {
      const asked = step.kind === 'predict' && step.question.kind === 'appends' ? step.question.scene : null;
      const scene = step.kind === 'race' ? step.scene : asked;
      return scene ? [[`${lesson.id} ${step.id}`, lesson, step, scene] as const] : [];
    }),
  );

  it.each(scenes)('%s', (_, lesson, step, scene) => {
    const told = tellOn(openStepBoard(lesson, step), scene);
    const said = told.steps.map((one) => sayFound(told, one, lesson.rules));
    expect(said.filter((words) => words === '' || words.includes('?'))).toEqual([]);
  });

  it('names only rules that are there', () => {
    const missing = ALL_LESSONS.flatMap((lesson) => {
      const known = lesson.steps.flatMap((step) =>
        Object.keys(compileDocument(openStepBoard(lesson, step)).model.constraints ?? {}),
      );
      return Object.keys(lesson.rules).filter((rule) => !known.includes(rule));
    });
    expect(missing).toEqual([]);
  });

  it('says what had changed when somebody wrote', () => {
    const [lesson] = ALL_LESSONS;
    const step = lesson?.steps.find(({ id }) => id === 'why');
    if (!lesson || step?.kind !== 'race') throw new Error('Lesson 1 has no race');
    const told = tellOn(openStepBoard(lesson, step), step.scene);
    const last = told.steps[3];
    if (!last) throw new Error('The race has no fourth step');
    expect(sayFound(told, last, lesson.rules)).toBe('1 of 2 courses');
    expect(sayFound(told, last, lesson.rules, 'now')).toBe('2 of 2 courses');
  });
});

describe('what is to be seen at a step', () => {
  const [lesson] = ALL_LESSONS;

  it('is a command with its rules, what they read and what it leads to', () => {
    const step = lesson?.steps.find(({ id }) => id === 'predict');
    if (!lesson || !step) throw new Error('Lesson 1 has no prediction');
    const sight = findSight(step, compileDocument(openStepBoard(lesson, step)).model);
    expect([...sight].sort()).toEqual([
      'command:SubscribeStudent',
      'constraint:CourseExists',
      'constraint:CourseHasFreeSeat',
      'constraint:StudentHasFreeSlot',
      'event:CapacityChanged',
      'event:CourseDefined',
      'event:CourseFullyBooked',
      'event:StudentRegistered',
      'event:StudentSubscribed',
    ]);
  });

  it('is everything where nothing is named', () => {
    const step = lesson?.steps.at(-1);
    if (!lesson || !step) throw new Error('Lesson 1 has no end');
    expect(findSight(step, compileDocument(openStepBoard(lesson, step)).model)).toEqual([]);
  });
});
