import { memo } from 'react';
import type { Json } from '../../lib/json.ts';
import type { LogRow } from './log-source.ts';

/** Events with the newest at the end. */
export function LogTable({ rows }: { readonly rows: readonly LogRow[] }) {
  return (
    <table className="log-table" aria-label="Events">
      <thead>
        <tr>
          <th scope="col" className="log-position">
            <abbr title="Position">Pos.</abbr>
          </th>
          <th scope="col">Type</th>
          <th scope="col">Tags</th>
          <th scope="col">Data</th>
          <th scope="col">Who</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.position} row={row} />
        ))}
      </tbody>
    </table>
  );
}

const Row = memo(function Row({
  row: { position, type, tags, data, command, actor },
}: {
  readonly row: LogRow;
}) {
  return (
    <tr>
      <td className="log-position">{position}</td>
      <td>
        <span className="log-type">{type}</span>
      </td>
      <td>
        {tags.map((tag) => (
          <span className="tag" key={tag}>
            {tag}
          </span>
        ))}
      </td>
      <td className="log-data">{sayJson(data)}</td>
      <td className="log-who">{command ?? actor ?? <span className="muted">–</span>}</td>
    </tr>
  );
});

/** JSON in one line, which may be broken between its parts. */
function sayJson(value: Json): string {
  return JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
}
