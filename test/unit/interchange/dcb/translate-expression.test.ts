import { evaluate } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { named } from '../../../../src/interchange/dcb/cel.ts';
import { negateCel } from '../../../../src/interchange/dcb/negate-cel.ts';
import { printCel } from '../../../../src/interchange/dcb/print-cel.ts';
import type { Binding, JavaScriptScope } from '../../../../src/interchange/dcb/scope.ts';
import { DYN, type Shape } from '../../../../src/interchange/dcb/shape.ts';
import {
  type Translation,
  translateCondition,
  translateValue,
} from '../../../../src/interchange/dcb/translate-expression.ts';

const shapes: { readonly [name: string]: Shape } = {
  on: { kind: 'bool' },
  off: { kind: 'bool' },
  n: { kind: 'int' },
  m: { kind: 'int' },
  price: { kind: 'double' },
  word: { kind: 'string' },
  items: { kind: 'list', element: { kind: 'int' } },
  any: DYN,
  box: {
    kind: 'map',
    fields: new Map([
      ['lid', { kind: 'bool' }],
      ['size', { kind: 'int' }],
    ]),
  },
  maybe: {
    kind: 'map',
    nullable: true,
    fields: new Map([
      ['lid', { kind: 'bool' }],
      ['size', { kind: 'int' }],
    ]),
  },
};
const scope: JavaScriptScope = {
  names: new Map(
    Object.entries(shapes).map(([name, shape]): [string, Binding] => [name, { cel: named(name), shape }]),
  ),
};

const say = (translation: Translation) =>
  translation.ok ? printCel(translation.cel) : `untranslatable: ${translation.reason}`;
const value = (source: string) => say(translateValue(source, scope));
const condition = (source: string) => say(translateCondition(source, scope));
const opposite = (source: string) => {
  const translation = translateCondition(source, scope);
  return translation.ok ? printCel(negateCel(translation.cel)) : translation.reason;
};

