import { ChevronDown } from 'lucide-react';
import { Fragment } from 'react';
import type { Reading } from '../../../board/templates/registry.ts';
import { TEMPLATES } from '../../../board/templates/registry.ts';
import type { Part } from '../../../board/templates/template.ts';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { Section } from '../../forms/controls/section.tsx';
import { useInspector } from '../use-inspector.ts';
import type { ChangeConstraint } from './change-constraint.ts';
import { saySlot } from './say-slot.ts';
import { SlotButton } from './slot-button.tsx';
import { TemplateIcon } from './template-icon.tsx';

export interface RulePartProps {
  readonly name: string;
  readonly reading: Reading | null;
  readonly isBroken: boolean;
  readonly onChange: ChangeConstraint;
  /** Goes to the forms; null where that would throw something away. */
  readonly onChooseForm: (() => void) | null;
}

/** What the constraint demands, as a sentence to fill; or that no sentence says it. */
export function RulePart({ name, reading, isBroken, onChange, onChooseForm }: RulePartProps) {
  if (reading === null) {
    return (
      <Section title="Rule">
        <p className="rule-plain">{sayWithoutForm(isBroken, onChooseForm !== null)}</p>
        {onChooseForm && (
          <button type="button" className="link-button" onClick={onChooseForm}>
            Choose a form instead
          </button>
        )}
      </Section>
    );
  }
  return (
    <Section title="Rule" aside={<FormMenu name={name} reading={reading} onChange={onChange} />}>
      <p className="rule-sentence">
        {reading.parts.map((part, index) => (
          // The parts of a form are always the same ones in the same order.
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name.
          <Fragment key={index}>
            {index > 0 && !startsWithComma(part) && ' '}
            {typeof part === 'string' ? (
              <span className={isIdle(reading.parts[index + 1]) ? 'rule-idle' : undefined}>{part}</span>
            ) : (
              <SlotButton slot={part} onChange={onChange} />
            )}
          </Fragment>
        ))}
        .
      </p>
    </Section>
  );
}

function sayWithoutForm(isBroken: boolean, isEmpty: boolean): string {
  if (isBroken) return 'A part of this constraint cannot be read, so it is shown as it is written.';
  if (isEmpty)
    return 'There is no rule yet: add values from past events, and say below what must be true of them.';
  return 'This constraint is written in CEL: no short form says all of it.';
}

function startsWithComma(part: Part): boolean {
  return typeof part === 'string' && part.startsWith(',');
}

/** Words that lead up to something optional that is not there. */
function isIdle(next: Part | undefined): boolean {
  return typeof next === 'object' && next.isOptional && saySlot(next) === null;
}

function FormMenu({
  name,
  reading,
  onChange,
}: Pick<RulePartProps, 'name' | 'onChange'> & { readonly reading: Reading }) {
  const { model } = useInspector();
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="button button-quiet rule-form-menu">
          <span className="visually-hidden">Form: </span>
          {reading.template.label}
          <ChevronDown size={14} aria-hidden="true" />
        </button>
      }
    >
      {TEMPLATES.map((template) => (
        <MenuItem
          key={template.id}
          icon={<TemplateIcon id={template.id} />}
          isDisabled={template.id === reading.template.id}
          onSelect={() => onChange(template.start(model, name))}
        >
          {template.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
