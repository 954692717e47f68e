import type { Workload } from '../../model/schema.ts';
import { Field } from '../../ui/field.tsx';
import { Slider } from '../../ui/slider.tsx';
import type { PlannedLoad } from '../../workload/plan-load.ts';

type Instances = NonNullable<Workload['instances']>;
type Choose = NonNullable<Instances[string]['choose']>;
type Pool = PlannedLoad['pools'][number];

export interface PoolFieldsProps {
  readonly pool: Pool;
  /** What was changed so far, for all concepts. */
  readonly instances: Instances;
  readonly onChange: (instances: Instances) => void;
}

const COUNTS = [1, 2, 4, 8, 16, 24, 32, 64, 128, 256];

/** The ways to choose an instance, by their names in the menu. */
const WAYS: { readonly [name: string]: Choose } = {
  'all alike': 'uniform',
  'some more than others (Zipf 0.8)': { zipf: 0.8 },
  'few most of the time (Zipf 1.2)': { zipf: 1.2 },
  'a hot one, every second time': { hot: 1, share: 0.5 },
  'a hot one, nearly always': { hot: 1, share: 0.9 },
};

/** How many instances of a concept there are, and how commands choose among them. */
export function PoolFields({ pool, instances, onChange }: PoolFieldsProps) {
  const { concept, count } = pool;
  const set = (parts: Instances[string]) =>
    onChange({ ...instances, [concept]: { count, choose: chooseOf(pool), ...instances[concept], ...parts } });
  const now = JSON.stringify(chooseOf(pool));
  const known = Object.values(WAYS).some((way) => JSON.stringify(way) === now);
  return (
    <div className="load-pool">
      <Slider
        label={concept}
        value={count}
        stops={COUNTS}
        format={String}
        onChange={(next) => set({ count: next })}
      />
      <Field label={`Which ${concept} a command takes`}>
        {(id) => (
          <select id={id} value={now} onChange={({ target }) => set({ choose: JSON.parse(target.value) })}>
            {!known && <option value={now}>as the workload says</option>}
            {Object.entries(WAYS).map(([name, way]) => (
              <option key={name} value={JSON.stringify(way)}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

function chooseOf({ choice }: Pool): Choose {
  if (choice.kind === 'uniform') return 'uniform';
  if (choice.kind === 'zipf') return { zipf: choice.exponent };
  return { hot: choice.count, share: choice.share };
}
