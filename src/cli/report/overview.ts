import type { CheckedRace } from '../../exploration/checked-race.ts';
import { findingsOf } from '../../exploration/findings.ts';
import type { Layout } from './layout.ts';
import { drawMarks, drawMarksTable } from './marks-table.ts';
import { addUp } from './totals.ts';

/** All races of a file by all strategies at a glance: in each cell a mark for everything that occurs. */
export function drawOverview(races: readonly CheckedRace[], layout: Layout): readonly string[] {
  const strategies = (races[0]?.results ?? []).map(({ strategy }) => strategy);
  const rows = races.map(({ race, results }) => ({
    label: race.name,
    found: results.map(({ result }) => ('unavailable' in result ? null : findingsOf(result))),
  }));
  return drawMarksTable(
    strategies,
    [
      ...rows.map(({ label, found }) => ({
        label,
        cells: found.map((keys) => drawMarks(keys, layout.paint)),
      })),
      [''],
      ...addUp(
        'Races',
        rows.map(({ found }) => found),
        layout.paint,
      ),
    ],
    layout,
  );
}
