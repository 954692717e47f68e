import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sayError } from '../../ui/say-error.ts';
import type { StoreShelf } from './store-shelf.ts';

export interface DeleteStoreFormProps {
  readonly shelf: StoreShelf;
  readonly name: string;
  readonly onClose: () => void;
}

/** Deletes a store for good, once its name is typed. */
export function DeleteStoreForm({ shelf, name, onClose }: DeleteStoreFormProps) {
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    shelf.remove(name, typed).catch((error: unknown) => setFailure(sayError(error)));
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
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
      {failure !== null && <Notice kind="trouble">{failure}</Notice>}
    </form>
  );
}
