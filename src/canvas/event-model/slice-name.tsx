import { useEffect, useState } from 'react';

export interface SliceNameProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
}

/** A slice's name, to be written over where it stands: Enter or leaving keeps it, Escape does not. */
export function SliceName({ name, onRename }: SliceNameProps) {
  const [text, setText] = useState(name);
  useEffect(() => setText(name), [name]);
  return (
    <input
      className="em-slice-name"
      aria-label="Name of the slice"
      value={text}
      title={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (text.trim() === '') setText(name);
        else if (text !== name) onRename(text);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        setText(name);
        // Leaving right away would keep what is still in the field.
        const field = event.currentTarget;
        requestAnimationFrame(() => field.blur());
      }}
    />
  );
}
