import './tooltip.css';
import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { sayKeys } from './say-keys.ts';

export interface TooltipProps {
  readonly text: string;
  /** The key that does the same, such as `Mod+Z`. */
  readonly keys?: string;
  /** A second, quieter line. */
  readonly more?: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** What it belongs to; it must take a ref and props, as plain elements do. */
  readonly children: ReactNode;
}

/** A few words that turn up beside a control. The control has its own name: this adds, and never replaces. */
export function Tooltip({ text, keys, more, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="tooltip" side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {keys !== undefined && <kbd className="tooltip-keys">{sayKeys(keys)}</kbd>}
          {more !== undefined && <span className="tooltip-more">{more}</span>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Stands once around the page: after one tooltip was shown, the next comes at once. */
export function TooltipScope({ children }: { readonly children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={500} skipDelayDuration={200} disableHoverableContent>
      {children}
    </Radix.Provider>
  );
}
