import { useId } from 'react';

export interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
  readonly isBare?: boolean;
  readonly isModel?: boolean;
}

/** One of several. What the document has and the menu does not is shown as it is. */
export function ChoiceField({
  label,
  value,
  options,
  onChoose,
  isBare = false,
  isModel = false,
}: ChoiceFieldProps) {
  const id = useId();
  const isKnown = options.some((option) => option.value === value);
  return (
    <div className="field">
      <label htmlFor={id} className={isBare ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        className={isModel ? 'form-model' : undefined}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        {!isKnown && <option value={value}>{value} (not there)</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
