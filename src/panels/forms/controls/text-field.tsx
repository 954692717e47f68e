import { type ReactNode, useId } from 'react';
import { Refusal } from './refusal.tsx';
import { useTypedText } from './use-typed-text.ts';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Takes what was typed; may return why it cannot be taken. */
  readonly onType: (text: string) => string | null;
  readonly placeholder?: string;
  readonly isLong?: boolean;
  /** Texts of the model are mono; explanations are not. */
  readonly isModel?: boolean;
  /** The label is read out, and seen by nobody. */
  readonly isBare?: boolean;
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly hint?: ReactNode;
}

/** A text that counts as one types. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onType,
    placeholder,
    isLong = false,
    isModel = false,
    isBare = false,
    inputMode,
    hint,
  } = props;
  const id = useId();
  const { text, refused, start, type, stop } = useTypedText({ value, onType });
  const shared = {
    id,
    className: isModel ? 'form-model' : undefined,
    value: text,
    placeholder,
    spellCheck: !isModel,
    'aria-invalid': refused !== null,
    'aria-describedby': refused === null ? undefined : `${id}-refused`,
    onFocus: start,
    onBlur: stop,
    onChange: (event: { readonly target: { readonly value: string } }) => type(event.target.value),
  };
  return (
    <div className="field">
      <label htmlFor={id} className={isBare ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {isLong ? (
        <textarea rows={countRows(text)} {...shared} />
      ) : (
        <input type="text" autoComplete="off" inputMode={inputMode} {...shared} />
      )}
      <Refusal id={`${id}-refused`}>{refused}</Refusal>
      {hint}
    </div>
  );
}

/** About how many lines a text takes here, where the browser does not size the field by itself. */
function countRows(text: string): number {
  const lines = text.split('\n').map((line) => Math.ceil((line.length + 1) / 40));
  return Math.min(
    12,
    lines.reduce((sum, count) => sum + count, 0),
  );
}
