import type { EventField, FieldsSlot } from '../../../../board/templates/template.ts';
import type { ChangeConstraint } from '../change-constraint.ts';
import { FieldChecks } from './field-checks.tsx';

export interface FieldChoiceProps {
  readonly slot: FieldsSlot;
  readonly onChange: ChangeConstraint;
}

/** The fields of events in a slot. */
export function FieldChoice({ slot, onChange }: FieldChoiceProps) {
  const { value, options, change } = slot;
  const choose = (next: readonly EventField[]) => onChange(change(next));
  return <FieldChecks value={value} options={options} onChoose={choose} />;
}
