import type { LoadAxis } from '../../lab/load/load-axes.ts';
import type { LoadSettings } from '../../lab/load/load-settings.ts';
import { formatMs } from '../../lib/format-number.ts';
import type { Model, Workload } from '../../model/schema.ts';
import { Field } from '../../ui/field.tsx';
import { Slider } from '../../ui/slider.tsx';
import type { PlannedLoad } from '../../workload/plan-load.ts';
import { MixEditor } from './mix-editor.tsx';
import { MoreSettings } from './more-settings.tsx';
import { PoolFields } from './pool-fields.tsx';

export interface LoadFormProps {
  readonly model: Model;
  readonly settings: LoadSettings;
  readonly plan: PlannedLoad | null;
  readonly axis: LoadAxis | null;
  readonly onChange: (change: Partial<LoadSettings>) => void;
}

const RATES = [1, 2, 4, 8, 16, 32, 64, 128];
const WINDOWS = [0, 1, 3, 10, 30, 100, 300, 1000];

/** What is loaded with what. Nothing has to be filled in: the model suggests it all. */
export function LoadForm({ model, settings, plan, axis, onChange }: LoadFormProps) {
  const names = Object.keys(model.workloads ?? {});
  const change = (parts: Workload) => onChange({ change: { ...settings.change, ...parts } });
  return (
    <>
      {names.length > 0 && (
        <Field label="Workload">
          {(id) => (
            <select
              id={id}
              value={settings.workload ?? names[0]}
              onChange={({ target }) => onChange({ workload: target.value, change: {}, at: null })}
            >
              {names.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {plan !== null && axis !== null && (
        <>
          <section className="load-group">
            <h2>Load</h2>
            <ArrivalsSlider plan={plan} axis={axis} settings={settings} onChange={onChange} change={change} />
            <WindowSlider plan={plan} axis={axis} settings={settings} onChange={onChange} change={change} />
          </section>
          {plan.pools.length > 0 && (
            <section className="load-group">
              <h2>Instances</h2>
              {plan.pools.map((pool) => (
                <PoolFields
                  key={pool.concept}
                  pool={pool}
                  instances={settings.change.instances ?? {}}
                  onChange={(instances) => change({ instances })}
                />
              ))}
            </section>
          )}
          <MixEditor
            mix={plan.mix}
            model={model}
            settings={settings}
            onChange={(commands) => change({ commands })}
          />
          <MoreSettings plan={plan} settings={settings} onChange={onChange} change={change} />
        </>
      )}
    </>
  );
}

interface AxisSliderProps {
  readonly plan: PlannedLoad;
  readonly axis: LoadAxis;
  readonly settings: LoadSettings;
  readonly onChange: LoadFormProps['onChange'];
  readonly change: (parts: Workload) => void;
}

/** Along the picture it says where one looks; otherwise it is the same all over the picture. */
function ArrivalsSlider({ plan: { arrivals }, axis, settings, onChange, change }: AxisSliderProps) {
  const isClients = arrivals.kind === 'clients';
  const label = isClients ? 'Clients' : 'Commands';
  const format = (value: number) => (isClients ? String(value) : `${value} a second`);
  if (axis.parameter === 'rate' || axis.parameter === 'clients') {
    const at = settings.at ?? axis.own;
    return (
      <Slider
        label={label}
        value={at}
        stops={axis.values}
        format={format}
        onChange={(next) => onChange({ at: next })}
      />
    );
  }
  const written = settings.change.arrivals;
  const set = (value: number) => {
    if (isClients) {
      change({ arrivals: { ...(written?.clients === undefined ? {} : written), clients: value } });
    } else change({ arrivals: { ...(written?.rate === undefined ? {} : written), rate: value } });
  };
  const value = isClients ? arrivals.clients : arrivals.rate;
  return <Slider label={label} value={value} stops={RATES} format={format} onChange={set} />;
}

function WindowSlider({ plan: { window }, axis, settings, onChange, change }: AxisSliderProps) {
  const label = 'Read to append';
  if (axis.parameter === 'window') {
    const at = settings.at ?? axis.own;
    return (
      <Slider
        label={label}
        value={at}
        stops={axis.values}
        format={formatMs}
        onChange={(next) => onChange({ at: next })}
      />
    );
  }
  const value =
    window.kind === 'fixed' ? window.ms : window.kind === 'exponential' ? window.mean : window.median;
  return (
    <Slider
      label={label}
      value={value}
      stops={WINDOWS}
      format={formatMs}
      onChange={(ms) => {
        if (window.kind === 'exponential') change({ window: { exponential: ms } });
        else if (window.kind === 'logNormal') change({ window: { logNormal: ms, sigma: window.sigma } });
        else change({ window: ms });
      }}
    />
  );
}
