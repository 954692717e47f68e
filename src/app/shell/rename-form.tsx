import { type KeyboardEvent, useState } from 'react';

export interface RenameFormProps {
  readonly name: string;
  /** Told of the new name, or of null when it stays. */
  readonly onDone: (name: string | null) => void;
}

/** The name of the board while it is being changed. */
export function RenameForm({ name, onDone }: RenameFormProps) {
  const [text, setText] = useState(name);
  const commit = () => {
    const wanted = text.replaceAll(/\s+/g, ' ').trim();
    onDone(wanted === '' || wanted === name ? null : wanted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') onDone(null);
  };
  return (
    <input
      className="board-rename"
      aria-label="Name of the board"
      value={text}
      maxLength={200}
      ref={selectAll}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={commit}
    />
  );
}

function selectAll(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
