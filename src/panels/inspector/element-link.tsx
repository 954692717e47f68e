import { type BoardKind, findElement, makeKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { ElementSwatch } from '../forms/element-swatch.tsx';
import { useInspector } from './use-inspector.ts';

export interface ElementLinkProps {
  readonly kind: BoardKind;
  readonly name: string;
}

/** Another element by its name; a click goes there. One that is not there says so. */
export function ElementLink({ kind, name }: ElementLinkProps) {
  const { document, desk } = useInspector();
  const key = makeKey(kind, name);
  if (findElement(document, key) === undefined) {
    return (
      <span className="insp-link insp-link-missing">
        <ElementSwatch kind={kind} />
        <span className="form-name">{name}</span>
        <span className="form-hint">not on the board</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className="insp-link"
      title={`Go to this ${KINDS[kind].label.toLowerCase()}`}
      onClick={() => desk.getState().seek(key)}
    >
      <ElementSwatch kind={kind} />
      <span className="form-name">{name}</span>
    </button>
  );
}
