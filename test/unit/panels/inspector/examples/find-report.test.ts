import { describe, expect, it } from 'vitest';
import type { Analysis, ExampleReport } from '../../../../../src/board/analysis.ts';
import { findReport } from '../../../../../src/panels/inspector/examples/find-report.ts';

const report = (message: string): ExampleReport => ({ verdict: 'red', message, events: [], checks: [] });
const first = { name: 'a' };
const second = { name: 'b' };
const analysis: Analysis = {
  document: { examples: [first, second] },
  diagnostics: [],
  examples: [report('of a'), report('of b')],
};

describe('the report of an example', () => {
  it('follows the example when another one goes', () => {
    expect(findReport(analysis, { examples: [second] }, 0)?.message).toBe('of b');
  });

  it('is the one of a moment ago while the example is being typed into', () => {
    expect(findReport(analysis, { examples: [{ name: 'aa' }, second] }, 0)?.message).toBe('of a');
  });

  it('is not known of a new one', () => {
    expect(findReport(analysis, { examples: [first, second, { name: 'c' }] }, 2)).toBeNull();
    expect(findReport(null, { examples: [first] }, 0)).toBeNull();
  });
});
