import { describe, expect, it } from 'vitest';
import { breakName } from '../../../src/canvas/break-name.ts';
import { describeNote, sayNote } from '../../../src/canvas/describe-note.ts';
import { markFindings } from '../../../src/canvas/mark-findings.ts';
import { findTagMark } from '../../../src/ui/tag-mark.ts';

describe('a name on a note', () => {
  it('may be broken between its words, and stays the same text', () => {
    expect(breakName('StudentSubscribed')).toEqual(['Student', 'Subscribed']);
    expect(breakName('HTTPRequestSent2Times')).toEqual(['HTTP', 'Request', 'Sent2', 'Times']);
    expect(breakName('orders_placed.v2')).toEqual(['orders_', 'placed.', 'v2']);
    expect(breakName('What if someone drops out?').join('')).toBe('What if someone drops out?');
    expect(breakName('')).toEqual(['']);
  });
});

describe('the mark of a tag', () => {
  it('follows the order of the document, and begins again after six', () => {
    const tags = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => [name, {}]));
    expect(findTagMark({ tags }, 'a')).toBe(1);
    expect(findTagMark({ tags }, 'f')).toBe(6);
    expect(findTagMark({ tags }, 'g')).toBe(1);
    expect(findTagMark({}, 'toString')).toBe(1);
  });
});

describe('findings', () => {
  it('are counted on the element they are about, the worst first', () => {
    const marks = markFindings([
      { code: 'a', severity: 'info', at: '/events/Sold/fields', message: 'One' },
      { code: 'b', severity: 'error', at: '/events/Sold', message: 'Two' },
      { code: 'c', severity: 'warning', at: '/races/0', message: 'Elsewhere' },
    ]);
    expect(marks.size).toBe(1);
    expect(marks.get('event:Sold')).toEqual({ count: 2, worst: 'error', text: '2 findings: Two · One' });
  });

  it('are found for names with slashes', () => {
    const marks = markFindings([{ code: 'a', severity: 'info', at: '/hotspots/a~1b', message: 'One' }]);
    expect([...marks.keys()]).toEqual(['hotspot:a/b']);
  });
});

describe('what a note shows', () => {
  const document = {
    tags: { course: {}, student: {} },
    events: { Sold: { tags: { student: 'event.s' } } },
  };

  it('is the tags of an event, and of a command those of the events it leads to', () => {
    const command = { emits: ['Sold', { event: 'Sold' }, 'Unknown', 'toString', 7] };
    const data = describeNote(document, 'command', 'Sell', command, undefined);
    expect(data.tags).toEqual([{ name: 'student', mark: 2 }]);
    expect(sayNote(data)).toBe('Command Sell, tag student');
  });

  it('is the rule of a constraint', () => {
    expect(describeNote(document, 'constraint', 'Few', { rule: 'a < b' }, undefined).foot).toBe('a < b');
  });

  it('is only the name where the document has something else in place of an element', () => {
    for (const broken of [null, 7, [], 'text', { rule: 3, tags: [], description: {} }]) {
      const data = describeNote(document, 'constraint', 'Few', broken, undefined);
      expect(data).toEqual({ kind: 'constraint', name: 'Few', tags: [] });
    }
  });
});
