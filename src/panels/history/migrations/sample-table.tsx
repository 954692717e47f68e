import type { RecordChange, StoredRecord } from '../../../history/migrate/stored-record.ts';
import { countOf, groupDigits } from '../../../lib/format-number.ts';
import { sayData } from '../../../lib/say-data.ts';

export interface SampleTableProps {
  readonly name: string;
  readonly touched: number;
  readonly onRead: boolean;
  readonly samples: readonly RecordChange<StoredRecord>[];
}

/** A few of the events that a migration changes, old and new. */
export function SampleTable({ name, touched, onRead, samples }: SampleTableProps) {
  return (
    <table className="migrations-samples">
      <caption>
        {name}: {countOf(touched, 'event', 'events')}
        {onRead ? ', on read' : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">At</th>
          <th scope="col">As it is stored</th>
          <th scope="col">As it would be</th>
        </tr>
      </thead>
      <tbody>
        {samples.map(({ position, before, after }) => (
          <tr key={position}>
            <td>{Number.isInteger(position) ? groupDigits(position) : position}</td>
            <td>{before === null ? '–' : <Shown record={before} />}</td>
            <td>{after === null ? 'gone' : <Shown record={after} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shown({ record }: { readonly record: StoredRecord }) {
  const { type, data, tags } = record;
  return (
    <>
      <strong>{type}</strong> {sayData(data)}
      {tags.length > 0 && <span className="migrations-tags"> {tags.join(' ')}</span>}
    </>
  );
}
