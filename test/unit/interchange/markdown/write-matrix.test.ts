import { describe, expect, it } from 'vitest';
import { type MatrixStory, writeMatrixMarkdown } from '../../../../src/interchange/markdown/write-matrix.ts';
import { findWrongLines, readShipped, searchAll, tell } from './stories.ts';

const COURSES = readShipped('course-subscriptions');
const CELLS = searchAll(COURSES, 2);

describe('a matrix as Markdown', () => {
  const text = writeMatrixMarkdown({ model: 'Courses', cells: CELLS, witness: null });

  it('says when each pair collides, and what each strategy does then', () => {
    expect(text).toMatch(/^# Who gets in whose way: Courses\n/);
    expect(text).toContain('**SubscribeStudent × SubscribeStudent** when same course and same student | ▲ |');
    expect(text).toContain('| – other course, same student | ○ |');
    expect(text).toContain('| **RegisterStudent × RegisterStudent** | ○ |');
  });

  it('says what the marks mean and what was searched', () => {
    expect(text).toContain('- □ **false conflict**: stopped, although the decision still held');
    expect(text).toMatch(/Searched: [\d,]+ cases and every schedule of each/);
  });

  it('tells one case, below its heading', () => {
    const witness = findWitness();
    const told = writeMatrixMarkdown({ model: 'Courses', cells: CELLS, witness });
    expect(told).toContain('## For example: RegisterStudent × SubscribeStudent, same student');
    expect(told).toContain('### One schedule under Streams (version)');
    expect(told).toContain('✕ **broken rule**');
    expect(findWrongLines(told)).toEqual([]);
  });

  it('says so where there is nothing to compare', () => {
    const none = writeMatrixMarkdown({ model: 'Empty', cells: [], witness: null });
    expect(none).toContain('No command writes an event');
    expect(none).not.toContain('Searched');
  });
});

function findWitness(): MatrixStory['witness'] {
  for (const { commands, patterns } of CELLS) {
    for (const { name, strategies } of patterns) {
      const hits = strategies['stream-version'];
      const hit = hits && !('unavailable' in hits) ? hits.missedConflict : undefined;
      if (hit === undefined) continue;
      const order = hit.schedule.map(({ command }) => command);
      const schedule = tell(COURSES, hit.race, 'stream-version', 'missedConflict', order);
      return { commands, pattern: name, race: hit.race, schedule };
    }
  }
  throw new Error('Nothing is missed');
}
