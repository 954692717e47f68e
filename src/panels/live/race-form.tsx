import { type FormEvent, useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { RaceBench, RaceOrder } from './race-bench.ts';
import { useRaces } from './use-races.ts';

export interface RaceFormProps {
  readonly bench: RaceBench;
  readonly isRunning: boolean;
  readonly onRun: (order: RaceOrder) => void;
  readonly onCancel: () => void;
}

/** What to run, and how often. */
export function RaceForm({ bench, isRunning, onRun, onCancel }: RaceFormProps) {
  const [file, setFile] = useState(bench.models[0]?.file ?? '');
  const [place, setPlace] = useState(0);
  const [strategy, setStrategy] = useState('stream-version');
  const [times, setTimes] = useState(20);
  const [thinkMs, setThinkMs] = useState(40);
  const { races, failure } = useRaces(bench, file);
  const race = races[place];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (race && !isRunning) onRun({ file, race, strategy, times, thinkMs });
  };
  const chooseModel = (next: string) => {
    setFile(next);
    setPlace(0);
  };
  return (
    <form className="live-form" onSubmit={submit}>
      <Field label="Model">
        {(id) => (
          <select id={id} value={file} onChange={(event) => chooseModel(event.target.value)}>
            {bench.models.map((model) => (
              <option key={model.file} value={model.file}>
                {model.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Race">
        {(id) => (
          <select id={id} value={place} onChange={(event) => setPlace(Number(event.target.value))}>
            {races.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Strategy">
        {(id) => (
          <select id={id} value={strategy} onChange={(event) => setStrategy(event.target.value)}>
            {bench.strategies.map(({ id: value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="live-numbers">
        <NumberField label="Times" value={times} min={1} max={200} onChange={setTimes} />
        <NumberField label="Think (ms)" value={thinkMs} min={0} max={2000} onChange={setThinkMs} />
        {isRunning ? (
          <button className="button" type="button" onClick={onCancel}>
            Cancel
          </button>
        ) : (
          <button className="button button-main" type="submit" disabled={race === undefined}>
            Run
          </button>
        )}
      </div>
      {failure !== null && <Notice kind="trouble">{failure}</Notice>}
      <p className="live-about">{race?.description}</p>
      <p className="live-small">{bench.strategies.find(({ id }) => id === strategy)?.summary}</p>
    </form>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function NumberField({ label, value, min, max, onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="number"
          required
          step={1}
          min={min}
          max={max}
          value={Number.isNaN(value) ? '' : value}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
      )}
    </Field>
  );
}
