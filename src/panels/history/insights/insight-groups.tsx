import { useState } from 'react';
import type { Insight, InsightKind } from '../../../history/insights/insight.ts';
import { INSIGHT_WORDS } from '../../../history/words/insight-words.ts';
import type { LabParts } from '../../../lab/lab-parts.ts';
import { InsightRow } from './insight-row.tsx';

export interface InsightGroupsProps {
  readonly insights: readonly Insight[];
  readonly parts: Pick<LabParts, 'board' | 'desk'>;
}

/** The insights by kind, each kind under its name. */
export function InsightGroups({ insights, parts }: InsightGroupsProps) {
  const groups = new Map<InsightKind, Insight[]>();
  for (const insight of insights) groups.set(insight.kind, [...(groups.get(insight.kind) ?? []), insight]);
  return [...groups].map(([kind, own]) => <Group key={kind} kind={kind} insights={own} parts={parts} />);
}

const SHOWN = 3;

function Group({ kind, insights, parts }: InsightGroupsProps & { readonly kind: InsightKind }) {
  const [showsAll, setShowsAll] = useState(false);
  const { name, about } = INSIGHT_WORDS[kind];
  const shown = showsAll ? insights : insights.slice(0, SHOWN);
  return (
    <section className="insight-group" aria-label={name}>
      <h3>
        {name} <small>{about}</small>
      </h3>
      <ul>
        {shown.map((insight) => (
          <InsightRow key={insight.sentence} insight={insight} parts={parts} />
        ))}
      </ul>
      {shown.length < insights.length && (
        <button className="button button-quiet" type="button" onClick={() => setShowsAll(true)}>
          {`Show ${insights.length - shown.length} more`}
        </button>
      )}
    </section>
  );
}
