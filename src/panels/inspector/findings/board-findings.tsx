import { useState } from 'react';
import { parseKey } from '../../../board/element-key.ts';
import { countOf } from '../../../lib/format-number.ts';
import { Section } from '../../forms/controls/section.tsx';
import { FindingsList } from '../../forms/findings/findings-list.tsx';
import { ElementLink } from '../element-link.tsx';
import { useInspector } from '../use-inspector.ts';
import { type FindingGroup, groupFindings } from './find-owner.ts';

const SHOWN = 12;

/** Everything there is to say about the model, by element. */
export function BoardFindings() {
  const { analysis, document } = useInspector();
  const [showsAll, setShowsAll] = useState(false);
  if (analysis === null) return null;
  const groups = groupFindings(document, analysis.diagnostics);
  const shown = showsAll ? groups : groups.slice(0, SHOWN);
  return (
    <Section
      title="Findings"
      aside={
        groups.length > 0 && (
          <span className="insp-count">{countOf(analysis.diagnostics.length, 'finding', 'findings')}</span>
        )
      }
    >
      {groups.length === 0 && <p className="insp-story">Nothing to complain about.</p>}
      {shown.map((group) => (
        <div className="finding-group" key={group.title}>
          <GroupTitle group={group} />
          <FindingsList findings={group.findings} />
        </div>
      ))}
      {shown.length < groups.length && (
        <button type="button" className="button button-quiet form-add" onClick={() => setShowsAll(true)}>
          {groups.length - shown.length} more
        </button>
      )}
    </Section>
  );
}

function GroupTitle({ group }: { readonly group: FindingGroup }) {
  const parsed = group.owner === null ? undefined : parseKey(group.owner);
  if (parsed === undefined) return <h4 className="finding-group-title">{group.title}</h4>;
  return <ElementLink kind={parsed.kind} name={parsed.name} />;
}
