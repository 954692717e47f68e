import type { NewEvent, Position, RecordedMigration, RecordedRetagging, StoredEvent } from './port.ts';

/** What a record of the table of events holds beside the event: the keys under which its tags are found. */
export interface EventRow {
  readonly event: StoredEvent;
  /** For each tag `[tag, position]` and `[tag, type, position]`: numbers sort before texts, so the two never mix. */
  readonly keys: readonly (readonly (string | Position)[])[];
}

export interface StreamRow {
  readonly stream: string;
  /** How many events stand in it. */
  readonly version: number;
}

export interface RetaggingRow {
  readonly order?: number;
  readonly record: RecordedRetagging;
}

export interface MigrationRow {
  readonly order?: number;
  readonly record: RecordedMigration;
}

/**
 * `identity` is made when the database is: another one under the same name has another. `head` is the last position that
 * was given to an event which a migration took away, so that it is not given again.
 */
export interface MetaRow {
  readonly key: 'identity' | 'head';
  readonly value: string;
}

export type IndexName = 'id' | 'stream' | 'type' | 'tags';
export type TableName = 'events' | 'streams' | 'retaggings' | 'meta' | 'rows' | 'migrations';

/** What IndexedDB calls the indexes of the events; Dexie names an index after its key path. */
export const INDEXES: Readonly<Record<IndexName, string>> = {
  id: 'event.id',
  stream: 'event.streams',
  type: '[event.type+event.position]',
  tags: 'keys',
};

const FIRST_TABLES = {
  events: `event.position, &${INDEXES.id}, *${INDEXES.stream}, ${INDEXES.type}, *${INDEXES.tags}`,
  streams: 'stream',
  retaggings: '++order, &record.id',
  meta: 'key',
};

/** The tables of each version of the schema, the first one at 0: a change of them is a further version. The second has what is kept beside the log, the third what was changed in it. */
export const VERSIONS: readonly Readonly<Partial<Record<TableName, string>>>[] = [
  FIRST_TABLES,
  { ...FIRST_TABLES, rows: '[shelf+key]' },
  { ...FIRST_TABLES, rows: '[shelf+key]', migrations: '++order, &record.id' },
];

export const SCHEMA_VERSION = VERSIONS.length;

/** The record of an event at its position. */
export function toRow(event: NewEvent, position: Position): EventRow {
  return keyRow({ ...event, position });
}

/** The record of a stored event, with the keys for the tags it has now. */
export function keyRow(event: StoredEvent): EventRow {
  const { position, type } = event;
  return {
    event,
    keys: event.tags.flatMap((tag) => [
      [tag, position],
      [tag, type, position],
    ]),
  };
}
