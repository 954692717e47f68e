import type { LoadSettings } from '../../lab/load/load-settings.ts';
import type { Workload } from '../../model/schema.ts';
import { Field } from '../../ui/field.tsx';
import type { PlannedLoad } from '../../workload/plan-load.ts';

export interface MoreSettingsProps {
  readonly plan: PlannedLoad;
  readonly settings: LoadSettings;
  readonly onChange: (change: Partial<LoadSettings>) => void;
  readonly change: (parts: Workload) => void;
}

type BackOff = NonNullable<Workload['backOff']>;

const PAUSES: { readonly [name: string]: BackOff } = {
  none: 0,
  '20 ms': 20,
  'doubling from 10 ms': { exponential: 10, most: 1000, jitter: false },
  'any time up to that': { exponential: 10, most: 1000, jitter: true },
};

/** What most people leave as it is. */
export function MoreSettings({ plan, settings, onChange, change }: MoreSettingsProps) {
  const isClients = plan.arrivals.kind === 'clients';
  const pause = JSON.stringify(backOffOf(plan));
  const isKnown = Object.values(PAUSES).some((each) => JSON.stringify(each) === pause);
  return (
    <section className="load-group">
      <div className="load-pair">
        <NumberField
          label="Attempts"
          value={plan.attempts}
          least={1}
          onChange={(attempts) => change({ attempts })}
        />
        <NumberField label="Seed" value={settings.seed} least={0} onChange={(seed) => onChange({ seed })} />
      </div>
      <details className="load-more">
        <summary>More</summary>
        <Field label="Commands come">
          {(id) => (
            <select
              id={id}
              value={isClients ? 'clients' : 'rate'}
              onChange={({ target }) => {
                const arrivals = target.value === 'clients' ? { clients: 16, think: 1000 } : { rate: 16 };
                change({ arrivals });
                onChange({ change: { ...settings.change, arrivals }, over: null, at: null });
              }}
            >
              <option value="rate">by chance, so many a second</option>
              <option value="clients">from clients who wait for each answer</option>
            </select>
          )}
        </Field>
        <Field label="Pause before another attempt">
          {(id) => (
            <select
              id={id}
              value={pause}
              onChange={({ target }) => change({ backOff: JSON.parse(target.value) })}
            >
              {!isKnown && <option value={pause}>as the workload says</option>}
              {Object.entries(PAUSES).map(([name, each]) => (
                <option key={name} value={JSON.stringify(each)}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="load-pair">
          <NumberField
            label="Store, ms a step"
            value={plan.step.kind === 'fixed' ? plan.step.ms : 0}
            least={0}
            onChange={(step) => change({ step })}
          />
          <NumberField
            label="Replications"
            value={settings.replications}
            least={1}
            most={30}
            onChange={(replications) => onChange({ replications })}
          />
        </div>
        <label className="load-check">
          <input
            type="checkbox"
            checked={plan.keepsWindow}
            onChange={({ target }) => change({ keepWindow: target.checked })}
          />
          Another attempt takes as long as the first
        </label>
      </details>
    </section>
  );
}

function backOffOf({ backOff }: PlannedLoad): BackOff {
  if (backOff.kind === 'none') return 0;
  if (backOff.kind === 'constant') return backOff.ms;
  return { exponential: backOff.ms, most: backOff.most, jitter: backOff.jitter };
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most?: number;
  readonly onChange: (value: number) => void;
}

function NumberField({ label, value, least, most = 1_000_000, onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="number"
          min={least}
          max={most}
          value={Number.isFinite(value) ? value : ''}
          placeholder="unlimited"
          onChange={({ target }) => {
            const next = target.valueAsNumber;
            if (Number.isInteger(next) && next >= least && next <= most) onChange(next);
          }}
        />
      )}
    </Field>
  );
}
