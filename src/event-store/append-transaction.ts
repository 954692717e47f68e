import { checkInTransaction } from './condition-check.ts';
import { LogReader } from './log-reader.ts';
import type { AppendCondition, AppendResult, Attachment, NewEvent, Position } from './port.ts';
import { abort, finish, settle, type WritePlace } from './requests.ts';
import { getRowsIn, writeRowsIn } from './row-requests.ts';
import { lookAmong } from './row-table.ts';
import { INDEXES, type MetaRow, type StreamRow, toRow } from './schema.ts';

export interface AppendTerms {
  readonly condition: AppendCondition | undefined;
  readonly attachment: Attachment | undefined;
  /** Looks at each id, because one is known to be taken. */
  readonly thorough?: boolean;
}

/**
 * Appends in one readwrite transaction: is it a replay, does the condition hold, then the writes. All questions are asked
 * at once; of the ids at first only the first, since the unique index refuses the others, which undoes everything and
 * has `append` look at each (`thorough`).
 */
export async function appendInTransaction(
  { database, ranges, durability }: WritePlace,
  events: readonly NewEvent[],
  { condition, attachment, thorough = false }: AppendTerms,
): Promise<AppendResult> {
  const streams = namesOf(events, condition);
  const tables = [
    'events',
    'meta',
    ...(streams.length > 0 ? ['streams'] : []),
    ...(attachment ? ['rows'] : []),
  ];
  const transaction = database.transaction(tables, 'readwrite', { durability });
  const finished = finish(transaction);
  finished.catch(() => {});
  try {
    const reader = new LogReader(transaction, ranges);
    const ids = transaction.objectStore('events').index(INDEXES.id);
    const versions = readVersions(transaction, streams);
    const needs = attachment?.needs(events) ?? [];
    const [firstKnown, head, kept, failure, versionOf, values] = await Promise.all([
      settle(ids.getKey(events[0]?.id ?? '')),
      reader.head(),
      settle<MetaRow | undefined>(transaction.objectStore('meta').get('head')),
      checkInTransaction(reader, condition, versions),
      versions,
      needs.length > 0 ? getRowsIn(transaction, needs) : [],
    ]);
    if (thorough || failure || firstKnown !== undefined) {
      const seen = await findKnown(ids, events);
      if (seen) return seen;
    }
    if (failure) return failure;
    const last = Math.max(Math.floor(head), Number(kept?.value ?? 0));
    if (attachment) {
      const stored = events.map((event, i) => ({ ...event, position: last + 1 + i }));
      const decided = attachment.decide(stored, lookAmong(needs, values), head);
      if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal, head };
      writeRowsIn(transaction, ranges, decided);
    }
    const positions = write(transaction, events, last, versionOf);
    transaction.commit();
    await finished;
    return { kind: 'appended', positions, replayed: false };
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

function write(
  transaction: IDBTransaction,
  events: readonly NewEvent[],
  last: Position,
  versions: ReadonlyMap<string, number>,
): readonly Position[] {
  const table = transaction.objectStore('events');
  const grown = new Map<string, number>();
  const positions = events.map((event, i) => {
    const position = last + 1 + i;
    table.add(toRow(event, position));
    for (const stream of event.streams ?? []) {
      grown.set(stream, (grown.get(stream) ?? versions.get(stream) ?? 0) + 1);
    }
    return position;
  });
  for (const [stream, version] of grown) transaction.objectStore('streams').put({ stream, version });
  return positions;
}

/** What to answer when ids are stored already: all of them, or some. */
async function findKnown(ids: IDBIndex, events: readonly NewEvent[]): Promise<AppendResult | undefined> {
  const keys = await Promise.all(events.map(({ id }) => settle(ids.getKey(id))));
  const known = keys.flatMap((key) => (key === undefined ? [] : Number(key)));
  if (known.length === 0) return undefined;
  if (known.length === events.length) return { kind: 'appended', positions: known, replayed: true };
  return {
    kind: 'partly-stored',
    ids: events.filter((_, i) => keys[i] !== undefined).map(({ id }) => id),
  };
}

async function readVersions(
  transaction: IDBTransaction,
  streams: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await Promise.all(
    streams.map((stream) => settle<StreamRow | undefined>(transaction.objectStore('streams').get(stream))),
  );
  return new Map(rows.flatMap((row) => (row ? [[row.stream, row.version]] : [])));
}

function namesOf(events: readonly NewEvent[], condition: AppendCondition | undefined): readonly string[] {
  const expected = condition && 'streams' in condition ? condition.streams.map(({ stream }) => stream) : [];
  return [...new Set([...events.flatMap(({ streams }) => streams ?? []), ...expected])];
}
