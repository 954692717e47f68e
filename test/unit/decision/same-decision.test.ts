import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { isSameDecision, keyOfDecision } from '../../../src/decision/same-decision.ts';
import { accepted, fact, rejected } from '../../helpers/given-when-then.ts';

const said = (data = {}, tags: readonly string[] = []) => fact('Said', data, tags);
const failed = (at: string, message = 'no'): Decision => ({
  kind: 'error',
  failure: { at, expression: 'x', message },
});

const SAME: readonly [what: string, one: Decision, other: Decision][] = [
  ['accepted with equal events', accepted(said({ a: 1 })), accepted(said({ a: 1 }))],
  ['accepted without events', accepted(), accepted()],
  [
    'equal data in another order',
    accepted(said({ a: 1, b: { c: 2, d: 3 } })),
    accepted(said({ b: { d: 3, c: 2 }, a: 1 })),
  ],
  ['equal tags in another order', accepted(said({}, ['a:1', 'b:1'])), accepted(said({}, ['b:1', 'a:1']))],
  ['rejected by other constraints', rejected('A'), rejected('B', 'C')],
  ['errors in other places', failed('/a'), failed('/b', 'other')],
];

const OTHER: readonly [what: string, one: Decision, other: Decision][] = [
  ['another type', accepted(said()), accepted(fact('Shouted'))],
  ['other data', accepted(said({ a: 1 })), accepted(said({ a: 2 }))],
  ['a number and its text', accepted(said({ a: 1 })), accepted(said({ a: '1' }))],
  ['a field that is null and one that is missing', accepted(said({ a: null })), accepted(said())],
  ['lists in another order', accepted(said({ a: [1, 2] })), accepted(said({ a: [2, 1] }))],
  ['other tags', accepted(said({}, ['a:1'])), accepted(said({}, ['a:2']))],
  ['one event more', accepted(said()), accepted(said(), said())],
  ['the same events in another order', accepted(said(), fact('Shouted')), accepted(fact('Shouted'), said())],
  ['accepted without events and rejected', accepted(), rejected('A')],
  ['accepted without events and an error', accepted(), failed('/a')],
  ['rejected and an error', rejected('A'), failed('/a')],
];

describe('two decisions', () => {
  it.each(SAME)('D8 are the same: %s', (_, one, other) => {
    expect(isSameDecision(one, other)).toBe(true);
  });

  it.each(OTHER)('D8 are not the same: %s', (_, one, other) => {
    expect(isSameDecision(one, other)).toBe(false);
    expect(isSameDecision(other, one)).toBe(false);
  });

  it('D8 are the same exactly when their keys are equal', () => {
    const decisions = [...SAME, ...OTHER].flatMap(([, one, other]) => [one, other]);
    for (const one of decisions) {
      for (const other of decisions) {
        expect(keyOfDecision(one) === keyOfDecision(other)).toBe(isSameDecision(one, other));
      }
    }
  });
});
