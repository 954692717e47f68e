import { describe, expect, it } from 'vitest';
import type { IssuedCommand } from '../../../../src/model/schema.ts';
import { sayRacer, sayRacers } from '../../../../src/panels/races/say-racers.ts';

const subscribe = (studentId: string, courseId: string): IssuedCommand => ({
  command: 'SubscribeStudent',
  data: { studentId, courseId },
});

describe('the commands of a race in short', () => {
  it.each<[string, readonly IssuedCommand[]]>([
    ['s1 and s2, same course c1', [subscribe('s1', 'c1'), subscribe('s2', 'c1')]],
    ['c1 and c2, same student s1', [subscribe('s1', 'c1'), subscribe('s1', 'c2')]],
    ['s1 c1 and s2 c2', [subscribe('s1', 'c1'), subscribe('s2', 'c2')]],
    ['s1, s2 and s3, same course c1', [subscribe('s1', 'c1'), subscribe('s2', 'c1'), subscribe('s3', 'c1')]],
    ['SubscribeStudent × 2, same student s1, same course c1', [subscribe('s1', 'c1'), subscribe('s1', 'c1')]],
    [
      'SubscribeStudent and RegisterStudent, same student s1',
      [subscribe('s1', 'c1'), { command: 'RegisterStudent', data: { studentId: 's1', limit: 1 } }],
    ],
    ['Go × 2 and Stop', [{ command: 'Go' }, { command: 'Stop' }, { command: 'Go' }]],
    ['Go × 2', [{ command: 'Go' }, { command: 'Go' }]],
    [
      'yes and nothing, same order line 7',
      [
        { command: 'Mark', data: { orderLine: 7, mark: 'yes' } },
        { command: 'Mark', data: { orderLine: 7 } },
      ],
    ],
    ['SubscribeStudent', [subscribe('s1', 'c1')].map(({ command }) => ({ command }))],
    ['no command yet', []],
  ])('%s', (said, commands) => {
    expect(sayRacers({ commands })).toBe(said);
  });

  it('one by one with all that they are given', () => {
    expect(sayRacer({ command: 'Place', data: { items: ['a'], paid: true } })).toBe(
      'Place items ["a"], paid true',
    );
    expect(sayRacer({ command: 'Go' })).toBe('Go');
  });
});
