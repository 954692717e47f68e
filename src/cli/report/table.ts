import CliTable from 'cli-table3';

const NO_BORDERS = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
  ].map((name) => [name, '']),
);

export interface TableLayout {
  /** For each column; left without it. */
  readonly aligns?: readonly ('left' | 'right' | 'center')[];
  /** Columns before the first one, and between two. */
  readonly indent?: number;
  readonly gap?: number;
}

/** Rows as aligned lines without borders. A cell may have several lines; colours take no room. */
export function layTable(rows: readonly (readonly string[])[], layout: TableLayout = {}): readonly string[] {
  if (rows.length === 0) return [];
  const { aligns = [], indent = 2, gap = 2 } = layout;
  const width = Math.max(...rows.map((row) => row.length));
  const table = new CliTable({
    chars: NO_BORDERS,
    style: { 'padding-left': 0, 'padding-right': gap, head: [], border: [] },
    colAligns: [...aligns],
  });
  table.push(...rows.map((row) => fill(row, width)));
  const margin = ' '.repeat(indent);
  return table
    .toString()
    .split('\n')
    .map((line) => (margin + line).trimEnd());
}

/** A row that is too short would get an empty line of its own. */
function fill(row: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => row[column] ?? '');
}
