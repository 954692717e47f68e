import { describe, expect, it } from 'vitest';
import type { Hit, MatrixCell, PatternResult } from '../../../../src/exploration/matrix-result.ts';
import type { Verdict } from '../../../../src/exploration/result.ts';
import { isWanted } from '../../../../src/panels/matrix/matrix-filter.ts';
import { sayCell } from '../../../../src/panels/matrix/say-cell.ts';
import { sayHeadline } from '../../../../src/panels/matrix/say-headline.ts';

const HIT: Hit = { past: [], race: { name: 'Some race' }, schedule: [] };

function pattern(name: string, streams: readonly Verdict[], tags: readonly Verdict[]): PatternResult {
  const hits = (verdicts: readonly Verdict[]) =>
    Object.fromEntries(verdicts.map((verdict) => [verdict, HIT]));
  return {
    name,
    possible: true,
    collides: true,
    strategies: { 'stream-version': hits(streams), 'tag-condition': hits(tags) },
    bounds: { past: 2, ended: 'nothing-new', numbers: [0], pasts: 1, races: 1 },
  } as unknown as PatternResult;
}

const CELL: MatrixCell = {
  commands: ['Take', 'Take'],
  summary: 'same course or same student',
  patterns: [
    pattern('same course', ['safe', 'conflict', 'falseConflict'], ['conflict', 'falseConflict']),
    pattern('same student', ['safe', 'missedConflict'], ['safe']),
  ],
};

describe('what a cell says of a strategy', () => {
  it('names the pattern in which it misses', () => {
    expect(sayCell(CELL, 'stream-version')).toEqual({
      finding: 'missedConflict',
      words: 'Streams (version) misses some: same student',
    });
  });

  it('says that some of what it stops rightly is stopped for nothing', () => {
    expect(sayCell(CELL, 'tag-condition')?.words).toBe('Tags (condition) stops them, some for nothing');
  });

  it('says nothing of a strategy that was not searched', () => {
    expect(sayCell(CELL, 'log-lock')).toBeNull();
  });
});

describe('the headline', () => {
  it('sets the chosen strategy beside tags, and tags beside streams', () => {
    expect(sayHeadline([CELL], 'stream-version')).toBe(
      'Streams (version) misses a conflict in 1 of 1 pair. Tags (condition) misses none.',
    );
    expect(sayHeadline([CELL], 'tag-condition')).toBe(
      'Tags (condition) misses no conflict in 1 pair. Streams (version) misses a conflict in 1 of 1 pair.',
    );
  });
});

describe('a filter', () => {
  it('wants a pair that shows the finding under the strategy, or under any in sight', () => {
    const wants = (strategy: 'tag-condition' | null, columns: 'guards' | 'locks' = 'guards') =>
      isWanted(CELL, { columns, strategy, finding: 'missedConflict' });
    expect(wants(null)).toBe(true);
    expect(wants('tag-condition')).toBe(false);
    expect(wants(null, 'locks')).toBe(false);
  });
});
