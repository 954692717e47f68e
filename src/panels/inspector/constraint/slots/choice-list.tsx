import type { ChoiceSlot } from '../../../../board/templates/template.ts';
import type { ChangeConstraint } from '../change-constraint.ts';
import { RadioList } from './radio-list.tsx';

export interface ChoiceListProps {
  readonly slot: ChoiceSlot;
  readonly onChange: ChangeConstraint;
}

/** One wording of several. */
export function ChoiceList({ slot, onChange }: ChoiceListProps) {
  return (
    <RadioList
      label={slot.label}
      value={slot.value}
      options={slot.options}
      onChoose={(value) => onChange(slot.change(value))}
    />
  );
}
