import Table from 'cli-table3';
import type { ContentionRow, Row } from './store-rows.ts';

export function printRows(rows: readonly Row[]): void {
  const table = makeTable(
    ['', 'ours', 'reference', '', 'ratio, median', 'of a round', 'aim', ''],
    'lrrlrlll',
  );
  for (const { what, ours, reference, unit, against, ratio, ratios, aim, met } of rows) {
    const [lowest, highest] = ratios;
    const wanted = aim && ('atLeast' in aim ? `≥ ${aim.atLeast}` : `≤ ${aim.atMost}`);
    const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
    const of = `${tell(reference)} ${against}`;
    table.push([what, tell(ours), of, unit, ratio, `${lowest}–${highest}`, wanted ?? '', verdict]);
  }
  console.log(table.toString());
}

export function printContention(rows: readonly ContentionRow[]): void {
  const head = ['contention', 'successes/s', 'retries each', 'worst retries', 'least / most of a writer'];
  const table = makeTable(head, 'lrrrr');
  for (const { what, successes, retries, worstRetries, evenness } of rows) {
    table.push([what, tell(successes), retries, worstRetries, evenness]);
  }
  console.log(table.toString());
}

function makeTable(head: string[], aligns: string): Table.Table {
  const colAligns = [...aligns].map((align) => (align === 'r' ? 'right' : 'left'));
  return new Table({ head, colAligns, style: { head: [], border: [], compact: true } });
}

function tell(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value >= 1000 ? 21 : 3 });
}
