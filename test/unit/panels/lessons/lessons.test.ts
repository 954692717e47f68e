import { describe, expect, it } from 'vitest';
import { findElement } from '../../../../src/board/element-key.ts';
import { recordGiven } from '../../../../src/decision/make-fact.ts';
import { prepareCommand } from '../../../../src/decision/prepare.ts';
import { runExamples } from '../../../../src/decision/run-examples.ts';
import { type FindingKey, findingsOf, occurs } from '../../../../src/exploration/findings.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { findEndings, findShare, findWorst, LOCKED, SHARES } from '../../../../src/panels/lessons/answers.ts';
import { GLOSSARY } from '../../../../src/panels/lessons/glossary.ts';
import { findRaceOf, judgeFact } from '../../../../src/panels/lessons/judge-fact.ts';
import {
  type ChangeStep,
  type Fact,
  LESSON_IDS,
  type Lesson,
  type LessonStep,
  type LiveStep,
  type PredictStep,
  type Question,
  type Scene,
} from '../../../../src/panels/lessons/lesson.ts';
import { LESSONS } from '../../../../src/panels/lessons/lesson-list.ts';
import { readProse } from '../../../../src/panels/lessons/prose.ts';
import { answerBusy } from '../../../../src/panels/lessons/say-busy.ts';
import { STRATEGY_IDS } from '../../../../src/strategies/program.ts';
import { SHIPPED } from '../../models/shipped-model.ts';
import {
  ALL_LESSONS,
  compileDocument,
  exploreOn,
  loadOn,
  openLessonBoard,
  openStepBoard,
  tellOn,
} from './lesson-board.ts';

it('there are seven lessons, numbered in their order', () => {
  expect(LESSONS.map(({ id, number }) => [id, number])).toEqual(LESSON_IDS.map((id, at) => [id, at + 1]));
  expect(ALL_LESSONS.map(({ id }) => id)).toEqual(LESSON_IDS);
});

