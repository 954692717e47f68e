import type { BoardKind } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { Swatch } from '../../ui/swatch.tsx';

/** The note of a kind in small. */
export function ElementSwatch({
  kind,
  isLarge = false,
}: {
  readonly kind: BoardKind;
  readonly isLarge?: boolean;
}) {
  const { token, form } = KINDS[kind];
  return <Swatch kind={kind} token={token} isNote={form === 'note'} size={isLarge ? 'large' : 'small'} />;
}
