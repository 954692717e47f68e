import { useStore } from 'zustand';
import type { LabParts } from '../../lab/lab-parts.ts';
import { type LoadAxis, listLoadAxes } from '../../lab/load/load-axes.ts';
import { Field } from '../../ui/field.tsx';
import type { PlannedLoad } from '../../workload/plan-load.ts';

export interface LoadTopProps {
  readonly parts: LabParts;
  readonly plan: PlannedLoad | null;
  readonly axis: LoadAxis;
  readonly sentence: string;
}

/** The sentence that the picture is about, what it is drawn over, and what it is compared with. */
export function LoadTop({ parts, plan, axis, sentence }: LoadTopProps) {
  const { lab } = parts;
  const settings = useStore(lab, (held) => held.load);
  const before = useStore(lab, (held) => held.loadBefore);
  const { changeLoad, compareLoad } = lab.getState();
  return (
    <header className="load-top">
      <h2>{sentence.replaceAll(' %', '\u00a0%')}</h2>
      <div className="load-tools">
        {plan !== null && (
          <Field label="Along the picture">
            {(id) => (
              <select
                id={id}
                value={axis.parameter}
                onChange={({ target }) => changeLoad({ over: target.value, at: null })}
              >
                {listLoadAxes(plan).map(({ parameter, label }) => (
                  <option key={parameter} value={parameter}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {before === null ? (
          <button
            className="button"
            type="button"
            title="Keeps these settings as they are: what you change from here on is drawn beside them"
            onClick={() => compareLoad(settings)}
          >
            Compare from here
          </button>
        ) : (
          <button className="button" type="button" onClick={() => compareLoad(null)}>
            End the comparison
          </button>
        )}
      </div>
    </header>
  );
}
