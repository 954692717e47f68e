import type { FindingKey } from '../../exploration/findings.ts';
import { VERDICT_SHAPES } from '../../ui/verdict-shapes.ts';

export interface ShareBarProps {
  /** From 0 to 1. */
  readonly share: number;
  /** Where the exact share lies; null where it is not known. */
  readonly exact: number | null;
  /** Whose colour it has. */
  readonly finding: FindingKey;
}

/** A share as a bar, with a tick at the exact one. The numbers stand beside it, so it is not read out. */
export function ShareBar({ share, exact, finding }: ShareBarProps) {
  return (
    <svg
      color={`var(--${VERDICT_SHAPES[finding].token})`}
      className="live-share-bar"
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="live-share-ground" x="0" y="3" width="100" height="6" />
      <rect className="live-share-part" x="0" y="3" width={share * 100} height="6" />
      {exact !== null && (
        <rect className="live-share-exact" x={Math.min(exact * 100, 98)} y="0" width="2" height="12" />
      )}
    </svg>
  );
}
