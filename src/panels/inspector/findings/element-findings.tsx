import { BOARD_SECTIONS, type BoardKind } from '../../../board/element-key.ts';
import { pointer } from '../../../model/pointer.ts';
import { Section } from '../../forms/controls/section.tsx';
import { FindingsList } from '../../forms/findings/findings-list.tsx';
import { listFindingsWithin } from '../../forms/findings/sort-findings.ts';
import { useInspector } from '../use-inspector.ts';

/** What is said about one element; nothing when all is well. */
export function ElementFindings({ kind, name }: { readonly kind: BoardKind; readonly name: string }) {
  const { analysis } = useInspector();
  const at = pointer(BOARD_SECTIONS[kind], name);
  const findings = listFindingsWithin(analysis?.diagnostics ?? [], at);
  if (findings.length === 0) return null;
  return (
    <Section title={findings.some(({ severity }) => severity !== 'info') ? 'To look at' : 'Still open'}>
      <FindingsList findings={findings} />
    </Section>
  );
}
