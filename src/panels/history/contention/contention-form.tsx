import { useId } from 'react';
import type { Measure } from '../../../history/measure/measure-result.ts';
import { sayWindow } from '../../../history/words/say-measure.ts';
import type { ContentionSettings } from '../../../lab/history/contention-desk.ts';
import { groupDigits } from '../../../lib/format-number.ts';
import { Field } from '../../../ui/field.tsx';
import { LeaveOut } from './leave-out.tsx';

export interface ContentionFormProps {
  readonly settings: ContentionSettings;
  readonly measure: Measure;
  /** Whether there is a model with commands to map on. */
  readonly hasModel: boolean;
  readonly onChange: (change: Partial<ContentionSettings>) => void;
}

/** How the log is measured. */
export function ContentionForm({ settings, measure, hasModel, onChange }: ContentionFormProps) {
  const { concepts, actors } = measure;
  return (
    <form
      className="contention-form"
      aria-label="How it is measured"
      onSubmit={(event) => event.preventDefault()}
    >
      <WindowSlider settings={settings} measure={measure} onChange={onChange} />
      <Field label="Streams are made of">
        {(id) => (
          <select
            id={id}
            value={settings.concept ?? measure.concept ?? ''}
            disabled={concepts.length === 0}
            onChange={({ target }) => onChange({ concept: target.value })}
          >
            {concepts.map(({ concept, instances }) => (
              <option key={concept} value={concept}>
                {`${concept} (${groupDigits(instances)})`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <LeaveOut
        legend="Leave out concepts"
        items={concepts.map(({ concept, events, hub }) => ({
          name: concept,
          count: events,
          ...(hub !== null && {
            note: `hub: ${hub.slice(concept.length + 1)}`,
            proposed: `Leave out the hub ${concept}`,
          }),
        }))}
        left={settings.withoutConcepts}
        onChange={(withoutConcepts) => onChange({ withoutConcepts })}
      />
      <LeaveOut
        legend="Leave out actors"
        items={[...actors]
          .sort((a, b) => Number(b.looksLikeBot) - Number(a.looksLikeBot))
          .map(({ actor, events, looksLikeBot }) => ({
            name: actor,
            count: events,
            ...(looksLikeBot && { note: 'reads like a machine', proposed: 'Leave out all machines' }),
          }))}
        left={settings.withoutActors}
        onChange={(withoutActors) => onChange({ withoutActors })}
      />
      <label
        className="contention-check"
        title="Events of the same time, actor and correlation are one append"
      >
        <input
          type="checkbox"
          checked={settings.collapse}
          onChange={({ target }) => onChange({ collapse: target.checked })}
        />
        Events written together are one append
      </label>
      {hasModel && (
        <label className="contention-check" title="Its commands say what was guarded, and decide again">
          <input
            type="checkbox"
            checked={settings.usesModel}
            onChange={({ target }) => onChange({ usesModel: target.checked })}
          />
          Map this board’s model on
        </label>
      )}
    </form>
  );
}

/** The window, in equal steps of proportion. */
function WindowSlider({ settings, measure, onChange }: Omit<ContentionFormProps, 'hasModel'>) {
  const id = useId();
  const windows = measure.curve.map(({ window }) => window);
  const at = windows.indexOf(settings.window);
  return (
    <div className="contention-window">
      <label htmlFor={id}>Window between read and append</label>
      <output htmlFor={id}>{sayWindow(settings.window)}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={windows.length - 1}
        value={at}
        aria-valuetext={sayWindow(settings.window)}
        onChange={({ target }) => onChange({ window: windows[target.valueAsNumber] ?? settings.window })}
      />
    </div>
  );
}
