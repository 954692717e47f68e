import { describe, expect, it } from 'vitest';
import { markBoundary } from '../../../../src/canvas/boundary/boundary-marks.ts';
import { makeArrowId } from '../../../../src/canvas/map-arrows.ts';
import type { Model } from '../../../../src/model/schema.ts';
import type { BoundaryPart, BoundaryReport } from '../../../../src/strategies/report-boundary.ts';

const model: Model = {
  ambit: '1.0',
  name: 'Courses',
  commands: {
    Subscribe: {
      checks: ['FreeSeat', { constraint: 'FreeSlot' }],
      emits: ['Subscribed', { event: 'FullyBooked', when: 'true' }],
    },
  },
  aggregates: {
    Course: { id: 'course', events: ['Defined'] },
    'Course-old': { id: 'year', events: ['Defined'] },
  },
};

const part = (
  event: string,
  concepts: readonly string[],
  constraints: readonly string[],
  more: Partial<BoundaryPart> = {},
): BoundaryPart => ({
  event,
  concepts,
  tags: [],
  constraints,
  needed: constraints.length > 0,
  guarded: true,
  relaxed: false,
  ...more,
});
const OPEN = { guarded: false };

function mark(parts: readonly BoundaryPart[], more: Partial<BoundaryReport> = {}) {
  const report: BoundaryReport = {
    command: 'Subscribe',
    strategy: 'stream-version',
    parts,
    guard: { kind: 'streams', streams: ['Course-{courseId}'] },
    sentence: '',
    ...more,
  };
  return markBoundary(report, model);
}

const reads = (event: string, constraint: string) =>
  makeArrowId({ from: `event:${event}`, to: `constraint:${constraint}` });

describe('a boundary on the board', () => {
  const marks = mark([
    part('Defined', ['course'], ['FreeSeat']),
    part('Subscribed', ['course'], ['FreeSeat']),
    part('Subscribed', ['student'], ['FreeSlot'], OPEN),
    part('FullyBooked', ['course'], []),
  ]);

  it('outlines each event as its needs are kept, and says it above', () => {
    expect(Object.fromEntries(marks.outlines)).toEqual({
      'event:Defined': [{ kind: 'kept', words: 'guarded, needed' }],
      'event:Subscribed': [
        { kind: 'kept', words: 'by course' },
        { kind: 'open', words: 'by student' },
      ],
      'event:FullyBooked': [{ kind: 'extra', words: 'guarded, not needed' }],
    });
  });

  it('is about the command, its constraints and these events, and says of each event what it is', () => {
    expect(Object.fromEntries(marks.elements)).toEqual({
      'command:Subscribe': null,
      'constraint:FreeSeat': null,
      'constraint:FreeSlot': null,
      'aggregate:Course': null,
      'event:Defined': 'guarded and needed',
      'event:Subscribed': 'by course guarded and needed; by student needed, not guarded',
      'event:FullyBooked': 'guarded, not needed',
    });
  });

  it('gives the arrows to constraints the kind of what they carry, and leaves the command’s own as they are', () => {
    expect(Object.fromEntries(marks.arrows)).toEqual({
      [makeArrowId({ from: 'constraint:FreeSeat', to: 'command:Subscribe' })]: null,
      [makeArrowId({ from: 'constraint:FreeSlot', to: 'command:Subscribe' })]: null,
      [makeArrowId({ from: 'command:Subscribe', to: 'event:Subscribed' })]: null,
      [makeArrowId({ from: 'command:Subscribe', to: 'event:FullyBooked' })]: null,
      [reads('Defined', 'FreeSeat')]: 'kept',
      [reads('Subscribed', 'FreeSeat')]: 'kept',
      [reads('Subscribed', 'FreeSlot')]: 'open',
    });
  });

  it('writes what a stream guards on the frame of its aggregate', () => {
    expect(marks.frames.get('aggregate:Course')).toEqual({
      streams: ['Course-{courseId}'],
      words: 'stops the append if it grew since the read',
    });
    expect([...marks.frames.keys()]).toEqual(['aggregate:Course']);
    const streams = ['Course-old-{year}', 'Course-{from}', 'Course-{to}'];
    const longer = mark([], { guard: { kind: 'streams', streams } });
    expect([...longer.frames].map(([key, guard]) => [key, guard.streams])).toEqual([
      ['aggregate:Course-old', ['Course-old-{year}']],
      ['aggregate:Course', ['Course-{from}', 'Course-{to}']],
    ]);
    expect(mark([], { guard: { kind: 'log' } }).frames.size).toBe(0);
  });

  it('draws an arrow that carries several needs as the worst of them', () => {
    const several = mark([
      part('Subscribed', ['student'], ['FreeSlot'], OPEN),
      part('Subscribed', ['course'], ['FreeSlot']),
    ]);
    expect(several.arrows.get(reads('Subscribed', 'FreeSlot'))).toBe('open');
  });
});
