import { type FormEvent, useId, useState } from 'react';
import { Refusal } from './refusal.tsx';

export interface AddNameProps {
  readonly label: string;
  readonly suggestions: readonly string[];
  /** Takes the name; may return why it cannot be taken. */
  readonly onAdd: (name: string) => string | null;
}

/** Adds something by its name: one that is there already, offered while typing, or a new one. */
export function AddName({ label, suggestions, onAdd }: AddNameProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = text.trim();
    const problem = name === '' ? 'Type a name first.' : onAdd(name);
    setRefused(problem);
    if (problem === null) setText('');
  };
  return (
    <form className="add-field" onSubmit={submit}>
      <input
        className="form-quiet"
        type="text"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        list={`${id}-names`}
        aria-label={label}
        aria-invalid={refused !== null}
        aria-describedby={refused === null ? undefined : `${id}-refused`}
        placeholder={label}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setRefused(null);
        }}
      />
      {text !== '' && (
        <button type="submit" className="button button-quiet">
          Add
        </button>
      )}
      <datalist id={`${id}-names`}>
        {suggestions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Refusal id={`${id}-refused`}>{refused}</Refusal>
    </form>
  );
}
