import { Field } from '../../ui/field.tsx';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly title?: string;
  readonly onChange: (value: number) => void;
}

/** A whole number; the form is not sent while it is none. */
export function NumberField({ label, value, min, max, title, onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="number"
          required
          step={1}
          min={min}
          max={max}
          title={title}
          value={Number.isNaN(value) ? '' : value}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
      )}
    </Field>
  );
}
