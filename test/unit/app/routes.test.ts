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
    ['#/board/0c-1_x', { kind: 'board', id: '0c-1_x', view: '' }],
    ['#/board/0c?step=1&race=2.a', { kind: 'board', id: '0c', view: 'step=1&race=2.a' }],
    ['#/board/0c?a?b', { kind: 'board', id: '0c', view: 'a?b' }],
    ['#/board/?step=1', { kind: 'home' }],
    ['#/m/abc', { kind: 'link', fragment: '#/m/abc', view: '' }],
    ['#/m/abc?step=1', { kind: 'link', fragment: '#/m/abc', view: 'step=1' }],
    ['#/m/', { kind: 'link', fragment: '#/m/', view: '' }],
  ])('%s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('of a board leads to it', () => {
    expect(parseRoute(addressOf('5f-0a'))).toEqual({ kind: 'board', id: '5f-0a', view: '' });
    expect(parseRoute(addressOf('5f-0a', 'step=2'))).toEqual({ kind: 'board', id: '5f-0a', view: 'step=2' });
  });
});
