import { X } from 'lucide-react';
import type { StatesSlot } from '../../../../board/templates/template.ts';
import { AddMenu } from '../../../forms/controls/add-menu.tsx';
import { IconButton } from '../../../forms/controls/icon-button.tsx';
import { TextField } from '../../../forms/controls/text-field.tsx';
import type { ChangeConstraint } from '../change-constraint.ts';
import { proposeState } from './propose-state.ts';

export interface StateFormProps {
  readonly slot: StatesSlot;
  readonly onChange: ChangeConstraint;
}

/** Which state each event leads to. */
export function StateForm({ slot, onChange }: StateFormProps) {
  const { value, options, change } = slot;
  const others = options.filter((event) => value.every((state) => state.event !== event));
  return (
    <div className="rule-states">
      {value.map(({ event, state }) => (
        <div key={event} className="rule-state">
          <span className="rule-state-event">{event}</span>
          <TextField
            label={`State after ${event}`}
            isBare
            value={state}
            onType={(text) => {
              const states = value.map((entry) => (entry.event === event ? { event, state: text } : entry));
              onChange(change(states), `state after ${event}`);
              return null;
            }}
          />
          <IconButton
            icon={X}
            label={`Take out ${event}`}
            onClick={() => onChange(change(value.filter((entry) => entry.event !== event)))}
          />
        </div>
      ))}
      <AddMenu
        label="Event"
        options={others.map((event) => ({ value: event, label: event }))}
        empty="There are no more events on the board."
        onAdd={(event) => onChange(change([...value, { event, state: proposeState(event) }]))}
      />
    </div>
  );
}
