import type { Measure } from '../../history/measure/measure-result.ts';

type Cell = string | number;

/** A measure as a table: a row for each number, with what it counts. Lines end as RFC 4180 wants it. */
export function measureAsCsv(measure: Measure): string {
  const head: readonly Cell[] = ['window_ms', 'boundary', 'counts', 'of', 'by', 'collisions', 'appends'];
  const rows = [
    head,
    ...measure.curve.flatMap((point) => listCurve(measure, point)),
    ...listDetails(measure),
  ];
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function listCurve(measure: Measure, { window, collisions }: Measure['curve'][number]): readonly Cell[][] {
  return measure.boundaries.map((boundary) => [
    window,
    boundary,
    'curve',
    '',
    '',
    collisions[boundary] ?? 0,
    measure.transactions,
  ]);
}

function listDetails({ windows, boundaries, transactions }: Measure): readonly Cell[][] {
  return windows.flatMap(({ window, boundaries: measured, time }) =>
    boundaries.flatMap((boundary) => {
      const { collisions = 0, pairs = [], instances = [], judged } = measured[boundary] ?? {};
      const row = (counts: string, of: Cell, by: Cell, count: number, appends: Cell) => [
        window,
        boundary,
        counts,
        of,
        by,
        count,
        appends,
      ];
      return [
        row('all', '', '', collisions, transactions),
        ...Object.entries(judged ?? {}).map(([name, count]) => row(name, '', '', count, transactions)),
        ...pairs.map((pair) => row('pair', pair.type, pair.by, pair.collisions, '')),
        ...instances.map((one) => row('instance', one.tag, '', one.collisions, one.transactions)),
        ...(time.collisions[boundary] ?? []).map((count, at) =>
          row(
            'time',
            new Date(time.start + at * time.size).toISOString(),
            '',
            count,
            time.transactions[at] ?? 0,
          ),
        ),
      ];
    }),
  );
}

/** A cell that a spreadsheet would take for a formula is kept from being one. */
function writeCell(cell: Cell): string {
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
