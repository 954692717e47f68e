import type { Json } from '../../../lib/json.ts';
import type { FieldKind } from '../../../model/field-type.ts';
import { ChoiceField } from '../controls/choice-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import { readValue, sayPlaceholder, sayValue } from './read-value.ts';

export interface ValueInputProps {
  readonly label: string;
  readonly type: FieldKind;
  readonly value: Json | undefined;
  /** Undefined when nothing stands there any more. */
  readonly onChange: (value: Json | undefined) => void;
}

const BOOLEANS = ['true', 'false'];

/** A value of a field, in the way its type asks for. */
export function ValueInput({ label, type, value, onChange }: ValueInputProps) {
  if (type.kind === 'bool' || type.kind === 'enum') {
    const values = type.kind === 'enum' ? type.values : BOOLEANS;
    return (
      <ChoiceField
        isBare
        isModel
        label={label}
        value={value === undefined ? '' : String(value)}
        options={[{ value: '', label: '–' }, ...values.map((name) => ({ value: name, label: name }))]}
        onChoose={(name) => onChange(name === '' ? undefined : type.kind === 'bool' ? name === 'true' : name)}
      />
    );
  }
  const isNumber = type.kind === 'int' || type.kind === 'double';
  return (
    <TextField
      isBare
      isModel
      label={label}
      placeholder={value === undefined ? sayPlaceholder(type) : ''}
      inputMode={isNumber ? 'decimal' : 'text'}
      value={sayValue(value, type)}
      onType={(text) => {
        const read = readValue(text, type);
        if ('refused' in read) return read.refused;
        onChange(read.value);
        return null;
      }}
    />
  );
}