describe('values', () => {
  it.each([
    ['true', 'true'],
    ['null', 'null'],
    ['undefined', 'null'],
    ["'it\\'s'", '"it\'s"'],
    ['1e3', '1000'],
    ['-4', '-4'],
    ['1.50', '1.5'],
    ['n + m * 2', 'n + m * 2'],
    ['(n + m) * 2', '(n + m) * 2'],
    ['n - (m - 1)', 'n - (m - 1)'],
    ['n - -1', 'n - -1'],
    ['n + price', 'double(n) + price'],
    ['price * 2', 'price * 2.0'],
    ['n / 2', 'double(n) / 2.0'],
    ['"no. " + n', '"no. " + string(n)'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the JavaScript under translation.
    ['`no. ${n}!`', '"no. " + string(n) + "!"'],
    ['`plain`', '"plain"'],
    ['n === 3', 'n == 3'],
    ['n !== m', 'n != m'],
    ['price === n', 'price == double(n)'],
    ['word === n', 'dyn(word) == n'],
    ['n == null', 'dyn(n) == null'],
    ['on ? n : m', 'on ? n : m'],
    ['on ? n : null', 'on ? n : dyn(null)'],
    ['on ? word : n', 'on ? dyn(word) : n'],
    ['items.includes(n + 1)', 'n + 1 in items'],
    ['word.includes("x")', 'word.contains("x")'],
    ['items.length', 'size(items)'],
    ['items[0]', 'items[0]'],
    ['box["in"]', 'box["in"]'],
    ['box["lid"]', 'box.lid'],
    ['[1, ...items, 2]', '[1] + items + [2]'],
    ['[]', '[]'],
    ['({a: n, b: [word]})', '{"a": n, "b": [word]}'],
    ['{a: 1}', '{"a": 1}'],
    ['({...box, lid: true})', '{"size": box.size, "lid": true}'],
    [
      '({...maybe, lid: true})',
      'maybe == null ? {"size": null, "lid": true} : {"size": maybe.size, "lid": true}',
    ],
    ['maybe?.size', 'maybe != null && has(maybe.size) ? maybe.size : dyn(null)'],
    ['maybe?.size ?? 0', 'maybe != null && has(maybe.size) && dyn(maybe.size) != null ? maybe.size : 0'],
    ['word || "none"', 'word != "" ? word : "none"'],
    ['on && off', 'on && off'],
  ])('%s is %s', (source, expected) => {
    expect(value(source)).toBe(expected);
  });

  it.each([
    ['f(1)', 'of all function calls only'],
    ['n = 1', 'AssignmentExpression'],
    ['() => 1', 'ArrowFunctionExpression'],
    ['new Date()', 'NewExpression'],
    ['n & 1', '"&" has no counterpart'],
    ['n == "3"', 'converts types'],
    ['price % 2', 'whole numbers only'],
    ['/x/', 'literal'],
    ['nobody', '"nobody" is not known here'],
    ['n +', 'no JavaScript expression'],
    ['n) + (m', 'not one JavaScript expression'],
    ['n; m', 'no JavaScript expression'],
    ['({...any})', 'cannot merge maps'],
    ['({["a" + n]: 1})', '"key: value"'],
    ['({__proto__: box})', '__proto__'],
    ['[1,,2]', 'without a value'],
  ])('%s is refused: %s', (source, reason) => {
    expect(value(source)).toContain(reason);
  });

  it.each([
    ['parentheses', `${'('.repeat(1900)}1${')'.repeat(1900)}`, 'nested too deeply'],
    ['negations', `${'!'.repeat(3000)}on`, 'nested too deeply'],
    ['alternatives', `(${Array(35).fill('n').join(' || ')}) === 1`, 'too long in CEL'],
    ['optional members', `any${'?.a'.repeat(900)}`, 'too many'],
    ['letters', 'x'.repeat(5000), 'longer than 4000'],
  ])('too many %s are refused', (_, source, reason) => {
    expect(value(source)).toContain(reason);
    expect(condition(source)).toContain(reason);
  });

  it('says where in the expression the trouble is', () => {
    expect(translateValue('n + f(1)', scope)).toMatchObject({ ok: false, start: 4, end: 8 });
  });
});

type Sample = { readonly source: string; readonly result: number | boolean };

const { number, truth } = fc.letrec<{ number: Sample; truth: Sample }>((tie) => {
  const pair = (of: 'number' | 'truth') => fc.tuple(tie(of), tie(of));
  const combine = (
    of: 'number' | 'truth',
    operator: string,
    compute: (a: number, b: number) => number | boolean,
  ) =>
    pair(of).map(([a, b]) => ({
      source: `(${a.source}) ${operator} (${b.source})`,
      result: compute(Number(a.result), Number(b.result)),
    }));
  return {
    number: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: -9, max: 9 }).map((n) => ({ source: String(n), result: n })),
      combine('number', '+', (a, b) => a + b),
      combine('number', '-', (a, b) => a - b),
      combine('number', '*', (a, b) => a * b),
      fc.tuple(tie('truth'), tie('number'), tie('number')).map(([test, yes, no]) => ({
        source: `${test.source} ? ${yes.source} : ${no.source}`,
        result: test.result ? yes.result : no.result,
      })),
    ),
    truth: fc.oneof(
      { maxDepth: 4 },
      fc.boolean().map((value) => ({ source: String(value), result: value })),
      combine('number', '<', (a, b) => a < b),
      combine('number', '>=', (a, b) => a >= b),
      combine('number', '===', (a, b) => a === b),
      combine('truth', '&&', (a, b) => a === 1 && b === 1),
      combine('truth', '||', (a, b) => a === 1 || b === 1),
      tie('truth').map(({ source, result }) => ({ source: `!(${source})`, result: !result })),
    ),
  };
});

describe('random expressions', () => {
  it('give in CEL what they give in JavaScript', () => {
    fc.assert(
      fc.property(number, ({ source, result }) => {
        expect([source, Number(evaluate(value(source)))]).toEqual([source, Number(result) + 0]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('are turned into their opposite', () => {
    fc.assert(
      fc.property(truth, ({ source, result }) => {
        expect([source, evaluate(condition(source)), evaluate(opposite(source))]).toEqual([
          source,
          result,
          !result,
        ]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('conditions', () => {
  it.each([
    ['on', 'on'],
    ['!on', '!on'],
    ['!!on', 'on'],
    ['n', 'n != 0'],
    ['word', 'word != ""'],
    ['maybe', 'maybe != null'],
    ['!maybe', 'maybe == null'],
    ['!(n >= m)', '!(n >= m)'],
    ['on && (off || n > 1)', 'on && (off || n > 1)'],
    ['maybe?.lid', 'maybe != null && has(maybe.lid) && maybe.lid'],
    ['!maybe?.lid', '!(maybe != null && has(maybe.lid) && maybe.lid)'],
    ['null', 'false'],
  ])('%s asks for %s', (source, expected) => {
    expect(condition(source)).toBe(expected);
  });

  it.each([
    ['n >= m', 'n < m'],
    ['n < m', 'n >= m'],
    ['n <= m', 'n > m'],
    ['n > m', 'n <= m'],
    ['n === m', 'n != m'],
    ['n !== m', 'n == m'],
    ['!on', 'on'],
    ['on', '!on'],
    ['!maybe', 'maybe != null'],
    ['n !== m && !items.includes(n)', 'n == m || n in items'],
    ['on || off', '!(on || off)'],
    ['items.includes(n)', '!(n in items)'],
    ['true', 'false'],
  ])('the opposite of %s is %s', (source, expected) => {
    expect(opposite(source)).toBe(expected);
  });
});
