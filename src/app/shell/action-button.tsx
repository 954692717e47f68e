import type { ReactNode } from 'react';
import type { Action } from '../../ui/actions.ts';
import { Tooltip } from '../../ui/tooltip.tsx';

export interface ActionButtonProps {
  readonly action: Action;
  readonly children: ReactNode;
  /** Shown beside the icon where there is room. */
  readonly text?: string;
  readonly isDisabled?: boolean;
  /** What the tooltip says where the label is not enough. */
  readonly tooltip?: string;
}

/** An action as a button of the bar. */
export function ActionButton({ action, children, text, isDisabled = false, tooltip }: ActionButtonProps) {
  const keys = action.keys?.[0];
  return (
    <Tooltip text={tooltip ?? action.label} {...(keys === undefined ? {} : { keys })}>
      <button
        className={text === undefined ? 'icon-button' : 'text-button'}
        type="button"
        aria-label={action.label}
        aria-disabled={isDisabled}
        onClick={() => !isDisabled && action.run()}
      >
        {children}
        {text !== undefined && <span className="text-button-label">{text}</span>}
      </button>
    </Tooltip>
  );
}
