import { describe, expect, it } from 'vitest';
import type { ElementKey } from '../../../src/board/element-key.ts';
import type { Place } from '../../../src/board/placement.ts';
import { findRoom, findRoomBeside, rectOf } from '../../../src/canvas/hands/find-room.ts';
import { followFrames, listContent, withContent } from '../../../src/canvas/hands/frames.ts';
import { findNeighbour, sortByPlace } from '../../../src/canvas/hands/walk.ts';

const SIZE = { width: 160, height: 104 };
const places = new Map<ElementKey, Place>([
  ['aggregate:Course', { x: -24, y: -40, width: 400, height: 168 }],
  ['event:A', { x: 0, y: 0 }],
  ['event:B', { x: 184, y: 0 }],
  ['event:C', { x: 400, y: 8 }],
  ['command:D', { x: 0, y: 200 }],
]);

describe('room for a note', () => {
  it('is beside the note, a gap away', () => {
    const lonely = new Map<ElementKey, Place>([['event:A', { x: 0, y: 0 }]]);
    const anchor = rectOf('event:A', { x: 0, y: 0 });
    expect(findRoomBeside(lonely, anchor, SIZE, 'right')).toEqual({ x: 184, y: 0 });
    expect(findRoomBeside(lonely, anchor, SIZE, 'below')).toEqual({ x: 0, y: 128 });
  });

  it('is further on where notes are in the way, and frames are not', () => {
    expect(findRoomBeside(places, rectOf('event:A', { x: 0, y: 0 }), SIZE, 'right')).toEqual({
      x: 584,
      y: 0,
    });
    expect(findRoom(places, { x: 300, y: 104 }, SIZE)).toEqual({ x: 584, y: 104 });
  });
});

describe('walking', () => {
  it('goes to the nearest note in a direction', () => {
    expect(findNeighbour(places, 'event:A', 'right')).toBe('event:B');
    expect(findNeighbour(places, 'event:A', 'down')).toBe('command:D');
    expect(findNeighbour(places, 'event:B', 'right')).toBe('event:C');
    expect(findNeighbour(places, 'event:A', 'up')).toBeUndefined();
    expect(findNeighbour(places, 'event:Gone', 'up')).toBeUndefined();
  });

  it('has an order: rows from the top, each from the left', () => {
    expect(sortByPlace(places)).toEqual(['event:A', 'event:B', 'event:C', 'command:D']);
  });
});

describe('a frame', () => {
  it('carries what has its middle in it', () => {
    expect(listContent(places, 'aggregate:Course')).toEqual(['event:A', 'event:B']);
    expect([...withContent(places, ['aggregate:Course', 'event:C'])]).toEqual([
      'aggregate:Course',
      'event:A',
      'event:B',
      'event:C',
    ]);
  });

  it('carries a smaller frame, which does not carry it back', () => {
    const nested = new Map(places).set('context:All', { x: -200, y: -200, width: 900, height: 600 });
    expect(listContent(nested, 'context:All')).toContain('aggregate:Course');
    expect(listContent(nested, 'aggregate:Course')).not.toContain('context:All');
  });

  it('owns the events that are brought into it, and no longer those that are taken out', () => {
    const document = { events: { A: {}, C: {} }, aggregates: { Course: { events: ['A'] } } };
    const after = new Map(places).set('event:A', { x: 900, y: 0 }).set('event:C', { x: 0, y: 0 });
    const followed = followFrames(document, places, after, ['event:A', 'event:C']);
    expect(followed['aggregates']).toEqual({ Course: { events: ['C'] } });
  });

  it('changes nothing while events stay inside', () => {
    const document = { events: { A: {} }, aggregates: { Course: {} } };
    const after = new Map(places).set('event:A', { x: 16, y: 8 });
    expect(followFrames(document, places, after, ['event:A'])).toBe(document);
  });
});
