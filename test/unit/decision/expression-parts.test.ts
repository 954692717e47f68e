import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/decision/expression.ts';
import { type ExpressionParts, NO_PARTS } from '../../../src/decision/expression-parts.ts';
import { ScopeTypes } from '../../../src/decision/scope-types.ts';

const NAMES = ['taken', 'capacity', 'now', 'event', 'anything'];
const SCOPE = new ScopeTypes(NAMES.map((name) => [name, 'dyn']));

const partsOf = (source: string) => compileExpression(source, '/here', SCOPE).expression.parts;

describe('what an expression mentions', () => {
  it.each<[source: string, parts: Partial<ExpressionParts>]>([
    ['taken < capacity && taken > 0', { paths: ['taken', 'capacity'], numbers: [0], strings: [] }],
    ['event.courseId == "c1"', { paths: ['event.courseId'], numbers: [], strings: ['c1'] }],
    ['anything.a.b.c', { paths: ['anything.a'], numbers: [], strings: [] }],
    ['anything["a"][2]', { paths: ['anything'], numbers: [2], strings: ['a'] }],
    ['event.price > 2.5 ? 1 : 2', { paths: ['event.price'], numbers: [2.5, 1, 2], strings: [] }],
    ['event.courseId.size() + [1].size()', { paths: ['event.courseId'], numbers: [1], strings: [] }],
    ['{"key": taken}["key"]', { paths: ['taken'], numbers: [], strings: ['key'] }],
    ['has(event.at)', { paths: ['event.at'], numbers: [], strings: [] }],
    [
      'timestamp("2000-01-01T00:00:00Z") < now',
      { paths: ['now'], numbers: [], strings: ['2000-01-01T00:00:00Z'] },
    ],
    ['true', { paths: [], numbers: [], strings: [] }],
  ])('is each name and constant once: %s', (source, parts) => {
    expect(partsOf(source)).toMatchObject(parts);
  });

  it('is nothing where the expression is broken', () => {
    expect(partsOf('takne < 3')).toEqual(NO_PARTS);
  });
});

describe('what the result of an expression can hold', () => {
  it.each<[source: string, carried: readonly string[]]>([
    ['event.courseId', ['event.courseId']],
    ['event.courseId + "-" + event.student', ['event.courseId', 'event.student']],
    ['[event.old, event.new]', ['event.old', 'event.new']],
    ['{"id": event.courseId}', ['event.courseId']],
    ['string(event.courseId)', ['event.courseId']],
    ['taken < capacity ? event.a : event.b', ['event.a', 'event.b']],
    ['taken < capacity', []],
    ['event.courseId == "c1"', []],
    ['!event.open', []],
    ['"c1"', []],
  ])('is not what is only compared, or tested: %s', (source, carried) => {
    expect(partsOf(source).carried).toEqual(carried);
  });
});
