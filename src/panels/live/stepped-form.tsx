import { useState } from 'react';
import type { ToldRace } from '../../exploration/told-race.ts';
import { sayOrder } from './say-order.ts';

export const PACES = [
  { ms: 0, name: 'at once' },
  { ms: 400, name: 'quickly' },
  { ms: 1200, name: 'slowly' },
  { ms: 3000, name: 'a step every 3 seconds' },
] as const;

export interface SteppedFormProps {
  /** Null until it is known. */
  readonly told: ToldRace | null;
  /** Null while it cannot be done. */
  readonly onStep: ((paceMs: number) => void) | null;
}

/** Steps the shown schedule on the store. */
export function SteppedForm({ told, onStep }: SteppedFormProps) {
  const [paceMs, setPaceMs] = useState<number>(PACES[2].ms);
  return (
    <form
      className="live-form"
      aria-label="Step by step"
      onSubmit={(event) => {
        event.preventDefault();
        onStep?.(paceMs);
      }}
    >
      <h3>Along the shown schedule</h3>
      <p className="live-small">{told === null ? 'Looking for the schedule…' : sayOrder(told.steps)}</p>
      <div className="live-form-row">
        <label>
          <span className="visually-hidden">Pace</span>
          <select value={paceMs} onChange={({ target }) => setPaceMs(Number(target.value))}>
            {PACES.map(({ ms, name }) => (
              <option key={ms} value={ms}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button className="button" type="submit" disabled={onStep === null}>
          Step it
        </button>
      </div>
    </form>
  );
}
