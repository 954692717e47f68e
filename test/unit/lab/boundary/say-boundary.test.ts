import { describe, expect, it } from 'vitest';
import { groupByKind, kindOf, wordsOf } from '../../../../src/lab/boundary/boundary-kinds.ts';
import { countNeeds, explainBoundary, sayFilter } from '../../../../src/lab/boundary/say-boundary.ts';
import type { BoundaryPart, BoundaryReport } from '../../../../src/strategies/report-boundary.ts';

const part = (event: string, more: Partial<BoundaryPart>): BoundaryPart => ({
  event,
  concepts: [],
  tags: [],
  constraints: [],
  needed: true,
  guarded: true,
  relaxed: false,
  ...more,
});
const report = (parts: readonly BoundaryPart[], more: Partial<BoundaryReport> = {}): BoundaryReport => ({
  command: 'Subscribe',
  strategy: 'stream-version',
  parts,
  guard: { kind: 'streams', streams: ['Course-c1'] },
  sentence: '',
  ...more,
});

const kept = part('Defined', { concepts: ['course'] });
const open = part('Subscribed', { concepts: ['student'], guarded: false });
const extra = part('FullyBooked', { needed: false });
const relaxed = part('Locked', { guarded: false, relaxed: true });

describe('the kind of a part', () => {
  it('follows from whether it is needed and whether it is guarded', () => {
    expect([kept, extra, open, relaxed].map(kindOf)).toEqual(['kept', 'extra', 'open', 'relaxed']);
  });

  it('is kept for what is relaxed and guarded all the same (B2)', () => {
    expect(kindOf({ ...relaxed, guarded: true })).toBe('kept');
  });

  it('sorts the parts of a report, each once', () => {
    const groups = groupByKind(report([kept, extra, open, relaxed]));
    expect(groups).toEqual({ kept: [kept], extra: [extra], open: [open], relaxed: [relaxed] });
  });
});

describe('the words for a boundary', () => {
  it('count an event type under two filters as two needs, and add up', () => {
    const twice = part('Subscribed', { concepts: ['course'] });
    expect(countNeeds(report([kept, twice, open, extra, relaxed]))).toBe(
      '4 needs: 2 guarded, 1 not guarded, 1 relaxed. Subscribed is 2 of them.',
    );
    expect(countNeeds(report([kept]))).toBe('1 need: 1 guarded.');
    expect(countNeeds(report([kept, part('Changed', {})]))).toBe('2 needs: all guarded.');
    expect(countNeeds(report([extra]))).toBeNull();
  });

  it('say locked where a lock stands for the guard', () => {
    const locked = report([kept], { guard: { kind: 'locks', keys: ['course:c1'] } });
    expect(countNeeds(locked)).toBe('1 need: 1 locked.');
    expect(wordsOf('extra', locked)).toMatchObject({
      name: 'locked, not needed',
      consequence: 'the write can wait for nothing',
    });
    expect(wordsOf('extra', report([])).consequence).toBe('the write can be stopped for nothing');
    expect(explainBoundary(locked)).toMatch(/^To decide, Subscribe needs these events\. Locked: /);
  });

  it('explain before they name', () => {
    expect(explainBoundary(report([kept]))).toBe(
      'To decide, Subscribe needs these events. Guarded: if a new one turns up before it writes, the write is stopped.',
    );
    expect(explainBoundary(report([extra]))).toMatch(/^Subscribe decides without past events\. Guarded: /);
  });

  it('say which events of a type are meant', () => {
    expect(sayFilter({ concepts: ['course', 'student'] })).toBe('same course and student');
    expect(sayFilter({ concepts: [] })).toBe('any');
  });
});
