import './values.css';
import type { ReactNode } from 'react';
import { carryData } from '../../../board/sample-value.ts';
import { getOwn } from '../../../lib/get-own.ts';
import type { JsonPath } from '../../../lib/scan-json.ts';
import { ChoiceField } from '../controls/choice-field.tsx';
import { ElementSwatch } from '../element-swatch.tsx';
import { listFieldKinds } from '../field-kinds.ts';
import { FindingsList } from '../findings/findings-list.tsx';
import { listNames, readObject, readText } from '../read-json.ts';
import { useForm } from '../use-form.ts';
import { useWrite } from '../use-write.ts';
import { DataForm } from './data-form.tsx';
import { findBeside } from './find-findings.ts';
import type { ValueHelp } from './value-help.ts';

export interface WhenFormProps {
  readonly path: JsonPath;
  readonly label?: string;
  /** What the fields are of, where the command's name alone does not tell. */
  readonly of?: string;
  /** Stands beside the command's name. */
  readonly aside?: ReactNode;
  readonly help?: ValueHelp;
}

/** The command that is run, and its data. */
export function WhenForm({ path, label = 'The command that is run', of, aside, help }: WhenFormProps) {
  const { document } = useForm();
  const { read, put } = useWrite();
  const when = readObject(read(path));
  const command = readText(when['command']) ?? '';
  const fieldsOf = (name: string) =>
    listFieldKinds(getOwn(readObject(getOwn(readObject(document['commands']), name)), 'fields'));
  const commands = listNames(document, 'commands').map((name) => ({ value: name, label: name }));
  const fields = fieldsOf(command);
  const named = [...fields.keys(), ...Object.keys(readObject(when['data']))];
  const beside = findBeside(help?.findings ?? [], path, named);
  return (
    <>
      <div className="when-command">
        <ElementSwatch kind="command" />
        <ChoiceField
          isBare
          label={label}
          value={command}
          options={command === '' ? [{ value: '', label: 'choose a command' }, ...commands] : commands}
          onChoose={(name) =>
            put(`Run ${name}`, path, {
              ...when,
              command: name,
              data: carryData(readObject(when['data']), fieldsOf(name)),
            })
          }
        />
        {aside}
      </div>
      {command !== '' && <DataForm entry={path} of={of ?? command} fields={fields} help={help} />}
      {beside.length > 0 && <FindingsList findings={beside} />}
    </>
  );
}
