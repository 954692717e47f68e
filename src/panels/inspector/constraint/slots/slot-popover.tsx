import '../../../../ui/popover.css';
import { Popover } from 'radix-ui';
import type { KeyboardEvent, ReactNode } from 'react';

export interface SlotPopoverProps {
  readonly label: string;
  /** What stands there; null while nothing does. */
  readonly text: string | null;
  readonly empty: string;
  readonly isOptional: boolean;
  readonly kind: string;
  readonly children: ReactNode;
}

/** A word of the sentence that opens what can stand in its place. */
export function SlotPopover({ label, text, empty, isOptional, kind, children }: SlotPopoverProps) {
  const state = text !== null ? 'filled' : isOptional ? 'optional' : 'open';
  return (
    <Popover.Root modal={false}>
      <Popover.Trigger asChild>
        {/* biome-ignore lint/a11y/useSemanticElements: a real button does not break over lines as words do. */}
        <span
          role="button"
          tabIndex={0}
          aria-label={`${label}: ${text ?? empty}`}
          className="rule-slot"
          data-kind={kind}
          data-fill={state}
          onKeyDown={press}
        >
          {text ?? empty}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover rule-popover"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
        >
          <p className="rule-popover-title">{label}</p>
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function press(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.click();
}