describe.each(ALL_LESSONS.map((lesson) => [lesson.id, lesson] as const))('lesson %s', (_, lesson) => {
  const { steps, boards } = lesson;

  it('has five to nine steps with names of their own, and ends with what to take home', () => {
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps.length).toBeLessThanOrEqual(9);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    expect(new Set(steps.map(({ tab }) => tab)).size).toBe(steps.length);
    expect(steps.findIndex(({ kind }) => kind === 'finish')).toBe(steps.length - 1);
  });

  it('tells, asks, shows a race and lets one do something', () => {
    const kinds = new Set(steps.map(({ kind }) => (kind === 'live' ? 'change' : kind)));
    expect([...kinds]).toEqual(expect.arrayContaining(['look', 'predict', 'race', 'change', 'finish']));
  });

  it('leads to the next lesson, and the last one to none', () => {
    const finish = steps.at(-1);
    const next = LESSON_IDS[LESSON_IDS.indexOf(lesson.id) + 1] ?? null;
    expect(finish?.kind === 'finish' && finish.next).toBe(next);
  });

  it('is about shipped models, every board of it used, and their names told apart', () => {
    const files = Object.values(boards).map(({ file }) => file.replace('.ambit.json', ''));
    expect(files.filter((file) => !SHIPPED.includes(file))).toEqual([]);
    const used = new Set(steps.map(({ board = 'main' }) => board));
    expect([...used].sort()).toEqual(Object.keys(boards).sort());
    expect(boards.main.suffix).toBeUndefined();
    const suffixes = Object.values(boards).map(({ suffix }) => suffix);
    expect(new Set(suffixes).size).toBe(suffixes.length);
  });

  it('shows its own board until something is changed on it, so that no step tells of what is gone', () => {
    const changed = new Set<string>();
    for (const step of steps) {
      const board = step.board ?? 'main';
      expect([step.id, isComputed(step) && changed.has(board)]).toEqual([step.id, false]);
      if (step.kind === 'change' || listEdits(step).length > 0) changed.add(board);
    }
  });

  it.each(steps.map((step) => [step.id, step] as const))('step %s names what is there', (__, step) => {
    const document = openStepBoard(lesson, step);
    const keys = [...(step.select ?? []), ...(step.kind === 'look' ? step.places.map(({ key }) => key) : [])];
    expect(keys.filter((key) => findElement(document, key) === undefined)).toEqual([]);
    expect(wordsOf(step).filter((name) => !isNamed(document, name))).toEqual([]);
  });

  it.each(steps.map((step) => [step.id, step] as const))(
    'step %s is short and explains its words',
    (__, step) => {
      const said = [step.text, 'after' in step ? step.after : []].flat().join(' ');
      expect(said.split(/\s+/).length).toBeLessThanOrEqual(120);
      expect(step.title.length).toBeLessThanOrEqual(48);
      expect(step.tab.length).toBeLessThanOrEqual(9);
      const terms = proseOf(step).flatMap((prose) =>
        readProse(prose).filter(({ voice }) => voice === 'term'),
      );
      expect(terms.filter(({ text }) => GLOSSARY[text] === undefined)).toEqual([]);
    },
  );

  const predictions = steps.filter((step): step is PredictStep => step.kind === 'predict');
  it.each(predictions.map((step) => [step.id, step] as const))(
    'what is asked at %s has one answer among several, and another under another guard',
    (__, step) => {
      const document = openStepBoard(lesson, step);
      const { options, answers } = answer(document, step.question);
      expect(options.length).toBeGreaterThan(1);
      expect(answers.filter((right) => !options.includes(right))).toEqual([]);
      expect(answers.length).toBeGreaterThan(0);
      const others = othersOf(step.question).map((question) => answer(document, question).answers);
      expect(others.some((other) => String(other) !== String(answers))).toBe(true);
    },
  );

  const scenes = steps.flatMap((step) =>
    step.kind === 'race' ? [[step.id, step.scene, step] as const] : [],
  );
  it.each(scenes)('the race at %s is told to its end and shows something', (__, scene, step) => {
    const document = openStepBoard(lesson, step);
    const told = tellOn(document, scene);
    expect(() => tellOn(document, { ...scene, order: [...scene.order, 0] })).toThrow();
    expect(() => tellOn(document, { ...scene, order: [...scene.order, 1] })).toThrow();
    expect(told.steps.some(({ verdict }) => verdict !== undefined && verdict !== 'safe')).toBe(true);
  });

  const changes = steps.filter((step): step is ChangeStep => step.kind === 'change');
  it.each(changes.map((step) => [step.id, step] as const))(
    'what is to be changed at %s is not so before, and is so afterwards',
    (__, step) => {
      const before = openStepBoard(lesson, step);
      const after = step.solution.edit(before);
      const facts = step.checks.map(({ fact }) => fact);
      expect(facts.every((fact) => judge(before, fact))).toBe(false);
      expect(facts.filter((fact) => !judge(after, fact))).toEqual([]);
      expect(compileDocument(after).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(step.solution.edit(after)).toBe(after);
    },
  );
});

