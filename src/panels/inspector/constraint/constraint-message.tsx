import { Braces } from 'lucide-react';
import { useId, useRef } from 'react';
import type { ConstraintDefinition } from '../../../model/schema.ts';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { Section } from '../../forms/controls/section.tsx';
import { useTypedText } from '../../forms/controls/use-typed-text.ts';
import { useWrite } from '../../forms/use-write.ts';

export interface ConstraintMessageProps {
  readonly name: string;
  readonly definition: ConstraintDefinition;
}

/** What a person is told when the constraint fails; values are filled in for names in braces. */
export function ConstraintMessage({ name, definition }: ConstraintMessageProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { write } = useWrite();
  const value = definition.message ?? '';
  const { text, start, type, stop } = useTypedText({
    value,
    onType: (typed) => {
      write(`Message of ${name}`, ['constraints', name, 'message'], typed === '' ? undefined : typed);
      return null;
    },
  });
  const names = [...Object.keys(definition.parameters ?? {}), ...Object.keys(definition.projections ?? {})];
  const insert = (placeholder: string) => {
    const at = field.current?.selectionStart ?? text.length;
    const end = field.current?.selectionEnd ?? at;
    type(`${text.slice(0, at)}{${placeholder}}${text.slice(end)}`);
    stop();
  };
  return (
    <Section
      title="Message"
      aside={
        names.length > 0 && (
          <Menu
            align="end"
            trigger={
              <button type="button" className="button button-quiet rule-form-menu">
                <Braces size={14} aria-hidden="true" />
                Insert a value
              </button>
            }
          >
            {names.map((placeholder) => (
              <MenuItem key={placeholder} onSelect={() => insert(placeholder)}>
                {placeholder}
              </MenuItem>
            ))}
          </Menu>
        )
      }
    >
      <label className="visually-hidden" htmlFor={id}>
        Message when it fails
      </label>
      <textarea
        id={id}
        ref={field}
        className="rule-message"
        rows={2}
        value={text}
        placeholder="What a person is told when it fails"
        onFocus={start}
        onBlur={stop}
        onChange={(event) => type(event.target.value)}
      />
    </Section>
  );
}
