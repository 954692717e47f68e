import { describe, expect, it } from 'vitest';
import { addressOf, parseRoute } from '../../../src/app/routes.ts';

describe('The address', () => {
  it.each([
    ['', { kind: 'home' }],
    ['#', { kind: 'home' }],
    ['#/', { kind: 'home' }],
    ['#/nowhere', { kind: 'home' }],
    ['#/boards', { kind: 'boards' }],
    ['#/board/', { kind: 'home' }],
    ['#/board/a/b', { kind: 'home' }],
    ['#/board/0c-1_x', { kind: 'board', id: '0c-1_x' }],
    ['#/m/abc', { kind: 'link', fragment: '#/m/abc' }],
    ['#/m/', { kind: 'link', fragment: '#/m/' }],
  ])('%s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('of a board leads to it', () => {
    expect(parseRoute(addressOf('5f-0a'))).toEqual({ kind: 'board', id: '5f-0a' });
  });
});
