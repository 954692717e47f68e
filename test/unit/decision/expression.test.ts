import { describe, expect, it } from 'vitest';
import { fieldsToCel, toCel } from '../../../src/decision/cel-value.ts';
import { compileExpression, ExpressionError } from '../../../src/decision/expression.ts';
import { ScopeTypes } from '../../../src/decision/scope-types.ts';
import { readFieldTypes } from '../../../src/model/field-type.ts';

const FIELDS = readFieldTypes({ courseId: 'string', price: 'double', at: 'timestamp', wait: 'duration' });
const SCOPE = new ScopeTypes([
  ['taken', 'int'],
  ['capacity', 'int'],
  ['price', 'double'],
  ['now', 'google.protobuf.Timestamp'],
  ['anything', 'dyn'],
  [
    'event',
    new Map([
      ['courseId', 'string'],
      ['price', 'double'],
      ['at', 'google.protobuf.Timestamp'],
      ['wait', 'google.protobuf.Duration'],
    ]),
  ],
]);
const VALUES = {
  taken: 1n,
  capacity: 2n,
  price: 3.5,
  now: new Date('2000-01-01T00:00:00Z'),
  anything: toCel({ whole: 1, broken: 1.5 }),
  event: fieldsToCel({ courseId: 'c1', price: 3, at: '2000-01-01T00:00:00Z', wait: '90m' }, FIELDS),
};

const compile = (source: string) => compileExpression(source, '/here', SCOPE);
const evaluate = (source: string, values = VALUES) => compile(source).expression.evaluate(values);

/** The part of an expression that its one diagnostic is about, with code and message. */
function findFault(source: string) {
  const [diagnostic, ...others] = compile(source).diagnostics;
  expect(others).toEqual([]);
  const { range } = diagnostic ?? {};
  return {
    code: diagnostic?.code,
    message: diagnostic?.message,
    word: range ? source.slice(range.start, range.end) : null,
  };
}

describe('the static check', () => {
  it.each<[source: string, code: string, word: string | null, message: string]>([
    ['takne < capacity', 'cel-unknown-name', 'takne', '"takne" is not known here: did you mean "taken"?'],
    ['1 + Taken', 'cel-unknown-name', 'Taken', '"Taken" is not known here: did you mean "taken"?'],
    [
      'elsewhere',
      'cel-unknown-name',
      'elsewhere',
      '"elsewhere" is not known here: here one can use taken, capacity, price, now, anything, event.',
    ],
    [
      'event.courseID == ""',
      'cel-unknown-field',
      'courseID',
      '"event" has no "courseID": did you mean "courseId"?',
    ],
    [
      'event.elsewhere',
      'cel-unknown-field',
      'elsewhere',
      '"event" has no "elsewhere": it has courseId, price, at, wait.',
    ],
    [
      'taken + price',
      'cel-type',
      'taken + price',
      'No such overload: int + double: convert one side with double(…) or int(…) in "taken + price".',
    ],
    [
      'price * taken',
      'cel-type',
      'price * taken',
      'No such overload: double * int: convert one side with double(…) or int(…) in "price * taken".',
    ],
    ['now + 1', 'cel-type', 'now + 1', 'No such overload: timestamp + int in "now + 1".'],
    ['"a" == 1', 'cel-type', '"a" == 1', 'No such overload: string == int in ""a" == 1".'],
    [
      'taken && true',
      'cel-type',
      'taken && true',
      'Logical operator requires bool operands, got \'int\' in "taken && true".',
    ],
    ['taken.x', 'cel-type', 'x', 'Cannot index type \'int\' in "x".'],
    ['1 +', 'cel-syntax', '', 'Unexpected token: EOF in "1 +".'],
    ['taken = 1', 'cel-syntax', '=', 'Unexpected character: = in "taken = 1".'],
    ['', 'cel-syntax', null, 'The expression is empty: write a CEL expression.'],
    [' \n ', 'cel-syntax', null, 'The expression is empty: write a CEL expression.'],
  ])('says what is wrong with %j, and where', (source, code, word, message) => {
    expect(findFault(source)).toEqual({ code, word, message });
  });

  it('puts every finding at the place of the expression, as an error', () => {
    expect(compile('takne').diagnostics).toMatchObject([
      { at: '/here', severity: 'error', range: { start: 0, end: 5 } },
    ]);
  });

  it('names at most eight of the names that can be used', () => {
    const many = new ScopeTypes('abcdefghij'.split('').map((name) => [name.repeat(9), 'int']));
    const [diagnostic] = compileExpression('elsewhere', '/here', many).diagnostics;
    expect(diagnostic?.message).toMatch(/hhhhhhhhh …\.$/);
  });

  it('says that there is nothing to use where there is nothing', () => {
    const [diagnostic] = compileExpression('elsewhere', '/here', new ScopeTypes([])).diagnostics;
    expect(diagnostic?.message).toBe('"elsewhere" is not known here: here one can use nothing.');
  });

  it.each([
    ['taken + 1', 'int'],
    ['taken < capacity', 'bool'],
    ['taken < price', 'bool'],
    ['double(taken) + price', 'double'],
    ['event.courseId + "x"', 'string'],
    ['now + duration("1h")', 'google.protobuf.Timestamp'],
    ['[taken]', 'list<int>'],
    ['anything.what.ever', 'dyn'],
  ])('gives the type of %s as %s', (source, type) => {
    const { expression, diagnostics } = compile(source);
    expect([diagnostics, expression.type]).toEqual([[], type]);
  });
});

