import type { EventsSlot } from '../../../../board/templates/template.ts';
import type { ChangeConstraint } from '../change-constraint.ts';
import { CheckList } from './check-list.tsx';

export interface EventListProps {
  readonly slot: EventsSlot;
  readonly onChange: ChangeConstraint;
}

/** The events of a slot: those on the board, and those that are named but not there. */
export function EventList({ slot, onChange }: EventListProps) {
  const { value, options, change } = slot;
  const missing = value.filter((event) => !options.includes(event));
  const toggle = (event: string, isChosen: boolean) =>
    onChange(change(isChosen ? [...value, event] : value.filter((other) => other !== event)));
  return (
    <CheckList
      options={[
        ...options.map((event) => ({ id: event, label: event })),
        ...missing.map((event) => ({ id: event, label: event, detail: 'not on the board' })),
      ]}
      chosen={new Set(value)}
      empty="There are no more events on the board."
      onToggle={toggle}
    />
  );
}
