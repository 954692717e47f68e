import type { Measure } from '../../history/measure/measure-result.ts';
import { type CsvCell, writeCsv } from '../../lib/write-csv.ts';

/** A measure as a table: a row for each number, with what it counts. */
export function measureAsCsv(measure: Measure): string {
  const head: readonly CsvCell[] = ['window_ms', 'boundary', 'counts', 'of', 'by', 'collisions', 'appends'];
  const rows = [
    head,
    ...measure.curve.flatMap((point) => listCurve(measure, point)),
    ...listDetails(measure),
  ];
  return writeCsv(rows);
}

function listCurve(measure: Measure, { window, collisions }: Measure['curve'][number]): readonly CsvCell[][] {
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

function listDetails({ windows, boundaries, transactions }: Measure): readonly CsvCell[][] {
  return windows.flatMap(({ window, boundaries: measured, time }) =>
    boundaries.flatMap((boundary) => {
      const { collisions = 0, pairs = [], instances = [], judged } = measured[boundary] ?? {};
      const row = (counts: string, of: CsvCell, by: CsvCell, count: number, appends: CsvCell) => [
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
