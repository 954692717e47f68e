import * as z from 'zod/mini';

const text = z.string();
const texts = z.array(text);
const item = z.strictObject({ types: texts, tags: texts });
const query = z.union([z.literal('all'), z.strictObject({ items: z.array(item) })]);
/** A number is meant as it stands, a text is the position of the event with that id, `beyondHead` counts from the last position. */
const place = z.union([z.number(), text, z.strictObject({ beyondHead: z.number() })]);

const metadata = {
  actor: z.exactOptional(text),
  onBehalfOf: z.exactOptional(text),
  command: z.exactOptional(text),
  correlationId: z.exactOptional(text),
  causationId: z.exactOptional(text),
  copyOf: z.exactOptional(text),
};
const event = z.strictObject({
  id: text,
  type: z._default(text, 'Happened'),
  data: z._default(z.record(text, z.json()), {}),
  tags: z._default(texts, []),
  time: z._default(text, '2000-01-01T00:00:00Z'),
  streams: z.exactOptional(texts),
  ...metadata,
});
const expectedVersion = z.strictObject({
  stream: text,
  version: z.union([z.number(), z.literal('none'), z.literal('any')]),
});
const condition = z.union([
  z.strictObject({ query, after: place }),
  z.strictObject({ streams: z.array(expectedVersion) }),
]);
/** What is written with the events: how many there are of each type. */
const beside = z.strictObject({ countOn: text, refuse: z.exactOptional(text) });
const append = z.strictObject({
  events: z.array(event),
  condition: z.exactOptional(condition),
  beside: z.exactOptional(beside),
});
const rowRef = z.strictObject({ shelf: text, key: text });
const row = z.strictObject({ ...rowRef.shape, value: z.json() });
/** Each row's value by its key, in order. */
const rows = z.record(text, z.json());
const rowChange = z.strictObject({
  expect: z.array(z.strictObject({ ...rowRef.shape, value: z.exactOptional(z.json()) })),
  clear: z.exactOptional(texts),
  remove: z.exactOptional(z.array(rowRef)),
  put: z.exactOptional(z.array(row)),
});
const read = z.strictObject({
  query,
  after: z.exactOptional(place),
  limit: z.exactOptional(z.number()),
  backwards: z.exactOptional(z.boolean()),
});
const retagging = z.strictObject({
  id: text,
  time: z._default(text, '2000-01-01T00:00:00Z'),
  actor: z.exactOptional(text),
  reason: z.exactOptional(text),
  changes: z.array(z.strictObject({ position: place, add: texts, remove: texts })),
});

/** What is to stand at a place: `behind` is that far behind another; of an event that is there already, only what becomes different is said. */
const migration = z.strictObject({
  id: text,
  time: z._default(text, '2000-01-01T00:00:00Z'),
  reason: z.exactOptional(text),
  /** As if it had been worked out before the last events came. */
  stale: z.exactOptional(z.boolean()),
  changes: z.array(
    z.strictObject({
      at: text,
      behind: z.exactOptional(z.number()),
      becomes: z.nullable(
        z.partial(z.strictObject({ ...event.shape, tags: texts, streams: texts, type: text })),
      ),
    }),
  ),
});

const error = z.strictObject({ error: text });
const appendExpectation = z.union([
  z.strictObject({ appended: texts }),
  z.strictObject({ replayed: texts }),
  z.strictObject({ conflict: texts }),
  z.strictObject({ wrongVersion: text, actual: z.number() }),
  z.strictObject({ partlyStored: texts }),
  z.strictObject({ refused: text }),
  error,
]);
const retagExpectation = z.union([
  z.strictObject({ before: z.record(text, texts), undone: z.boolean() }),
  error,
]);
const ids = z.strictObject({ ids: texts });

const step = z.union([
  z.strictObject({ append, expect: appendExpectation }),
  z.strictObject({ read, expect: z.union([ids, z.strictObject({ events: z.array(event) }), error]) }),
  z.strictObject({ lastPosition: query, expect: z.union([place, error]) }),
  z.strictObject({ readStream: text, expect: ids }),
  z.strictObject({ retag: retagging, expect: retagExpectation }),
  z.strictObject({ undoRetagging: text, expect: retagExpectation }),
  z.strictObject({
    migrate: migration,
    expect: z.union([z.strictObject({ undone: z.boolean() }), error]),
  }),
  z.strictObject({
    undoMigration: text,
    expect: z.union([z.strictObject({ undone: z.boolean() }), error]),
  }),
  z.strictObject({ listMigrations: z.literal(true), expect: ids }),
  z.strictObject({ listRetaggings: z.literal(true), expect: ids }),
  z.strictObject({ subscribe: z.strictObject({ name: text, query, after: place }) }),
  z.strictObject({ subscribe: z.strictObject({ query, after: place }), expect: error }),
  z.strictObject({ delivered: text, expect: ids }),
  z.strictObject({ unsubscribe: text }),
  z.strictObject({
    listRows: text,
    after: z.exactOptional(text),
    limit: z.exactOptional(z.number()),
    expect: z.strictObject({ rows }),
  }),
  z.strictObject({ getRows: z.array(rowRef), expect: z.array(z.json()) }),
  z.strictObject({ changeRows: rowChange, expect: z.boolean() }),
  z.strictObject({ catchUp: z.strictObject({ batch: z.number() }), expect: text }),
  /** Exports the store, imports that into an empty one, and finds everything there again. */
  z.strictObject({ roundTrip: z.literal('ndjson') }),
]);

const writer = z.strictObject({ name: text, ...append.shape });
const race = z.strictObject({
  writers: z.array(writer),
  /** How many writers win, or all the sets of writers that may. */
  winners: z.union([z.number(), z.array(texts)]),
});

const vector = z.strictObject({
  title: text,
  given: z.exactOptional(z.array(append)),
  steps: z.exactOptional(z.array(step)),
  race: z.exactOptional(race),
  /** The rows of shelves in the end. */
  rows: z.exactOptional(z.record(text, rows)),
  /** The ids of all events in the end, in order. */
  log: z.exactOptional(texts),
});

/** A file of vectors (`test/contract/*.json`); README.md says what each part means. */
export const vectorFileSchema = z.strictObject({ about: text, vectors: z.array(vector) });

export type Vector = z.output<typeof vector>;
export type Step = z.output<typeof step>;
export type Race = z.output<typeof race>;
export type Writer = z.output<typeof writer>;
export type VectorAppend = z.output<typeof append>;
export type VectorCondition = z.output<typeof condition>;
export type Place = z.output<typeof place>;
