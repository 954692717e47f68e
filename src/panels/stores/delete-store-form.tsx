import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Field } from '../../ui/field.tsx';

export interface DeleteStoreFormProps {
  /** What has to be typed. */
  readonly name: string;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Deletes a store for good, once its name is typed. */
export function DeleteStoreForm({ name, onDelete, onClose }: DeleteStoreFormProps) {
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed === name) onDelete();
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <form className="delete-store" onSubmit={submit} onKeyDown={closeOnEscape}>
      <Field label={`Type “${name}” to delete it for good`}>
        {(id) => (
          <input
            id={id}
            ref={(input) => input?.focus()}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div className="delete-store-buttons">
        <button className="button button-danger" type="submit" disabled={typed !== name}>
          Delete
        </button>
        <button className="button" type="button" onClick={onClose}>
          Keep it
        </button>
      </div>
    </form>
  );
}
