import { describe, expect, it } from 'vitest';
import { findNeeding } from '../../../../src/panels/log/find-needing.ts';
import { sayNeeding } from '../../../../src/panels/log/say-needing.ts';
import type { BoundaryPart, BoundaryReport } from '../../../../src/strategies/report-boundary.ts';

const PART: BoundaryPart = {
  event: 'Subscribed',
  concepts: ['course'],
  tags: ['course:x'],
  constraints: ['FreeSeat'],
  needed: true,
  guarded: true,
  relaxed: false,
};

function report(command: string, ...parts: readonly Partial<BoundaryPart>[]): BoundaryReport {
  return {
    command,
    strategy: 'stream-version',
    parts: parts.map((part) => ({ ...PART, ...part })),
    guard: { kind: 'none' },
    sentence: '',
  };
}

const EVENT = { type: 'Subscribed', tags: ['student:s1', 'course:c1'] };

describe('the commands that an event matters to', () => {
  it('B1 are those that read its type for a concept that it carries', () => {
    const reports = [
      report('Subscribe', {}),
      report('Rename', { event: 'Renamed' }),
      report('Teach', { concepts: ['teacher'] }),
      report('Count', { concepts: [], constraints: ['AtMostAHundred'] }),
    ];
    expect(findNeeding(EVENT, reports).map(({ command }) => command)).toEqual(['Subscribe', 'Count']);
  });

  it('are told with the instances by which it is theirs', () => {
    const reports = [
      report('Subscribe', {}, { concepts: ['student'], constraints: ['FreeSlot'], guarded: false }),
    ];
    expect(findNeeding(EVENT, reports)).toEqual([
      {
        command: 'Subscribe',
        standing: 'open',
        relations: [
          { standing: 'caught', tags: ['course:c1'], constraints: ['FreeSeat'] },
          { standing: 'open', tags: ['student:s1'], constraints: ['FreeSlot'] },
        ],
      },
    ]);
  });

  it('B2 may need it and let it through on purpose', () => {
    const reports = [report('Comment', { guarded: false, relaxed: true })];
    expect(findNeeding(EVENT, reports)[0]?.standing).toBe('relaxed');
  });

  it('may be stopped by it without needing it, and then come last', () => {
    const reports = [
      report('Close', { needed: false, constraints: [] }),
      report('Subscribe', {}),
      report('Drop', { needed: false, guarded: false }),
    ];
    expect(findNeeding(EVENT, reports).map(({ command, standing }) => [command, standing])).toEqual([
      ['Subscribe', 'caught'],
      ['Close', 'extra'],
    ]);
  });

  it('are told in a sentence each', () => {
    const both = { tags: ['course:c1', 'course:c2', 'student:s1'], type: 'Subscribed' };
    const reports = [
      report('Subscribe', { concepts: ['student', 'course'], guarded: false }),
      report('Count', { concepts: [] }),
      report('Close', { needed: false, constraints: [] }),
    ];
    expect(findNeeding(both, reports).map(sayNeeding)).toEqual([
      'Subscribe needs it for student s1 and course c1 or course c2 (FreeSeat); not guarded: a new one can slip through',
      'Count needs it always (FreeSeat); guarded: a new one stops the write',
      'Close does not need it, but may be stopped by it',
    ]);
  });
});
