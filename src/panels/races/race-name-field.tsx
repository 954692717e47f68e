import { type KeyboardEvent, useState } from 'react';

export interface RaceNameFieldProps {
  readonly name: string;
  /** The new name; null where it was left as it is. */
  readonly onFinish: (name: string | null) => void;
}

/** The name of a race while it is typed: Enter or leaving the field takes it, Escape does not. */
export function RaceNameField({ name, onFinish }: RaceNameFieldProps) {
  const [text, setText] = useState(name);
  const finish = () => onFinish(text.trim() === '' || text === name ? null : text);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') finish();
    if (event.key === 'Escape') onFinish(null);
  };
  return (
    <input
      ref={(field) => field?.focus()}
      className="race-name-field"
      type="text"
      aria-label={`New name of ${name}`}
      autoComplete="off"
      value={text}
      onFocus={(event) => event.target.select()}
      onBlur={finish}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
