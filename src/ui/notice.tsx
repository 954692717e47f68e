import type { ReactNode } from 'react';

export interface NoticeProps {
  /** `trouble`: something failed or is not saved; `plain`: good to know. */
  readonly kind: 'trouble' | 'plain';
  readonly children: ReactNode;
}

/** A sentence set apart; trouble is read out at once. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <p className={`notice notice-${kind}`} role={kind === 'trouble' ? 'alert' : 'note'}>
      {kind === 'trouble' && (
        <span className="notice-mark" aria-hidden="true">
          !
        </span>
      )}
      <span>{children}</span>
    </p>
  );
}
