import { useEffect, useState } from 'react';
import type { ReadModelStatus, ReadModels } from '../../../lab/history/read-models.ts';
import { groupDigits } from '../../../lib/format-number.ts';
import { isJsonObject } from '../../../lib/is-json-object.ts';
import type { Json } from '../../../lib/json.ts';
import { sayValue } from '../../../lib/say-data.ts';

/** So many rows are shown. */
const MOST = 200;

type Rows = Awaited<ReturnType<ReadModels['look']>>;

export interface ReadModelContentProps {
  readonly status: ReadModelStatus;
  readonly readModels: ReadModels;
}

/** The rows of a read model; where its values are objects, each field in a column. */
export function ReadModelContent({ status, readModels }: ReadModelContentProps) {
  const { name, position, rows: count } = status;
  const [rows, setRows] = useState<Rows | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are read again when they have grown.
  useEffect(() => {
    let isWanted = true;
    readModels.look(name, MOST).then(
      (found) => isWanted && setRows(found),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [readModels, name, position, count]);
  if (rows === null) return null;
  if (rows.length === 0) return <p className="muted">It holds nothing yet.</p>;
  const fields = listFields(rows);
  return (
    <>
      <table className="read-model-rows">
        <caption className="visually-hidden">Rows of {name}</caption>
        <thead>
          <tr>
            <th scope="col">Key</th>
            {(fields ?? ['Value']).map((field) => (
              <th key={field} scope="col">
                {field}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, value }) => (
            <tr key={key}>
              <th scope="row">{key === '' ? <span className="muted">the only row</span> : key}</th>
              {fields === null ? (
                <td>{sayValue(value)}</td>
              ) : (
                fields.map((field) => <td key={field}>{sayField(value, field)}</td>)
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {count > rows.length && (
        <p className="muted">
          The first {groupDigits(rows.length)} of {groupDigits(count)} rows.
        </p>
      )}
    </>
  );
}

/** The fields of all values, where all are objects; null otherwise. */
function listFields(rows: Rows): readonly string[] | null {
  if (!rows.every(({ value }) => isJsonObject(value))) return null;
  const fields = new Set(rows.flatMap(({ value }) => (isJsonObject(value) ? Object.keys(value) : [])));
  return fields.size === 0 || fields.size > 12 ? null : [...fields];
}

function sayField(value: Json, field: string): string {
  const found = isJsonObject(value) ? value[field] : undefined;
  return found === undefined ? '' : sayValue(found);
}
