import './boundary-mark.css';
import {
  Lock,
  LockOpen,
  type LucideIcon,
  ShieldCheck,
  ShieldEllipsis,
  ShieldMinus,
  ShieldOff,
} from 'lucide-react';

export interface BoundaryMarkProps {
  /** Guarded and needed, guarded only, needed only, or left out of the guard on purpose. */
  readonly kind: 'kept' | 'extra' | 'open' | 'relaxed';
  /** Locks stand for guards. */
  readonly isLock?: boolean;
  readonly size?: number;
}

const SHIELDS: Readonly<Record<BoundaryMarkProps['kind'], LucideIcon>> = {
  kept: ShieldCheck,
  extra: ShieldMinus,
  open: ShieldOff,
  relaxed: ShieldEllipsis,
};
const LOCKS: typeof SHIELDS = { ...SHIELDS, kept: Lock, extra: Lock, open: LockOpen };

/** The sign of a part of a boundary; its words stand beside it. */
export function BoundaryIcon({ kind, isLock = false, size = 14 }: BoundaryMarkProps) {
  const Icon = (isLock ? LOCKS : SHIELDS)[kind];
  return (
    <Icon className={`boundary-icon boundary-${kind}`} size={size} strokeWidth={2.2} aria-hidden="true" />
  );
}

/** The outline of a part of a boundary in small, for legends. */
export function BoundarySwatch({ kind }: Pick<BoundaryMarkProps, 'kind'>) {
  return (
    <svg className={`boundary-swatch boundary-${kind}`} width={26} height={16} aria-hidden="true">
      <rect x={1.5} y={1.5} width={23} height={13} rx={3.5} />
    </svg>
  );
}
