import { describe, expect, it } from 'vitest';
import { listMissing } from '../../../../src/panels/inspector/list-missing.ts';

describe('what is missing to run a model', () => {
  it.each([
    [{}, ['No events yet', 'No commands yet']],
    [{ events: { A: {} }, commands: { B: {} } }, ['No command leads to an event yet']],
    [{ events: { A: {} }, commands: { B: { emits: ['A'] } } }, ['No command checks anything yet']],
    [{ events: { A: {} }, commands: { B: { emits: ['A'], checks: ['C'] } } }, []],
    [{ events: 7, commands: 'x' }, ['No events yet', 'No commands yet']],
  ])('%j', (document, starts) => {
    expect(listMissing(document).map((sentence) => sentence.split(/[.,]/)[0])).toEqual(starts);
  });
});
