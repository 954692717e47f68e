import { getOwn } from '../../../lib/get-own.ts';
import type { JsonObject } from '../../../lib/json.ts';
import { pointer } from '../../../model/pointer.ts';
import { readObject, readText } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { scopeForCommand } from '../expression/scope.ts';
import { useInspector } from '../use-inspector.ts';
import { setPart } from './check-parts.ts';
import { ExpressionField } from './expression-field.tsx';
import { listFieldTypes } from './field-types.ts';
import { listProjections } from './list-projections.ts';
import { listSources } from './source-options.ts';
import { SourcePicker } from './source-picker.tsx';

export interface EmitDetailsProps {
  readonly command: string;
  readonly event: string;
  readonly entry: JsonObject;
  readonly at: string;
  /** `part` says what of it was changed. */
  readonly onChange: (entry: JsonObject, part: string) => void;
}

/** When an event comes out, and what is in it. */
export function EmitDetails({ command, event, entry, at, onChange }: EmitDetailsProps) {
  const { model } = useInspector();
  const { read } = useWrite();
  const fields = listFieldTypes(read(['commands', command, 'fields']));
  const wanted = listFieldTypes(read(['events', event, 'fields']));
  const data = readObject(getOwn(entry, 'data'));
  const projections = listProjections(read(['commands', command, 'checks']), read(['constraints']));
  const scope = scopeForCommand(model, command);
  const options = [...listSources('command', fields.keys()), ...projections];
  return (
    <>
      {wanted.size === 0 && <p className="form-hint">The event has no fields yet.</p>}
      {[...wanted.keys()].map((field) => (
        <SourcePicker
          key={field}
          label={field}
          value={readText(getOwn(data, field))}
          options={options.filter(({ label }) => label !== field)}
          fallback={fields.has(field) ? field : null}
          at={at + pointer('data', field)}
          scope={scope}
          onPick={(picked) => onChange(setPart(entry, 'data', setPart(data, field, picked)), field)}
        />
      ))}
      <ExpressionField
        label="Only when"
        placeholder="always"
        at={`${at}/when`}
        scope={scope}
        value={readText(getOwn(entry, 'when')) ?? ''}
        onChange={(text) => onChange(setPart(entry, 'when', text.trim() === '' ? undefined : text), 'when')}
      />
    </>
  );
}
