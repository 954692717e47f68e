import type { TextsSlot } from '../../../../board/templates/template.ts';
import type { ChangeConstraint } from '../change-constraint.ts';
import { CheckList } from './check-list.tsx';

export interface TextListProps {
  readonly slot: TextsSlot;
  readonly onChange: ChangeConstraint;
}

/** The states that will do. */
export function TextList({ slot, onChange }: TextListProps) {
  const { value, options, change } = slot;
  const missing = value.filter((text) => !options.includes(text));
  return (
    <CheckList
      options={[...options, ...missing].map((text) => ({
        id: text,
        label: text === '' ? 'nothing yet' : text,
      }))}
      chosen={new Set(value)}
      empty="First say which events lead to which state."
      onToggle={(text, isChosen) =>
        onChange(change(isChosen ? [...value, text] : value.filter((other) => other !== text)))
      }
    />
  );
}
