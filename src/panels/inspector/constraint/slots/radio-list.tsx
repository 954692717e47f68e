import { useId } from 'react';

export interface RadioListProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly onChoose: (value: string) => void;
}

/** One of several, all of them in sight. */
export function RadioList({ label, value, options, onChoose }: RadioListProps) {
  const id = useId();
  return (
    <fieldset className="rule-radios">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="rule-check">
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <span className="rule-radio-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
