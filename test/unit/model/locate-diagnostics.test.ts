import { expect, it } from 'vitest';
import { checkModel } from '../../../src/model/check-model.ts';
import { locateDiagnostics } from '../../../src/model/locate-diagnostics.ts';
import { parseModel } from '../../../src/model/parse.ts';

const locate = (document: object) => {
  const parsed = parseModel(JSON.stringify({ ambit: '1.0', name: 'Doors', ...document }));
  const findings = parsed.model ? checkModel(parsed.model) : [];
  return locateDiagnostics(findings, parsed).map(({ at }) => at);
};

it('a finding behind a list entry that was left out is at its index in the document', () => {
  expect(locate({ races: [{}, { name: 'one' }, 5, { name: 'two' }] })).toEqual(['/races/1', '/races/3']);
});

it('a finding is found through lists within lists', () => {
  expect(locate({ slices: [5, { name: 'one', elements: [5, 'Open'] }] })).toEqual(['/slices/1/elements/1']);
});

it('names that are whole numbers are names', () => {
  expect(locate({ commands: { 0: 5, 1: {} } })).toEqual(['/commands/1']);
});
