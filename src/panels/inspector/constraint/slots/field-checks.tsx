import type { EventField } from '../../../../board/templates/template.ts';
import { CheckList } from './check-list.tsx';

export interface FieldChecksProps {
  readonly value: readonly EventField[];
  readonly options: readonly EventField[];
  readonly onChoose: (value: readonly EventField[]) => void;
}

/** Number fields of events to tick; an event gives one of its fields at most. */
export function FieldChecks({ value, options, onChoose }: FieldChecksProps) {
  const missing = value.filter((field) => !options.some((option) => nameOf(option) === nameOf(field)));
  const all = [...options, ...missing];
  const toggle = (id: string, isChosen: boolean) => {
    const field = all.find((option) => nameOf(option) === id);
    const others = value.filter(({ event }) => event !== field?.event);
    onChoose(isChosen && field ? [...others, field] : value.filter((other) => nameOf(other) !== id));
  };
  return (
    <CheckList
      options={all.map((field) => ({ id: nameOf(field), label: field.event, detail: field.field }))}
      chosen={new Set(value.map(nameOf))}
      empty="No event has a field that is a whole number (int) yet."
      onToggle={toggle}
    />
  );
}

function nameOf({ event, field }: EventField): string {
  return JSON.stringify([event, field]);
}
