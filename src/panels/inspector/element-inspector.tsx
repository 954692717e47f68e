import { BOARD_SECTIONS, type BoardKind, makeKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { DescriptionField } from './description-field.tsx';
import { ElementHeader } from './element-header.tsx';
import { ElementFindings } from './findings/element-findings.tsx';
import { ElementDetails } from './kinds/element-details.tsx';
import { SliceMembership } from './slice-membership.tsx';

/** One element: what it is called, what it is, what is missing, and what belongs to its kind. */
export function ElementInspector({ kind, name }: { readonly kind: BoardKind; readonly name: string }) {
  return (
    <>
      <ElementHeader kind={kind} name={name} />
      <DescriptionField path={[BOARD_SECTIONS[kind], name]} of={name} placeholder={KINDS[kind].meaning} />
      <ElementFindings kind={kind} name={name} />
      <ElementDetails kind={kind} name={name} />
      {KINDS[kind].form === 'note' && <SliceMembership of={makeKey(kind, name)} name={name} />}
    </>
  );
}
