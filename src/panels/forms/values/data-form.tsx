import './values.css';
import { X } from 'lucide-react';
import { getOwn } from '../../../lib/get-own.ts';
import type { JsonPath } from '../../../lib/scan-json.ts';
import type { FieldKind } from '../../../model/field-type.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { readObject } from '../read-json.ts';
import { useWrite } from '../use-write.ts';
import { ValueInput } from './value-input.tsx';

export interface DataFormProps {
  /** Where the data stands in the document. */
  readonly path: JsonPath;
  /** What the data is of, for the names of the controls. */
  readonly of: string;
  readonly fields: ReadonlyMap<string, FieldKind>;
}

const ANYTHING: FieldKind = { kind: 'dyn' };

/** The data of an event or a command: one line for each field, and for what is there beside them. */
export function DataForm({ path, of, fields }: DataFormProps) {
  const { read, put, write } = useWrite();
  const data = readObject(read(path));
  const extra = Object.keys(data).filter((field) => !fields.has(field));
  if (fields.size + extra.length === 0) return null;
  return (
    <div className="data-form">
      {[...fields].map(([field, type]) => (
        <div className="data-form-row" key={field}>
          <span className="data-form-name" title={field}>
            {field}
          </span>
          <ValueInput
            label={`${field} of ${of}`}
            type={type}
            value={getOwn(data, field)}
            onChange={(value) => write(`${field} of ${of}`, [...path, field], value)}
          />
        </div>
      ))}
      {extra.map((field) => (
        <div className="data-form-row data-form-extra" key={field}>
          <span className="data-form-name" title={`${of} has no field of this name`}>
            {field}
          </span>
          <ValueInput
            label={`${field} of ${of}, which has no such field`}
            type={ANYTHING}
            value={getOwn(data, field)}
            onChange={(value) => write(`${field} of ${of}`, [...path, field], value)}
          />
          <IconButton
            label={`Remove ${field}, which is no field`}
            icon={X}
            onClick={() => put(`Remove ${field}`, [...path, field], undefined)}
          />
        </div>
      ))}
    </div>
  );
}
