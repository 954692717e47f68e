// biome-ignore-all lint/suspicious/noThenProperty: given / when / then are the format's words, and nothing awaits them.

import { describe, expect, it } from 'vitest';
import { runExample, runExamples, sayDecision } from '../../../src/decision/run-examples.ts';
import type { Example } from '../../../src/model/schema.ts';
import { enrolment } from '../../helpers/enrolment.ts';
import { accepted, command, compileSections, event, fact, rejected } from '../../helpers/given-when-then.ts';

const model = compileSections({
  ...enrolment,
  commands: {
    ...enrolment.commands,
    Nothing: {},
    Wrong: { emits: [{ event: 'CourseDefined', data: { capacity: '1 / 0' } }] },
  },
});

const subscribe = command('Subscribe', { student: 's1', course: 'c1' });
const defined = (capacity: number) => event('CourseDefined', { course: 'c1', capacity });
const subscribed = { event: 'StudentSubscribed', data: { course: 'c1', student: 's1' } };
const FULL = 'CourseHasFreeSeat';

const run = (example: Omit<Example, 'name'>) => runExample(model, { name: 'Example', ...example } as Example);
const nothing = command('Nothing');
const wrong = command('Wrong');

describe('an example', () => {
  it.each<[what: string, example: Omit<Example, 'name'>]>([
    ['the events it expects', { given: [defined(1)], when: subscribe, then: { events: [subscribed] } }],
    ['no events, as it expects', { when: nothing, then: { events: [] } }],
    ['the rejection it expects', { given: [defined(0)], when: subscribe, then: { rejected: [FULL] } }],
    ['a rejection by more than it names', { given: [defined(0)], when: subscribe, then: { rejected: [] } }],
    ['the error it expects', { when: wrong, then: { error: true } }],
  ])('passes with %s', (_, example) => {
    expect(run(example)).toMatchObject({ name: 'Example', passed: true });
  });

  it.each<[problem: string, example: Omit<Example, 'name'>]>([
    [
      'Expected StudentSubscribed {"course":"c1","student":"s2"}, but got StudentSubscribed {"student":"s1","course":"c1"}',
      {
        given: [defined(1)],
        when: subscribe,
        then: { events: [{ ...subscribed, data: { course: 'c1', student: 's2' } }] },
      },
    ],
    [
      'Expected CourseDefined {}, but got StudentSubscribed {"student":"s1","course":"c1"}',
      { given: [defined(1)], when: subscribe, then: { events: [{ event: 'CourseDefined' }] } },
    ],
    [
      'Expected no events, but got StudentSubscribed {"student":"s1","course":"c1"}',
      { given: [defined(1)], when: subscribe, then: { events: [] } },
    ],
    [
      'Expected StudentSubscribed {"course":"c1","student":"s1"}, but got no events',
      { when: nothing, then: { events: [subscribed] } },
    ],
    [
      'Expected no events, but it was rejected by CourseHasFreeSeat',
      { given: [defined(0)], when: subscribe, then: { events: [] } },
    ],
    [
      'Expected no events, but it was an error in "1 / 0" (/commands/Wrong/emits/0/data/capacity): Division by zero',
      { when: wrong, then: { events: [] } },
    ],
    [
      'Expected a rejection by CourseHasFreeSeat, StudentHasFreeSlot, but it was rejected by CourseHasFreeSeat',
      { given: [defined(0)], when: subscribe, then: { rejected: [FULL, 'StudentHasFreeSlot'] } },
    ],
    [
      'Expected a rejection by CourseHasFreeSeat, but it was accepted with no events',
      { when: nothing, then: { rejected: [FULL] } },
    ],
    ['Expected an error, but it was accepted with no events', { when: nothing, then: { error: true } }],
    ['It has no "when": say which command is run', { then: { error: true } }],
    ['It has no "then": say what is expected', { when: nothing }],
    ['There is no command "Never"', { when: command('Never'), then: { error: true } }],
    [
      'Nothing: "noon" is not a time such as "2000-01-01T00:00:00Z"',
      { when: command('Nothing', {}, 'noon'), then: { error: true } },
    ],
    [
      'Given event 2, CourseDefined: "noon" is not a time such as "2000-01-01T00:00:00Z"',
      { given: [defined(1), event('CourseDefined', {}, 'noon')], when: nothing, then: { error: true } },
    ],
    [
      'Given event 1, CourseDefined: No such key: course',
      { given: [event('CourseDefined')], when: nothing, then: { events: [] } },
    ],
  ])('fails: %s', (problem, example) => {
    expect(run(example)).toMatchObject({ passed: false, problem });
  });

  it('D9 runs at 2000 unless its command says when', () => {
    const clock = compileSections({
      events: { Noted: { fields: { at: 'timestamp' } } },
      commands: { Note: { emits: [{ event: 'Noted', data: { at: 'now' } }] } },
    });
    const noted = (at: string) => ({ events: [{ event: 'Noted', data: { at } }] });
    const own = '2020-01-01T00:00:00Z';
    expect(
      runExample(clock, { name: 'a', when: command('Note'), then: noted('2000-01-01T00:00:00Z') }).passed,
    ).toBe(true);
    expect(runExample(clock, { name: 'b', when: command('Note', {}, own), then: noted(own) }).passed).toBe(
      true,
    );
  });

  it('shows the decision, where there is one', () => {
    expect(run({ when: nothing }).decision).toEqual(accepted());
    expect(run({})).not.toHaveProperty('decision');
  });
});

describe('the examples of a model', () => {
  it('are run in order, those that fail do not keep others from running', () => {
    const examples: Example[] = [
      { name: 'one', when: nothing, then: { error: true } },
      { name: 'two' },
      { name: 'three', when: nothing, then: { events: [] } },
    ];
    const results = runExamples(compileSections({ commands: { Nothing: {} }, examples }));
    expect(results.map(({ name, passed }) => [name, passed])).toEqual([
      ['one', false],
      ['two', false],
      ['three', true],
    ]);
  });

  it('are none where a model has none', () => {
    expect(runExamples(compileSections({}))).toEqual([]);
  });
});

describe('a decision in words', () => {
  it.each([
    [accepted(fact('A', { x: 1 }), fact('B')), 'accepted with A {"x":1}, B {}'],
    [accepted(), 'accepted with no events'],
    [rejected('A', 'B'), 'rejected by A, B'],
  ])('%j', (decision, words) => {
    expect(sayDecision(decision)).toBe(words);
  });
});
