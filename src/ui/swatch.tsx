import './swatch.css';
import { KindIcon, type KindIconProps } from './kind-icon.tsx';

export interface SwatchProps {
  readonly kind: KindIconProps['kind'];
  /** The design token of its colour, without the dashes. */
  readonly token: string;
  /** A note has its colour; a frame or a label is only its sign. */
  readonly isNote: boolean;
  readonly size?: 'small' | 'large';
}

/** A note in small, for rail, lists and legends. */
export function Swatch({ kind, token, isNote, size = 'small' }: SwatchProps) {
  return (
    <span className={`swatch swatch-${size} ${isNote ? `swatch-${token}` : 'swatch-plain'}`}>
      <KindIcon kind={kind} size={size === 'large' ? 20 : isNote ? 14 : 18} />
    </span>
  );
}
