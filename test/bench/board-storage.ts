import 'fake-indexeddb/auto';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { openShelf } from '../../src/board/shelf/board-shelf.ts';
import { fillShared } from '../../src/board/sync/shared-board.ts';
import type { JsonObject } from '../../src/lib/json.ts';

// Measures how a board is kept, by src/board/shelf and by y-indexeddb: opening a board of 1,000 notes that was just
// made, opening it after 2,000 keystrokes, and how many rows these leave. In Node, on fake-indexeddb, so the numbers
// compare the two and say nothing of a disk.
// npx tsx test/bench/board-storage.ts

const NOTES = 1000;
const KEYSTROKES = 2000;
const ROUNDS = 5;

const numbers = Array.from({ length: NOTES }, (_, index) => index);
const DOCUMENT: JsonObject = {
  ambit: '1.0',
  name: 'Large',
  events: Object.fromEntries(
    numbers.map((index) => [`Event${index}`, { fields: { id: 'string' }, tags: { thing: 'event.id' } }]),
  ),
  canvas: {
    places: Object.fromEntries(numbers.map((index) => [`event:Event${index}`, { x: index * 192, y: 0 }])),
  },
};

interface Row {
  readonly what: string;
  readonly own: number;
  readonly yIndexeddb: number;
}

async function measureOwn(): Promise<readonly number[]> {
  let ids = 0;
  const shelf = openShelf({ now: Date.now, makeId: () => `${Date.now()}-${ids++}` });
  const id = await shelf.create(DOCUMENT);
  const opening = await time(async () => (await shelf.open(id)).close());
  const board = await shelf.open(id);
  const typing = await time(async () => {
    for (let index = 0; index < KEYSTROKES; index++) {
      board.draft('event:Event7', `text ${index}`);
      if (index % 20 === 19) await board.flush();
    }
    await board.flush();
  });
  board.close();
  const rows = await countRows('ambit-boards', 'updates');
  const reopening = await time(async () => (await shelf.open(id)).close());
  return [opening, typing, rows, reopening];
}

async function measureOther(round: number): Promise<readonly number[]> {
  const name = `other-${round}`;
  const start = async () => {
    const shared = new Y.Doc();
    const kept = new IndexeddbPersistence(name, shared);
    await kept.whenSynced;
    return { shared, kept };
  };
  const first = await start();
  fillShared(first.shared, DOCUMENT);
  await settle();
  await first.kept.destroy();
  const opening = await time(async () => (await start()).kept.destroy());
  const { shared, kept } = await start();
  const drafts = shared.getMap('drafts');
  const typing = await time(async () => {
    for (let index = 0; index < KEYSTROKES; index++) {
      drafts.set('event:Event7', `text ${index}`);
      // It does not say when something is kept: a read that comes after the write is all there is to wait for.
      if (index % 20 === 19) await kept.get('after');
    }
    await kept.get('after');
  });
  const rows = await countRows(name, 'updates');
  await kept.destroy();
  const reopening = await time(async () => (await start()).kept.destroy());
  return [opening, typing, rows, reopening];
}

function countRows(database: string, table: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = reject;
    opening.onsuccess = () => {
      const counting = opening.result.transaction(table).objectStore(table).count();
      counting.onerror = reject;
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 300));
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

async function deleteBoards(): Promise<void> {
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('ambit-boards').onsuccess = resolve;
  });
}

const own: (readonly number[])[] = [];
const other: (readonly number[])[] = [];
for (let round = 0; round < ROUNDS; round++) {
  own.push(await measureOwn());
  other.push(await measureOther(round));
  await deleteBoards();
}
const rows: Row[] = ['open, ms', `${KEYSTROKES} keystrokes, ms`, 'rows then', 'open after typing, ms'].map(
  (what, index) => ({
    what,
    own: Math.round(median(own.map((row) => row[index] ?? 0))),
    yIndexeddb: Math.round(median(other.map((row) => row[index] ?? 0))),
  }),
);
console.table(rows);
process.exit(0);
