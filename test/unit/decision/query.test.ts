import { describe, expect, it } from 'vitest';
import { matchesItem, matchesQuery, type QueryItem, unionOf } from '../../../src/decision/query.ts';

const item = (types: readonly string[], tags: readonly string[] = []): QueryItem => ({ types, tags });
const happened = (type: string, ...tags: string[]) => ({ type, tags });

describe('an item', () => {
  it.each<[what: string, matches: boolean, item: QueryItem]>([
    ['one of its types', true, item(['B', 'A'])],
    ['none of its types', false, item(['B'])],
    ['all of its tags', true, item(['A'], ['x:1', 'y:1'])],
    ['more than its tags', true, item(['A'], ['y:1'])],
    ['one of its two tags only', false, item(['A'], ['x:1', 'z:1'])],
    ['another value of its tag', false, item(['A'], ['x:2'])],
    ['its tags, but none of its types', false, item(['B'], ['x:1'])],
  ])('D2 that an event with %s meets matches: %s', (_, matches, candidate) => {
    expect(matchesItem(candidate, happened('A', 'x:1', 'y:1'))).toBe(matches);
  });

  it('matches any type when it names none, as in DCB', () => {
    expect(matchesItem(item([], ['x:1']), happened('A', 'x:1'))).toBe(true);
    expect(matchesItem(item([], ['x:2']), happened('A', 'x:1'))).toBe(false);
  });

  it('D2 without tags matches every event of its types', () => {
    expect(matchesItem(item(['A']), happened('A'))).toBe(true);
  });
});

describe('a query', () => {
  const query = unionOf([item(['A'], ['x:1']), item(['B'])]);

  it.each([
    [happened('A', 'x:1'), true],
    [happened('B', 'x:2'), true],
    [happened('A', 'x:2'), false],
  ])('B1 matches an event that any of its items matches: %j %s', (event, matches) => {
    expect(matchesQuery(query, event)).toBe(matches);
  });

  it('B1 of no items matches nothing', () => {
    expect(matchesQuery(unionOf([]), happened('A', 'x:1'))).toBe(false);
  });

  it('B1 leaves out a projection that reads no types', () => {
    expect(unionOf([item([], ['x:1']), item(['A'], ['x:1'])]).items).toEqual([item(['A'], ['x:1'])]);
    expect(unionOf([item([], ['x:1'])]).items).toEqual([]);
  });

  it('B1 holds equal items once, however their tags are ordered', () => {
    expect(unionOf([item(['A'], ['x:1', 'y:1']), item(['A'], ['y:1', 'x:1'])]).items).toEqual([
      item(['A'], ['x:1', 'y:1']),
    ]);
  });

  it('B1 joins the types of items with equal tags', () => {
    expect(unionOf([item(['B'], ['x:1']), item(['A', 'B'], ['x:1'])]).items).toEqual([
      item(['A', 'B'], ['x:1']),
    ]);
  });

  it('B1 keeps items apart whose tags differ, also where one has more', () => {
    expect(unionOf([item(['A'], ['x:1']), item(['A'], ['x:1', 'y:1']), item(['A'])]).items).toHaveLength(3);
  });

  it('B1 is one value, in whatever order it is put together', () => {
    const items = [item(['B', 'A'], ['y:1']), item(['A'], ['x:1']), item(['C']), item(['A'], ['y:1', 'x:1'])];
    expect(unionOf([...items].reverse())).toEqual(unionOf(items));
    expect(JSON.stringify(unionOf([...items].reverse()))).toBe(JSON.stringify(unionOf(items)));
  });

  it('B1 tells tags apart that look alike when they are joined', () => {
    expect(unionOf([item(['A'], ['x:1,y:1']), item(['A'], ['x:1', 'y:1'])]).items).toHaveLength(2);
  });

  it('B1 leaves the items it is made of as they are', () => {
    const tags = Object.freeze(['y:1', 'x:1']);
    unionOf([Object.freeze(item(Object.freeze(['B', 'A']), tags))]);
    expect(tags).toEqual(['y:1', 'x:1']);
  });
});
