import type { Slot } from '../../../board/templates/template.ts';
import type { ChangeConstraint } from './change-constraint.ts';
import { saySlot } from './say-slot.ts';
import { AmountForm } from './slots/amount-form.tsx';
import { ChoiceList } from './slots/choice-list.tsx';
import { EventList } from './slots/event-list.tsx';
import { FieldChoice } from './slots/field-choice.tsx';
import { KeyList } from './slots/key-list.tsx';
import { SlotPopover } from './slots/slot-popover.tsx';
import { StateForm } from './slots/state-form.tsx';
import { TextChoice } from './slots/text-choice.tsx';
import { TextList } from './slots/text-list.tsx';

export interface SlotButtonProps {
  readonly slot: Slot;
  readonly onChange: ChangeConstraint;
}

/** A place to fill in a sentence: what stands there, and a click away what could. */
export function SlotButton({ slot, onChange }: SlotButtonProps) {
  return (
    <SlotPopover
      label={slot.label}
      text={saySlot(slot)}
      empty={slot.empty}
      isOptional={slot.isOptional}
      kind={slot.kind}
    >
      <SlotContent slot={slot} onChange={onChange} />
    </SlotPopover>
  );
}

function SlotContent({ slot, onChange }: SlotButtonProps) {
  switch (slot.kind) {
    case 'events':
      return <EventList slot={slot} onChange={onChange} />;
    case 'keys':
      return <KeyList slot={slot} onChange={onChange} />;
    case 'fields':
      return <FieldChoice slot={slot} onChange={onChange} />;
    case 'amount':
      return <AmountForm slot={slot} onChange={onChange} />;
    case 'choice':
      return <ChoiceList slot={slot} onChange={onChange} />;
    case 'states':
      return <StateForm slot={slot} onChange={onChange} />;
    case 'texts':
      return <TextList slot={slot} onChange={onChange} />;
    case 'text':
      return <TextChoice slot={slot} onChange={onChange} />;
  }
}
