import { describe, expect, it } from 'vitest';
import {
  closeEntry,
  openEntry,
  readTarget,
  setPart,
} from '../../../../../src/panels/inspector/sources/check-parts.ts';
import { listProjections } from '../../../../../src/panels/inspector/sources/list-projections.ts';
import { accessField } from '../../../../../src/panels/inspector/sources/source-options.ts';

describe('an entry of a list of checks or events', () => {
  it('is read whether it is a name or an object', () => {
    expect(readTarget('Free', 'constraint')).toBe('Free');
    expect(readTarget({ constraint: 'Free' }, 'constraint')).toBe('Free');
    expect(readTarget({ event: 'Free' }, 'constraint')).toBeUndefined();
    expect(readTarget(7, 'event')).toBeUndefined();
  });

  it('is written as a name again when nothing else is said', () => {
    const opened = openEntry('Free', 'constraint');
    const bound = setPart(opened, 'with', { a: 'command.b' });
    expect(closeEntry(bound, 'constraint')).toEqual({ constraint: 'Free', with: { a: 'command.b' } });
    expect(closeEntry(setPart(bound, 'with', {}), 'constraint')).toBe('Free');
    expect(closeEntry(setPart(bound, 'with', undefined), 'constraint')).toBe('Free');
  });

  it('keeps what it does not know', () => {
    const entry = { event: 'A', data: {}, remark: 'mine' };
    expect(closeEntry(entry, 'event')).toEqual({ event: 'A', remark: 'mine' });
  });
});

describe('what an expression can use', () => {
  it('has the projections of the constraints that are checked', () => {
    const constraints = {
      Free: { projections: { taken: {}, capacity: {} } },
      Other: { projections: { x: {} } },
    };
    expect(listProjections(['Free', 7, 'toString'], constraints).map(({ label }) => label)).toEqual([
      'Free.taken',
      'Free.capacity',
    ]);
  });

  it('reaches fields with any name', () => {
    expect(accessField('event', 'courseId')).toBe('event.courseId');
    expect(accessField('event', 'course-id')).toBe('event["course-id"]');
  });
});
