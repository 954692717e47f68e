import './values.css';
import { sampleData } from '../../../board/sample-value.ts';
import { getOwn } from '../../../lib/get-own.ts';
import type { JsonPath } from '../../../lib/scan-json.ts';
import { ChoiceField } from '../controls/choice-field.tsx';
import { ElementSwatch } from '../element-swatch.tsx';
import { listFieldKinds } from '../field-kinds.ts';
import { listNames, readObject, readText } from '../read-json.ts';
import { useForm } from '../use-form.ts';
import { useWrite } from '../use-write.ts';
import { DataForm } from './data-form.tsx';

/** The command that is run, and its data. */
export function WhenForm({ path }: { readonly path: JsonPath }) {
  const { document } = useForm();
  const { read, put } = useWrite();
  const when = readObject(read(path));
  const command = readText(when['command']) ?? '';
  const fieldsOf = (name: string) =>
    listFieldKinds(getOwn(readObject(getOwn(readObject(document['commands']), name)), 'fields'));
  const commands = listNames(document, 'commands').map((name) => ({ value: name, label: name }));
  return (
    <>
      <div className="when-command">
        <ElementSwatch kind="command" />
        <ChoiceField
          isBare
          label="The command that is run"
          value={command}
          options={command === '' ? [{ value: '', label: 'choose a command' }, ...commands] : commands}
          onChoose={(name) =>
            put(`Run ${name}`, path, {
              ...when,
              command: name,
              data: when['data'] ?? sampleData(fieldsOf(name)),
            })
          }
        />
      </div>
      {command !== '' && <DataForm path={[...path, 'data']} of={command} fields={fieldsOf(command)} />}
    </>
  );
}
