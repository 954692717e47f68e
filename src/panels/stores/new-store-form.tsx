import { type FormEvent, useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sayError } from '../../ui/say-error.ts';
import type { StoreShelf } from './store-shelf.ts';

export interface NewStoreFormProps {
  readonly shelf: StoreShelf;
  readonly onMade: (name: string) => void;
}

export function NewStoreForm({ shelf, onMade }: NewStoreFormProps) {
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const make = async () => {
    const wanted = name.trim();
    try {
      await shelf.create(wanted);
      setName('');
      setFailure(null);
      onMade(wanted);
    } catch (error) {
      setFailure(sayError(error));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void make();
  };
  return (
    <form className="new-store" onSubmit={submit}>
      <Field label="New store">
        {(id) => (
          <input
            id={id}
            value={name}
            placeholder="Name"
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <button className="button" type="submit" disabled={name.trim() === ''}>
        Make
      </button>
      {failure !== null && <Notice kind="trouble">{failure}</Notice>}
    </form>
  );
}
