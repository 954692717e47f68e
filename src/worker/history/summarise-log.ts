import type { ImportedLog } from '../../history/import/log-import.ts';
import type { LogMapping } from '../../history/import/log-mapping.ts';
import type { LogSummary } from '../../lab/history/past-log.ts';

/** What a page shows of a log that was read. */
export function summariseLog(log: ImportedLog, { tags }: LogMapping): LogSummary {
  const { events, format, badRows, problems } = log;
  const counts = new Map<string, number>();
  const actors = new Set<string>();
  for (const { type, actor } of events) {
    counts.set(type, (counts.get(type) ?? 0) + 1);
    if (actor !== null) actors.add(actor);
  }
  const types = [...counts].map(([type, count]) => ({ type, count }));
  return {
    format,
    events: events.length,
    from: events[0]?.time ?? null,
    to: events.at(-1)?.time ?? null,
    types: types.sort((one, other) => other.count - one.count),
    actors: actors.size,
    concepts: [...new Set(tags.map(({ concept }) => concept))],
    badRows,
    problems,
  };
}
