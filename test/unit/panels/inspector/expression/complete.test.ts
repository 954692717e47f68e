import { describe, expect, it } from 'vitest';
import { findOffers } from '../../../../../src/panels/inspector/expression/complete.ts';
import type { Completion } from '../../../../../src/panels/inspector/expression/completion.ts';

const scope: readonly Completion[] = [
  { label: 'state', detail: 'int' },
  { label: 'event.capacity', detail: 'int' },
  { label: 'event.courseId', detail: 'string' },
];

function offer(before: string): { readonly from: number; readonly labels: readonly string[] } | null {
  const found = findOffers(before, scope);
  return found && { from: found.from, labels: found.offers.map(({ completion }) => completion.label) };
}

describe('what can stand there', () => {
  it('is every name and function, nearest first', () => {
    expect(offer('')?.labels.slice(0, 4)).toEqual(['state', 'event.capacity', 'event.courseId', 'size']);
    expect(offer('state + ev')?.from).toBe(8);
  });

  it('is after a known object its fields, written whole', () => {
    expect(offer('state + event.')).toEqual({ from: 8, labels: ['event.capacity', 'event.courseId'] });
    expect(offer('event.cap')?.from).toBe(0);
  });

  it('is after anything else what lists and texts can do', () => {
    expect(offer('event.items.')?.labels).toContain('filter');
    expect(offer('[1, 2].ma')).toMatchObject({ from: 7 });
    expect(offer('[1, 2].ma')?.labels).toContain('map');
  });

  it('is nothing inside texts and comments', () => {
    expect(offer('"a + ')).toBeNull();
    expect(offer("state == 'eve")).toBeNull();
    expect(offer('state // eve')).toBeNull();
    expect(offer('"it\\"s" + ')).not.toBeNull();
  });

  it('does not take the point of a number for the dot of a name', () => {
    expect(offer('1.5')?.labels).toContain('state');
  });
});
