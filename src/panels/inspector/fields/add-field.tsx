import { type FormEvent, useId, useState } from 'react';
import { Refusal } from '../../forms/controls/refusal.tsx';
import { type NewField, readTypedFields } from './typed-field.ts';

export interface AddFieldProps {
  readonly noun: string;
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (fields: readonly NewField[]) => void;
}

/** Adds fields as fast as they are said: "price: int, paid at", Enter, and the next one. */
export function AddField({ noun, taken, onAdd }: AddFieldProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readTypedFields(text, taken);
    if ('refused' in read) {
      setRefused(read.refused);
      return;
    }
    onAdd(read.fields);
    setText('');
  };
  return (
    <form className="add-field" onSubmit={submit}>
      <input
        className="form-quiet form-model"
        type="text"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-label={`Add a ${noun}, as name: type`}
        aria-invalid={refused !== null}
        aria-describedby={refused === null ? undefined : `${id}-refused`}
        placeholder={`Add a ${noun}, as name: type`}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setRefused(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            setText('');
            setRefused(null);
          }
        }}
      />
      {text !== '' && (
        <button type="submit" className="button button-quiet">
          Add
        </button>
      )}
      <Refusal id={`${id}-refused`}>{refused}</Refusal>
    </form>
  );
}