describe('what is done on the log of a board', () => {
  const live = ALL_LESSONS.flatMap((lesson) =>
    lesson.steps.flatMap((step) =>
      step.kind === 'live' ? [[`${lesson.id} ${step.id}`, lesson, step] as const] : [],
    ),
  );

  it('is done in lessons 1, 2, 3, 6 and 7', () => {
    expect([...new Set(live.map(([, { id }]) => id))]).toEqual([
      'course-subscriptions',
      'library',
      'interest',
      'orders-seats-payment',
      'confirmation-mail',
    ]);
  });

  it.each(live)('%s names what is there, once everything is changed', (_, lesson, step) => {
    const before = openStepBoard(lesson, step);
    const edits = listEdits(step);
    const after = edits.reduce((document, edit) => edit(document), before);
    const { model, diagnostics } = compileDocument(after);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(edits.filter((edit) => JSON.stringify(edit(after)) !== JSON.stringify(after))).toEqual([]);
    for (const { fact } of step.checks) {
      if (fact.kind !== 'shows') continue;
      expect([fact.race, judge(after, fact)]).toEqual([fact.race, true]);
    }
    const { facts, deeds } = namesOf(step);
    for (const [section, name] of [...facts, ...deeds]) {
      // What is merged away is there at first, what is added only in the end.
      const isThere = [compileDocument(before).model, model].some((one) =>
        Object.hasOwn(one[section] ?? {}, name),
      );
      expect([section, name, isThere]).toEqual([section, name, true]);
    }
  });

  it.each(live)(
    '%s begins with events that can be given, and issues commands that can be run',
    (_, lesson, step) => {
      const model = compileDocument(openStepBoard(lesson, step));
      const given = step.given.map((event) => recordGiven(model, event));
      expect(given.filter((one) => 'message' in one)).toEqual([]);
      const commands = step.acts.flatMap(({ deeds }) =>
        deeds.flatMap((deed) => (deed.kind === 'issue' ? [deed.command] : [])),
      );
      expect(
        commands.map((command) => prepareCommand(model, command)).filter((one) => typeof one === 'string'),
      ).toEqual([]);
    },
  );

  it.each(live)(
    '%s never waits for a check that comes after what it waits for',
    (_, __, { acts, checks }) => {
      const places = acts.map(({ after }) => after);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places.every((after) => after < checks.length)).toBe(true);
      expect(new Set(acts.map(({ id }) => id)).size).toBe(acts.length);
      const acted = checks.flatMap(({ fact }) => (fact.kind === 'acted' ? [fact.act] : []));
      expect(acted.filter((act) => !acts.some(({ id }) => id === act))).toEqual([]);
    },
  );
});

it('every check begins unmet', () => {
  const met = ALL_LESSONS.flatMap((lesson) =>
    lesson.steps.flatMap((step) =>
      step.kind === 'change'
        ? step.checks.filter(({ fact }) => judge(openStepBoard(lesson, step), fact)).map(({ says }) => says)
        : [],
    ),
  );
  expect(met).toEqual([]);
});

