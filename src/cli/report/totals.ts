import type { FindingKey } from '../../exploration/findings.ts';
import type { MarksRow } from './marks-table.ts';
import type { Paint } from './paint.ts';

/** What is worth adding up: in how many of them any of these occurs. */
const TOTALS: readonly { readonly label: string; readonly key: FindingKey }[] = [
  { label: 'with a missed conflict', key: 'missedConflict' },
  { label: 'with a stop for nothing', key: 'falseConflict' },
];

/**
 * Under each strategy, how many of some things (“races”) have a missed conflict, and a stop for nothing. `found` has
 * what occurs for each thing and strategy; null where that cannot be known.
 */
export function addUp(
  what: string,
  found: readonly (readonly (readonly FindingKey[] | null)[])[],
  paint: Paint,
): readonly MarksRow[] {
  const columns = found[0]?.length ?? 0;
  return TOTALS.map(({ label, key }) => ({
    label: `${what} ${label}`,
    cells: Array.from({ length: columns }, (_, column) => {
      const known = found.flatMap((row) => row[column] ?? []);
      const isKnown = found.some((row) => Array.isArray(row[column]));
      return paint.dim(isKnown ? String(known.filter((one) => one === key).length) : '–');
    }),
  }));
}
