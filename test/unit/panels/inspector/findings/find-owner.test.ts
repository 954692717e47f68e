import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../../../src/model/diagnostic.ts';
import { listFindingsWithin } from '../../../../../src/panels/forms/findings/sort-findings.ts';
import {
  findOwner,
  groupFindings,
  sayPlace,
} from '../../../../../src/panels/inspector/findings/find-owner.ts';

const finding = (at: string, severity: Diagnostic['severity'] = 'error'): Diagnostic => ({
  code: 'x',
  severity,
  at,
  message: at,
});

describe('whom a finding is about', () => {
  it.each([
    ['/events/A/fields/x', 'event:A'],
    ['/readModels/a~1b', 'readModel:a/b'],
    ['/tags/course', 'tag:course'],
    ['/events', null],
    ['/examples/0', null],
    ['', null],
    ['/toString/x', null],
  ])('%s belongs to %s', (at, owner) => {
    expect(findOwner(at)).toBe(owner);
  });

  it('is said by the name of the example, or by its number', () => {
    const document = { examples: [{ name: 'Full' }, 7] };
    expect(sayPlace(document, '/examples/0/then')).toBe('Example “Full”');
    expect(sayPlace(document, '/examples/1')).toBe('Example 2');
    expect(sayPlace(document, '/name')).toBe('The board');
  });

  it('groups them with the worst first', () => {
    const groups = groupFindings({}, [
      finding('/events/A', 'info'),
      finding('/events/B'),
      finding('/events/A/x'),
    ]);
    expect(groups.map(({ owner, findings }) => [owner, findings.length])).toEqual([
      ['event:B', 1],
      ['event:A', 2],
    ]);
  });

  it('takes what is within an element and not what only begins like it', () => {
    const all = [finding('/events/A'), finding('/events/A/x'), finding('/events/AB')];
    expect(listFindingsWithin(all, '/events/A')).toEqual(all.slice(0, 2));
  });
});
