import { getOwn } from '../../../lib/get-own.ts';
import type { JsonObject } from '../../../lib/json.ts';
import { isVariableName } from '../../../model/identifier.ts';
import { pointer } from '../../../model/pointer.ts';
import { TextField } from '../../forms/controls/text-field.tsx';
import { readObject, readText } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { scopeForBinding } from '../expression/scope.ts';
import { useInspector } from '../use-inspector.ts';
import { setPart } from './check-parts.ts';
import { ExpressionField } from './expression-field.tsx';
import { listFieldTypes } from './field-types.ts';
import { listSources } from './source-options.ts';
import { SourcePicker } from './source-picker.tsx';

export interface CheckDetailsProps {
  readonly command: string;
  readonly constraint: string;
  readonly entry: JsonObject;
  readonly at: string;
  /** `part` says what of it was changed. */
  readonly onChange: (entry: JsonObject, part: string) => void;
}

/** What a constraint is asked about when this command checks it. */
export function CheckDetails({ command, constraint, entry, at, onChange }: CheckDetailsProps) {
  const { model } = useInspector();
  const { read } = useWrite();
  const parameters = listFieldTypes(read(['constraints', constraint, 'parameters']));
  const fields = listFieldTypes(read(['commands', command, 'fields']));
  const bindings = readObject(getOwn(entry, 'with'));
  const each = readText(getOwn(entry, 'each'));
  const as = readText(getOwn(entry, 'as')) ?? 'item';
  const outer = scopeForBinding(model, command);
  const inner = each === undefined ? outer : scopeForBinding(model, command, as);
  const options = [
    ...listSources('command', fields.keys()),
    ...(each === undefined ? [] : [{ expression: as, label: as }]),
  ];
  return (
    <>
      {parameters.size === 0 && <p className="form-hint">It asks about nothing: it has no parameters.</p>}
      {[...parameters.keys()].map((parameter) => (
        <SourcePicker
          key={parameter}
          label={parameter}
          value={readText(getOwn(bindings, parameter))}
          options={options.filter(({ label }) => label !== parameter)}
          fallback={fields.has(parameter) ? parameter : null}
          at={at + pointer('with', parameter)}
          scope={inner}
          onPick={(picked) =>
            onChange(setPart(entry, 'with', setPart(bindings, parameter, picked)), parameter)
          }
        />
      ))}
      <ExpressionField
        label="Once for each element of"
        placeholder="a list, such as command.items"
        at={`${at}/each`}
        scope={outer}
        value={each ?? ''}
        onChange={(text) => onChange(setEach(entry, text), 'each')}
      />
      {each !== undefined && (
        <TextField
          isModel
          label="Each element is called"
          value={as}
          onType={(text) => {
            if (!isVariableName(text.trim())) return 'Letters, digits and _ only, beginning with a letter.';
            onChange(setPart(entry, 'as', text.trim() === 'item' ? undefined : text.trim()), 'as');
            return null;
          }}
        />
      )}
    </>
  );
}

/** Without a list there are no elements to call anything. */
function setEach(entry: JsonObject, text: string): JsonObject {
  if (text.trim() !== '') return setPart(entry, 'each', text);
  return setPart(setPart(entry, 'each', undefined), 'as', undefined);
}
