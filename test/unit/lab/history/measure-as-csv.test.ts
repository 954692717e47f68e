import { describe, expect, it } from 'vitest';
import { measureAsCsv } from '../../../../src/lab/history/measure-as-csv.ts';
import { measureAll, past } from '../../../helpers/past-events.ts';

function rowsOf(type: string): readonly string[] {
  const log = [past(type, 0, { tags: ['a:1'] }), past(type, 5, { tags: ['a:1'] })];
  return measureAsCsv(measureAll(log, { windows: [10] }))
    .trimEnd()
    .split('\r\n');
}

describe('a measure as CSV', () => {
  it('has a row for each number, and says what it counts', () => {
    const rows = rowsOf('Moved');
    expect(rows[0]).toBe('window_ms,boundary,counts,of,by,collisions,appends');
    expect(rows).toContain('10,log-version,all,,,1,2');
    expect(rows).toContain('10,stream-version,pair,Moved,Moved,1,');
    expect(rows).toContain('10,tag-condition,instance,a:1,,1,2');
    expect(rows).toContain('3600000,any-tag,curve,,,1,2');
  });

  it('quotes what would break a row, and makes no formulas', () => {
    expect(rowsOf('a "b", c').filter((row) => row.includes('pair'))[0]).toBe(
      '10,log-version,pair,"a ""b"", c","a ""b"", c",1,',
    );
    expect(rowsOf('=HYPERLINK(1)').some((row) => row.includes(",'=HYPERLINK(1),"))).toBe(true);
  });
});
