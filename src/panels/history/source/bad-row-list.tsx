import type { BadRows } from '../../../history/import/bad-rows.ts';
import { countOf } from '../../../lib/format-number.ts';
import { BAD_WORDS } from './source-words.ts';

/** The rows that become no event, by reason, with the first of them. */
export function BadRowList({ badRows }: { readonly badRows: readonly BadRows[] }) {
  return badRows.map(({ reason, count, samples }) => (
    <details key={reason} className="source-bad">
      <summary>
        {BAD_WORDS[reason]}: {countOf(count, 'row', 'rows')} left out
      </summary>
      <ul>
        {samples.map(({ row, line, message, sample }) => (
          <li key={row}>
            Line {line}: {message} <code>{sample}</code>
          </li>
        ))}
      </ul>
    </details>
  ));
}
