import { useState } from 'react';
import { NumberField } from './number-field.tsx';

export interface FreelyFormProps {
  /** Null while it cannot be done. */
  readonly onRun: ((times: number, thinkMs: number) => void) | null;
}

/** Lets all commands go at the same time, and often. */
export function FreelyForm({ onRun }: FreelyFormProps) {
  const [times, setTimes] = useState(100);
  const [thinkMs, setThinkMs] = useState(20);
  return (
    <form
      className="live-form"
      aria-label="Freely"
      onSubmit={(event) => {
        event.preventDefault();
        onRun?.(times, thinkMs);
      }}
    >
      <h3>Freely, all commands at the same time</h3>
      <div className="live-form-row">
        <NumberField label="Times" value={times} min={1} max={500} onChange={setTimes} />
        <NumberField
          label="Think (ms)"
          title="How long a command takes from its read to its append, more or less"
          value={thinkMs}
          min={0}
          max={2000}
          onChange={setThinkMs}
        />
        <button className="button" type="submit" disabled={onRun === null}>
          Run
        </button>
      </div>
    </form>
  );
}
