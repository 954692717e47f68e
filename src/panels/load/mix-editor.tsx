import type { LoadSettings } from '../../lab/load/load-settings.ts';
import { settleWorkload } from '../../lab/load/load-settings.ts';
import type { Model, Workload } from '../../model/schema.ts';
import type { PlannedLoad } from '../../workload/plan-load.ts';

type Commands = NonNullable<Workload['commands']>;

export interface MixEditorProps {
  readonly mix: PlannedLoad['mix'];
  readonly model: Model;
  readonly settings: LoadSettings;
  readonly onChange: (commands: Commands) => void;
}

/** Which commands are issued, and how often each compared with the others. */
export function MixEditor({ mix, model, settings, onChange }: MixEditorProps) {
  const written = settleWorkload(model, settings).commands ?? {};
  const weights = new Map(mix.map(({ command, weight }) => [command, weight]));
  const names = Object.entries(model.commands ?? {}).flatMap(([name, { emits }]) =>
    weights.has(name) || (emits ?? []).length > 0 ? [name] : [],
  );
  const whole = mix.reduce((sum, { weight }) => sum + weight, 0);
  const set = (changed: string, weight: number) => {
    const all = names.map((name): [string, Commands[string]] => [
      name,
      { ...written[name], weight: name === changed ? weight : (weights.get(name) ?? 0) },
    ]);
    onChange(Object.fromEntries(all));
  };
  return (
    <fieldset className="load-group">
      <legend>Commands</legend>
      <p className="load-hint">How often each is issued, compared with the others.</p>
      {names.map((name) => {
        const weight = weights.get(name) ?? 0;
        const share = whole > 0 ? weight / whole : 0;
        return (
          <label key={name} className="load-weight">
            <span className="load-weight-name" title={name}>
              {name}
            </span>
            <span className="load-weight-share">{`${Math.round(100 * share)} %`}</span>
            <input
              type="number"
              min={0}
              max={1000}
              step={1}
              value={weight}
              onChange={({ target }) => {
                const next = target.valueAsNumber;
                if (Number.isFinite(next) && next >= 0) set(name, next);
              }}
            />
          </label>
        );
      })}
    </fieldset>
  );
}
