import { type FormEvent, type KeyboardEvent, useState } from 'react';

export interface RenameBoardFormProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

/** A board's name, being typed: Enter keeps it, Escape does not. */
export function RenameBoardForm({ name, onRename, onClose }: RenameBoardFormProps) {
  const [typed, setTyped] = useState(name);
  const keep = () => {
    const wanted = typed.trim();
    if (wanted !== '' && wanted !== name) onRename(wanted);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep();
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <form className="rename-board" onSubmit={submit}>
      <input
        aria-label="Name of the board"
        value={typed}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={closeOnEscape}
        onBlur={keep}
      />
    </form>
  );
}
