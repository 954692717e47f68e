import { describe, expect, it } from 'vitest';
import { addressOf, lessonAddress, parseRoute } from '../../../src/app/routes.ts';

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
    ['#/lesson/', { kind: 'home' }],
    ['#/lesson/library', { kind: 'lesson', id: 'library', step: null, isTeacher: false }],
    ['#/lesson/library?step=3&teacher=1', { kind: 'lesson', id: 'library', step: 3, isTeacher: true }],
    ['#/lesson/library?step=-1', { kind: 'lesson', id: 'library', step: null, isTeacher: false }],
    ['#/lesson/library?step=x', { kind: 'lesson', id: 'library', step: null, isTeacher: false }],
    ['#/m/abc', { kind: 'link', fragment: '#/m/abc', view: '' }],
    ['#/m/abc?step=1', { kind: 'link', fragment: '#/m/abc', view: 'step=1' }],
    ['#/m/', { kind: 'link', fragment: '#/m/', view: '' }],
  ])('%s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('of a lesson leads to its step', () => {
    const lesson = { kind: 'lesson', id: 'interest' };
    expect(parseRoute(lessonAddress('interest'))).toEqual({ ...lesson, step: null, isTeacher: false });
    expect(parseRoute(lessonAddress('interest', 4))).toEqual({ ...lesson, step: 4, isTeacher: false });
    expect(parseRoute(lessonAddress('interest', 4, true))).toEqual({ ...lesson, step: 4, isTeacher: true });
  });

  it('of a board leads to it', () => {
    expect(parseRoute(addressOf('5f-0a'))).toEqual({ kind: 'board', id: '5f-0a', view: '' });
    expect(parseRoute(addressOf('5f-0a', 'step=2'))).toEqual({ kind: 'board', id: '5f-0a', view: 'step=2' });
  });
});
