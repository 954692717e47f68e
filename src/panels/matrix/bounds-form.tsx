import { type FormEvent, useState } from 'react';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import { USUAL_BOUNDS } from '../../lab/matrix-bounds.ts';
import { Field } from '../../ui/field.tsx';

/** How far the search goes: the longest past, and how many cases of each pattern. */
export function BoundsForm({ lab }: { readonly lab: LabDeskStore }) {
  const [bounds, setBounds] = useState(lab.getState().bounds);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    lab.getState().widen(bounds);
  };
  return (
    <form className="matrix-bounds" onSubmit={submit}>
      <p>
        A search lengthens the past until a further step finds nothing new, or until one of these is reached.
        Wider bounds take longer.
      </p>
      <Field label="Longest past, in commands">
        {(id) => (
          <input
            id={id}
            type="number"
            required
            min={0}
            max={12}
            value={bounds.past}
            onChange={({ target }) => setBounds({ ...bounds, past: target.valueAsNumber })}
          />
        )}
      </Field>
      <Field label="Cases of each pattern, at most">
        {(id) => (
          <input
            id={id}
            type="number"
            required
            min={1}
            max={1_000_000}
            value={bounds.races}
            onChange={({ target }) => setBounds({ ...bounds, races: target.valueAsNumber })}
          />
        )}
      </Field>
      <div className="matrix-actions">
        <button type="submit" className="button button-main">
          Search
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            setBounds(USUAL_BOUNDS);
            lab.getState().widen(USUAL_BOUNDS);
          }}
        >
          As usual
        </button>
      </div>
    </form>
  );
}
