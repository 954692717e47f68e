import type { Position, StoredEvent, StoreQuery } from '../../src/event-store/port.ts';
import type { SoakData, SoakReport } from './page/soak.ts';

/**
 * Checks a log that a soak wrote, from what its events say of themselves: each batch is whole and in one piece, and the
 * last event before it that matches the query it was appended under is the very one it was decided on.
 */
export function verifySoak(log: readonly StoredEvent[]): readonly string[] {
  const wrong: string[] = [];
  const lastMatching = new Map<string, { readonly query: StoreQuery; last: Position }>();
  const guards = new Map(log.map((event) => [JSON.stringify(dataOf(event).query), dataOf(event).query]));
  for (const [key, query] of guards) lastMatching.set(key, { query, last: 0 });
  for (let start = 0; start < log.length; ) {
    const batch = batchAt(log, start);
    const [first] = batch;
    if (first === undefined) break;
    const { query, after, size } = dataOf(first);
    if (batch.length !== size) wrong.push(`${first.id} came with ${size} events, ${batch.length} are there`);
    const last = lastMatching.get(JSON.stringify(query))?.last;
    if (last !== after) wrong.push(`${first.id} was decided at ${after}, but ${last} matches before it`);
    for (const event of batch) noteMatches(event, lastMatching.values());
    start += batch.length;
  }
  return wrong;
}

function batchAt(log: readonly StoredEvent[], start: number): readonly StoredEvent[] {
  const batch = log[start] && dataOf(log[start]).batch;
  let end = start;
  for (let next = log[end]; next && dataOf(next).batch === batch; next = log[end]) end++;
  return log.slice(start, end);
}

function noteMatches(
  event: StoredEvent,
  guards: Iterable<{ readonly query: StoreQuery; last: Position }>,
): void {
  const carried = new Set(event.tags);
  for (const guard of guards) if (matches(event, carried, guard.query)) guard.last = event.position;
}

/** What a query means, told once more and apart from the product. */
function matches(event: StoredEvent, carried: ReadonlySet<string>, query: StoreQuery): boolean {
  if (query === 'all') return true;
  return query.items.some(
    ({ types, tags }) =>
      (types.length === 0 || types.includes(event.type)) && tags.every((tag) => carried.has(tag)),
  );
}

function dataOf(event: StoredEvent): SoakData {
  return event.data as unknown as SoakData;
}

/** The figures of a soak in one line. */
export function describeSoak(reports: readonly SoakReport[], seconds: number): string {
  const appends = reports.reduce((sum, report) => sum + report.appends, 0);
  const retries = reports.reduce((sum, report) => sum + report.retries, 0);
  const worst = reports.map((report) => report.worst).sort((a, b) => b.retries - a.retries)[0];
  const rate = Math.round(appends / seconds);
  return `Soak: ${appends} appends in ${seconds.toFixed(1)} s, ${rate} appends/s, ${retries} retries, at worst ${worst?.retries} for one append (${JSON.stringify(worst?.query)})`;
}
