import './values.css';
import { X } from 'lucide-react';
import { getOwn } from '../../../lib/get-own.ts';
import type { JsonPath } from '../../../lib/scan-json.ts';
import type { FieldKind } from '../../../model/field-type.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { FindingsList } from '../findings/findings-list.tsx';
import { readObject } from '../read-json.ts';
import { useWrite } from '../use-write.ts';
import { findAtField } from './find-findings.ts';
import type { ValueHelp } from './value-help.ts';
import { ValueInput } from './value-input.tsx';
import { ValueMenu } from './value-menu.tsx';

export interface DataFormProps {
  /** Where the entry stands in the document that has the data under `data`. */
  readonly entry: JsonPath;
  /** What the data is of, for the names of the controls. */
  readonly of: string;
  readonly fields: ReadonlyMap<string, FieldKind>;
  readonly help?: ValueHelp | undefined;
}

const ANYTHING: FieldKind = { kind: 'dyn' };

/** The data of an event or a command: one line for each field, and for what is there beside them. */
export function DataForm({ entry, of, fields, help }: DataFormProps) {
  const { read, put, write } = useWrite();
  const path = [...entry, 'data'];
  const data = readObject(read(path));
  const extra = Object.keys(data).filter((field) => !fields.has(field));
  if (fields.size + extra.length === 0) return null;
  return (
    <div className="data-form">
      {[...fields].map(([field, type]) => (
        <div className={help ? 'data-form-row data-form-helped' : 'data-form-row'} key={field}>
          <span className="data-form-name" title={field}>
            {field}
          </span>
          <ValueInput
            label={`${field} of ${of}`}
            type={type}
            value={getOwn(data, field)}
            onChange={(value) => write(`${field} of ${of}`, [...path, field], value)}
          />
          {help && (
            <ValueMenu
              of={`${field} of ${of}`}
              type={type}
              offered={help.listValues(field, type)}
              onChoose={(value) => put(`${field} of ${of}`, [...path, field], value)}
            />
          )}
          <FieldFindings findings={findAtField(help?.findings ?? [], entry, field)} />
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
          <FieldFindings findings={findAtField(help?.findings ?? [], entry, field)} />
        </div>
      ))}
    </div>
  );
}

function FieldFindings({ findings }: Pick<ValueHelp, 'findings'>) {
  if (findings.length === 0) return null;
  return (
    <div className="data-form-findings">
      <FindingsList findings={findings} />
    </div>
  );
}
