import type { BadRow } from '../../../history/import/log-row.ts';
import type { PastEvent } from '../../../history/past-event.ts';
import { sayData } from '../../../lib/say-data.ts';
import { sayMoment } from './source-words.ts';

/** A row as the event it becomes, or why it becomes none. */
export type PreviewedRow = { readonly row: number } & (
  | { readonly event: PastEvent }
  | { readonly bad: BadRow }
);

const MOST = 12;

/** The first rows as the mapping makes them. */
export function PreviewTable({ rows }: { readonly rows: readonly PreviewedRow[] }) {
  return (
    <div className="source-preview">
      <table>
        <caption>The first rows, read so</caption>
        <thead>
          <tr>
            {['Row', 'Time (UTC)', 'Type', 'Who', 'Tags', 'Data'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((row) => (
            <tr key={row.row}>
              <th scope="row">{row.row}</th>
              {'event' in row ? <EventCells event={row.event} /> : <td colSpan={5}>✗ {row.bad.message}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EventCells({ event }: { readonly event: PastEvent }) {
  return (
    <>
      <td>{sayMoment(event.time)}</td>
      <td>{event.type}</td>
      <td>{event.actor ?? '–'}</td>
      <td>{event.tags.join(', ')}</td>
      <td className="source-data">{sayData(event.data)}</td>
    </>
  );
}
