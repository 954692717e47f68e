import './boundary.css';
import { makeKey } from '../../../board/element-key.ts';
import { type BoundaryKind, groupByKind, wordsOf } from '../../../lab/boundary/boundary-kinds.ts';
import { STRATEGIES } from '../../../strategies/registry.ts';
import type { BoundaryPart, BoundaryReport } from '../../../strategies/report-boundary.ts';
import { BoundaryIcon } from '../../../ui/boundary-mark.tsx';
import { TagLabel } from '../../../ui/tag-label.tsx';
import { findTagMark } from '../../../ui/tag-mark.ts';
import { Section } from '../../forms/controls/section.tsx';
import { useInspector } from '../use-inspector.ts';
import { OtherGuards } from './other-guards.tsx';
import type { Reports } from './use-reports.ts';

/** What a command needs to decide and what of it is guarded, under the chosen strategy and beside the others. */
export function BoundarySection({ reports }: { readonly reports: Reports }) {
  const { strategy, chosen, all } = reports;
  const hasParts = all.some(([, reported]) => !('unavailable' in reported) && reported.parts.length > 0);
  if (!hasParts) return null;
  return (
    <>
      <Section title={`Boundary under ${STRATEGIES[strategy].name}`}>
        {'unavailable' in chosen ? (
          <p className="form-hint">{chosen.unavailable}.</p>
        ) : (
          <Parts report={chosen} />
        )}
      </Section>
      <Section title="The same command, other guards">
        <OtherGuards reports={reports} />
      </Section>
    </>
  );
}

const WORST_FIRST = ['open', 'relaxed', 'extra', 'kept'] as const;

function Parts({ report }: { readonly report: BoundaryReport }) {
  const groups = groupByKind(report);
  return (
    <>
      <p className="insp-story">{report.sentence}</p>
      {WORST_FIRST.filter((kind) => groups[kind].length > 0).map((kind) => (
        <Group key={kind} kind={kind} parts={groups[kind]} report={report} />
      ))}
    </>
  );
}

interface GroupProps {
  readonly kind: BoundaryKind;
  readonly parts: readonly BoundaryPart[];
  readonly report: BoundaryReport;
}

function Group({ kind, parts, report }: GroupProps) {
  const { name, consequence } = wordsOf(kind, report);
  return (
    <div className="boundary-group">
      <h4 className={`boundary-group-head boundary-${kind}`} title={consequence}>
        <BoundaryIcon kind={kind} isLock={report.guard.kind === 'locks'} />
        {name}
      </h4>
      <ul>
        {parts.map((part) => (
          <Part key={JSON.stringify([part.event, part.tags, part.constraints])} {...part} />
        ))}
      </ul>
    </div>
  );
}

function Part({ event, concepts, constraints }: BoundaryPart) {
  const { document, desk } = useInspector();
  return (
    <li className="boundary-part">
      <button
        className="boundary-part-event"
        type="button"
        title="Go to this event"
        onClick={() => desk.getState().seek(makeKey('event', event))}
      >
        {event}
      </button>
      <span className="boundary-part-tags">
        {concepts.length === 0 && 'any'}
        {concepts.map((concept, index) => (
          <TagLabel
            key={concept}
            name={index === 0 ? `same ${concept}` : concept}
            mark={findTagMark(document, concept)}
            isOnPaper
          />
        ))}
      </span>
      {constraints.length > 0 && <span className="boundary-part-for">for {constraints.join(', ')}</span>}
    </li>
  );
}
