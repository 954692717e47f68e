import type { ConstraintDefinition } from '../../../model/schema.ts';
import { Section } from '../../forms/controls/section.tsx';
import { useWrite } from '../../forms/use-write.ts';
import { RadioList } from './slots/radio-list.tsx';

const CHOICES = [
  {
    value: 'strict',
    label: 'Strict',
    hint: 'If one of these events turns up before the command writes, the command is stopped.',
  },
  {
    value: 'relaxed',
    label: 'Relaxed',
    hint: 'It is checked once. What turns up between the check and the write can slip through.',
  },
] as const;

export interface ConsistencyChoiceProps {
  readonly name: string;
  readonly definition: ConstraintDefinition;
}

/** Whether the constraint must still hold when the command writes. */
export function ConsistencyChoice({ name, definition }: ConsistencyChoiceProps) {
  const { write } = useWrite();
  return (
    <Section title="Until when it must hold">
      <RadioList
        label="Consistency"
        value={definition.consistency ?? 'strict'}
        options={CHOICES}
        onChoose={(value) =>
          write(
            `Make ${name} ${value}`,
            ['constraints', name, 'consistency'],
            value === 'strict' ? undefined : value,
          )
        }
      />
    </Section>
  );
}