it('what is prepared makes a difference, and leaves a model that runs', () => {
  for (const lesson of ALL_LESSONS) {
    for (const [name, { prepare }] of Object.entries(lesson.boards)) {
      const document = openLessonBoard(lesson, name);
      expect(prepare === undefined || prepare(document) === document).toBe(true);
      const { diagnostics } = compileDocument(document);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  }
});

it('without a reason to, no example on a lesson’s board is red', () => {
  const red = ALL_LESSONS.flatMap((lesson) =>
    Object.keys(lesson.boards).flatMap((name) =>
      runExamples(compileDocument(openLessonBoard(lesson, name)))
        .filter(({ passed }) => !passed)
        .map(() => `${lesson.id} ${name}`),
    ),
  );
  expect(red).toEqual(['course-subscriptions untagged', 'confirmation-mail main']);
});

/** Whether a step tells of what the engine finds out on the board as it was at the start. */
function isComputed({ kind }: LessonStep): boolean {
  return kind === 'predict' || kind === 'race' || kind === 'change';
}

/** What a step on the log does to the board. */
function listEdits(step: LessonStep) {
  if (step.kind !== 'live') return [];
  return step.acts.flatMap(({ deeds }) => deeds.flatMap((deed) => (deed.kind === 'edit' ? [deed.edit] : [])));
}

type Named = readonly (readonly ['events' | 'readModels' | 'externalSystems', string])[];

/** What the checks and deeds of a step on the log are about. */
function namesOf({ checks, acts, readModels, systems }: LiveStep): {
  readonly facts: Named;
  readonly deeds: Named;
} {
  const facts = checks.flatMap(({ fact }): Named => {
    if ('event' in fact) return [['events', fact.event]];
    if ('readModel' in fact) return [['readModels', fact.readModel]];
    return 'system' in fact ? [['externalSystems', fact.system]] : [];
  });
  const deeds = acts.flatMap(({ deeds }) =>
    deeds.flatMap((deed): Named => ('readModel' in deed ? [['readModels', deed.readModel]] : [])),
  );
  const watched: Named = [
    ...readModels.map((name) => ['readModels', name] as const),
    ...systems.map((name) => ['externalSystems', name] as const),
  ];
  return { facts: [...facts, ...watched], deeds };
}

function proseOf(step: LessonStep): readonly string[] {
  const places = step.kind === 'look' ? step.places.map(({ says }) => says) : [];
  const task =
    step.kind === 'change' ? [step.task, ...step.ways, ...step.checks.map(({ says }) => says)] : [];
  const home = step.kind === 'finish' ? step.home : [];
  const live = step.kind === 'live' ? step.checks.map(({ says }) => says) : [];
  return [...step.text, ...places, ...task, ...live, ...home, ...('after' in step ? step.after : [])];
}

/** What a step says in the model's voice. */
function wordsOf(step: LessonStep): readonly string[] {
  return proseOf(step).flatMap((prose) =>
    readProse(prose).flatMap(({ voice, text }) => (voice === 'model' ? [text] : [])),
  );
}

/** Whether a word of the model's is one: the name of something, or of a stream; a key, or what is to be typed. */
function isNamed(document: JsonObject, name: string): boolean {
  if (/^[A-Z]$/.test(name)) return true;
  const [aggregate = ''] = name.split('-');
  return (
    (['event', 'command', 'constraint', 'aggregate', 'readModel', 'tag'] as const).some(
      (kind) => findElement(document, `${kind}:${name}`) !== undefined,
    ) ||
    (name.includes('-') && findElement(document, `aggregate:${aggregate}`) !== undefined)
  );
}

interface Answered {
  readonly options: readonly string[];
  readonly answers: readonly string[];
}

function answer(document: JsonObject, question: Question): Answered {
  switch (question.kind) {
    case 'appends':
      return {
        options: ['through', 'stopped'],
        answers: [...findEndings(tellOn(document, question.scene)).values()],
      };
    case 'worst':
      return {
        options: question.options,
        answers: question.cases.map(({ race, strategy }) => {
          const exploration = exploreOn(document, race, strategy);
          // Where several of the options occur, which of them is worse would be a matter of taste.
          const found = findingsOf(exploration);
          const shown = question.options.filter(
            (option) => found.includes(option) && !isBehind(option, found),
          );
          expect([race, strategy, shown.length]).toEqual([race, strategy, 1]);
          return findWorst(exploration) ?? 'nothing';
        }),
      };
    case 'share': {
      const exploration = exploreOn(document, question.race, question.strategy);
      return { options: SHARES, answers: [findShare(exploration, question.finding)] };
    }
    case 'load': {
      const { times, lock } = answerBusy(loadOn(document, question), question);
      return { options: [...question.times.map(String), ...LOCKED], answers: [times, lock] };
    }
  }
}

/** Half a fact in the log is worse than any command that was stopped. */
function isBehind(option: FindingKey, found: readonly FindingKey[]): boolean {
  return option === 'conflict' && found.includes('partial');
}

/** The same question under every other strategy. */
function othersOf(question: Question): readonly Question[] {
  const simple = STRATEGY_IDS.filter((id) =>
    ['unguarded', 'log-version', 'stream-version', 'tag-condition'].includes(id),
  );
  switch (question.kind) {
    case 'appends':
      return simple.map(
        (strategy): Question => ({ ...question, scene: { ...question.scene, strategy } as Scene }),
      );
    case 'share':
      return simple.map((strategy): Question => ({ ...question, strategy }));
    case 'load':
      return [{ ...question, wide: question.narrow }];
    case 'worst':
      // Its cases are compared with each other.
      return question.cases.map((one): Question => ({ ...question, cases: [one] }));
  }
}

function judge(document: JsonObject, fact: Fact): boolean {
  const { model } = compileDocument(document);
  const raced = findRaceOf(fact);
  return judgeFact(fact, model, raced && exploreOn(document, raced.race, raced.strategy));
}

it('a fact about a race that is not known is not so', () => {
  const { model } = compileDocument(openLessonBoard(ALL_LESSONS[0] as Lesson));
  const fact: Fact = {
    kind: 'shows',
    race: 'The last seat',
    strategy: 'tag-condition',
    finding: 'missedConflict',
    isShown: false,
  };
  expect(judgeFact(fact, model, null)).toBe(false);
  expect(
    occurs(exploreOn(openLessonBoard(ALL_LESSONS[0] as Lesson), fact.race, fact.strategy), fact.finding),
  ).toBe(false);
});
