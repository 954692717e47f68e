import type { Model } from '../../model/schema.ts';
import type { BoundaryReport } from '../../strategies/report-boundary.ts';

/** The streams that a report guards, by the aggregate they belong to (S4). */
export function groupStreams(
  { guard }: Pick<BoundaryReport, 'guard'>,
  model: Model,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  if (guard.kind !== 'streams') return groups;
  for (const stream of guard.streams) {
    // An aggregate's name may begin like another's.
    const [owner] = Object.keys(model.aggregates ?? {})
      .filter((name) => stream.startsWith(`${name}-`))
      .toSorted((a, b) => b.length - a.length);
    if (owner !== undefined) groups.set(owner, [...(groups.get(owner) ?? []), stream]);
  }
  return groups;
}
