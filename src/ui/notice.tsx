import { X } from 'lucide-react';
import type { ReactNode } from 'react';

export interface NoticeProps {
  /** `trouble`: something failed or is not saved; `plain`: good to know. */
  readonly kind: 'trouble' | 'plain';
  readonly children: ReactNode;
  /** Lets it be put away. */
  readonly onClose?: () => void;
}

/** A sentence set apart; trouble is read out at once. */
export function Notice({ kind, children, onClose }: NoticeProps) {
  return (
    <p className={`notice notice-${kind}`} role={kind === 'trouble' ? 'alert' : 'note'}>
      {kind === 'trouble' && (
        <span className="notice-mark" aria-hidden="true">
          !
        </span>
      )}
      <span>{children}</span>
      {onClose && (
        <button className="icon-button notice-close" type="button" aria-label="Put away" onClick={onClose}>
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </p>
  );
}
