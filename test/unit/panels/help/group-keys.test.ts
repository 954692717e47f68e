import { describe, expect, it } from 'vitest';
import { groupKeys } from '../../../../src/panels/help/group-keys.ts';
import type { Action } from '../../../../src/ui/actions.ts';

const base = { scope: 'page', run: () => {} } as const satisfies Partial<Action>;

describe('The list of keys', () => {
  it('has a heading for each group, and one line for what is called the same', () => {
    const actions: Action[] = [
      { ...base, id: '1', label: 'Walk', group: 'Notes', keys: ['ArrowLeft'] },
      { ...base, id: '2', label: 'Undo', group: 'Board', keys: ['Mod+Z'] },
      { ...base, id: '3', label: 'Walk', group: 'Notes', keys: ['ArrowRight', 'ArrowLeft'] },
      { ...base, id: '4', label: 'No key', group: 'Board' },
    ];
    expect(groupKeys(actions)).toEqual([
      { group: 'Notes', rows: [{ label: 'Walk', keys: ['ArrowLeft', 'ArrowRight'] }] },
      { group: 'Board', rows: [{ label: 'Undo', keys: ['Mod+Z'] }] },
    ]);
  });
});
