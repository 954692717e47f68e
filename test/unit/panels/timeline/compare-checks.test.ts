import { describe, expect, it } from 'vitest';
import { compareChecks } from '../../../../src/panels/timeline/compare-checks.ts';
import { shippedRace, tellWhole } from '../../../helpers/told-races.ts';

function tableAt(
  at: number,
  strategy: 'stream-version' | 'tag-condition' | 'tag-lock',
  order = [0, 1, 1, 0],
) {
  const { model, race } = shippedRace('course-subscriptions', 'The last course a student may take');
  const step = tellWhole(model, race, strategy, order).steps[at];
  if (!step) throw new Error('there is no such step');
  return compareChecks(step);
}

const cellsOf = (table: ReturnType<typeof tableAt>) =>
  table?.rows.map(({ constraint, cells }) => [constraint, ...cells.map(({ text }) => text)]);

describe('then and now', () => {
  it('shows at an append what was read, what is true, and what is true after it', () => {
    const table = tableAt(3, 'stream-version');
    expect(table).toMatchObject({
      command: 0,
      columns: [
        { name: 'read', position: 5 },
        { name: 'now', position: 6 },
        { name: 'after', position: 7 },
      ],
      decidedThen: 'accepted',
      decidedNow: 'rejected by StudentHasFreeSlot',
      isSame: false,
    });
    expect(cellsOf(table)).toEqual([
      ['CourseExists', 'exists: yes', 'exists: yes', 'exists: yes'],
      ['CourseHasFreeSeat', '0 < 10', '0 < 10', '1 < 10'],
      ['StudentHasFreeSlot', '1 < 2', '2 < 2', '3 < 2'],
    ]);
  });

  it('marks what has changed, and what no longer holds', () => {
    const row = tableAt(3, 'stream-version')?.rows.at(-1);
    expect(row?.rule).toBe('courses < limit');
    expect(row?.cells).toMatchObject([
      { hasChanged: false, holds: true, compared: { left: 1, right: 2 } },
      { hasChanged: true, holds: false },
      { hasChanged: true, holds: false },
    ]);
  });

  it('shows only what was read where the step is a read', () => {
    const table = tableAt(0, 'stream-version');
    expect(table?.columns).toEqual([{ name: 'read', position: 5 }]);
    expect(cellsOf(table)?.at(-1)).toEqual(['StudentHasFreeSlot', '1 < 2']);
    expect(table).toMatchObject({ decidedThen: 'accepted', decidedNow: null });
  });

  it('has no “after” where nothing was written', () => {
    expect(tableAt(3, 'tag-condition')?.columns.map(({ name }) => name)).toEqual(['read', 'now']);
  });

  it('is none where nothing was read yet', () => {
    expect(tableAt(0, 'tag-lock', [0, 0, 0])).toBeNull();
  });

  it('says that the decision is the same where it is', () => {
    expect(tableAt(2, 'stream-version')).toMatchObject({
      decidedThen: 'accepted',
      decidedNow: 'accepted',
      isSame: true,
    });
  });
});