describe('limits', () => {
  it.each([
    [
      'more than 4000 characters',
      `"${'x'.repeat(3999)}"`,
      'The expression has 4001 characters; at most 4000 are allowed: split it into projections.',
    ],
    ['more than 1000 parts', Array.from({ length: 600 }, () => '1').join('+'), 'Exceeded maxAstNodes (1000)'],
    ['more than 50 levels', `${'('.repeat(60)}1${')'.repeat(60)}`, 'Exceeded maxDepth (50)'],
    [
      'more than 200 elements',
      `[${Array.from({ length: 201 }, () => '1').join()}]`,
      'Exceeded maxListElements (200)',
    ],
  ])('refuse %s', (_, source, message) => {
    const fault = findFault(source);
    expect(fault.code).toBe('cel-too-large');
    expect(fault.message).toContain(message);
  });

  it.each([
    ['4000 characters', `"${'x'.repeat(3998)}"`],
    ['many parts', Array.from({ length: 400 }, () => '1').join('+')],
    ['40 levels', `${'('.repeat(40)}1${')'.repeat(40)}`],
    ['200 elements', `[${Array.from({ length: 200 }, () => '1').join()}]`],
    ['a long row of signs', `${'!'.repeat(900)}true`],
  ])('let %s through, and they can be run', (_, source) => {
    expect(compile(source).diagnostics).toEqual([]);
    expect(() => evaluate(source)).not.toThrow();
  });

  it('shorten a long expression when they quote it', () => {
    const { message = '' } = findFault(`${'('.repeat(60)}1${')'.repeat(60)}`);
    expect(message.length).toBeLessThan(100);
  });
});

describe('values', () => {
  it.each<[source: string, value: unknown]>([
    ['taken + 1', 2n],
    ['event.price', 3],
    ['event.price / 2.0', 1.5],
    ['event.price + price', 6.5],
    ['event.at == now', true],
    ['event.at + event.wait', new Date('2000-01-01T01:30:00Z')],
    ['now - duration("1h")', new Date('1999-12-31T23:00:00Z')],
    ['now.getHours()', 0n],
    ['timestamp("2000-01-01T02:00:00+02:00") == now', true],
    ['event.wait > duration("1h")', true],
    ['9007199254740993 + 1', 9007199254740994n],
    ['7 / 2', 3n],
    ['has(anything.other)', false],
    ['[1, 2, 3].filter(n, n > taken).map(n, n * 10)', [20n, 30n]],
    ['taken == 1 ? "one" : "more"', 'one'],
  ])('%s is %s', (source, value) => {
    expect(evaluate(source)).toEqual(value);
  });
});

describe('an expression that fails', () => {
  it.each([
    ['1 / (taken - 1)', 'Division by zero'],
    ['taken % (taken - 1)', 'Modulo by zero'],
    ['9223372036854775807 + taken', 'Integer overflow: 9223372036854775808'],
    ['anything.other', 'No such key: other'],
    ['anything.whole.deeper', 'No such key: deeper'],
    ['anything.__proto__', 'No such key: __proto__'],
    ['anything.constructor', 'No such key: constructor'],
    ['int(event.courseId)', 'Int() type error: cannot convert to int'],
  ])('D7 %s says why', (source, message) => {
    const { expression } = compile(source);
    expect(() => expression.evaluate(VALUES)).toThrow(ExpressionError);
    expect(() => expression.evaluate(VALUES)).toThrow(message);
  });

  it('D7 holds its place, its text and the reason', () => {
    const failure = { at: '/here', expression: '1 / 0', message: 'Division by zero' };
    expect(() => evaluate('1 / 0')).toThrow(expect.objectContaining({ failure }));
  });

  it('D7 fails each time with its diagnostic, when it is broken', () => {
    const { expression, diagnostics } = compile('takne');
    const [diagnostic] = diagnostics;
    expect(() => expression.evaluate(VALUES)).toThrow(diagnostic?.message);
    expect(() => expression.evaluate({ takne: 1n })).toThrow(diagnostic?.message);
  });

  it('D7 fails when a name it uses has no value', () => {
    expect(() => evaluate('taken + 1', { ...VALUES, taken: undefined as unknown as bigint })).toThrow(
      ExpressionError,
    );
  });
});

describe('an expression that is compiled once', () => {
  it('gives the same for the same values, and for others what they make it', () => {
    const { expression } = compile('taken < capacity');
    const results = [1n, 2n, 1n, 3n, 1n].map((taken) => expression.evaluate({ ...VALUES, taken }));
    expect(results).toEqual([true, false, true, false, true]);
  });

  it('works again after it failed', () => {
    const { expression } = compile('6 / taken');
    expect(() => expression.evaluate({ ...VALUES, taken: 0n })).toThrow('Division by zero');
    expect(expression.evaluate({ ...VALUES, taken: 2n })).toBe(3n);
  });

  it('gives the same as one compiled for every use', () => {
    const { expression } = compile('anything.whole + taken');
    for (const taken of [0n, 5n, -1n]) {
      const values = { ...VALUES, taken };
      expect(expression.evaluate(values)).toBe(compile(expression.source).expression.evaluate(values));
    }
  });
});

describe('one thing or null', () => {
  it.each<[courseId: string, value: string | null]>([
    ['', null],
    ['c1', 'c1'],
  ])('is a value or none: %j', (courseId, value) => {
    const values = { ...VALUES, event: fieldsToCel({ courseId }, FIELDS) };
    expect(evaluate('event.courseId == "" ? null : event.courseId', values)).toBe(value);
  });

  it('is a text of the expression or none', () => {
    expect(compile('taken > 0 ? "yes" : null').diagnostics).toEqual([]);
    expect(evaluate('taken > 0 ? "yes" : null')).toBe('yes');
  });

  it('does not hide what else is wrong', () => {
    expect(findFault('(taken > 0 ? price : null) == takne').code).toBe('cel-unknown-name');
  });
});
