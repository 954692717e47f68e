import { useId } from 'react';

export interface WhoFieldProps {
  readonly value: string;
  readonly actors: readonly string[];
  readonly onType: (who: string) => void;
}

/** Who does it, as the log will say. */
export function WhoField({ value, actors, onType }: WhoFieldProps) {
  const list = useId();
  const id = useId();
  return (
    <div className="log-who-field data-form-row">
      <label htmlFor={id}>Who, if you like</label>
      <input
        id={id}
        type="text"
        list={list}
        value={value}
        autoComplete="off"
        placeholder={actors[0] ?? 'a name'}
        onChange={({ target }) => onType(target.value)}
      />
      <datalist id={list}>
        {actors.map((actor) => (
          <option key={actor} value={actor} />
        ))}
      </datalist>
    </div>
  );
}
