import type { TextSlot } from '../../../../board/templates/template.ts';
import { TextField } from '../../../forms/controls/text-field.tsx';
import type { ChangeConstraint } from '../change-constraint.ts';

export interface TextChoiceProps {
  readonly slot: TextSlot;
  readonly onChange: ChangeConstraint;
}

/** One word to type. */
export function TextChoice({ slot, onChange }: TextChoiceProps) {
  return (
    <TextField
      label={slot.label}
      isBare
      value={slot.value}
      onType={(text) => {
        onChange(slot.change(text), slot.label);
        return null;
      }}
    />
  );
}
