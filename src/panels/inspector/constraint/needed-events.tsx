import { saySubset } from '../../../board/edits/subset.ts';
import type { ConstraintDefinition } from '../../../model/schema.ts';
import { Section } from '../../forms/controls/section.tsx';
import { ElementLink } from '../element-link.tsx';

/** The events a constraint must have seen, each with which of them. */
export function NeededEvents({ definition }: { readonly definition: ConstraintDefinition }) {
  const filters = new Map<string, (readonly string[])[]>();
  for (const { tags, on } of Object.values(definition.projections ?? {})) {
    for (const event of Object.keys(on ?? {})) {
      filters.set(event, [...(filters.get(event) ?? []), Object.keys(tags ?? {})]);
    }
  }
  if (filters.size === 0) return null;
  const kinds = filters.size === 1 ? '1 kind of event' : `${filters.size} kinds of events`;
  return (
    <Section title={`Needs ${kinds}`}>
      <ul className="rule-needs">
        {[...filters].map(([event, tags]) => (
          <li key={event}>
            <ElementLink kind="event" name={event} />
            <span className="rule-detail">{saySubset(tags)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
