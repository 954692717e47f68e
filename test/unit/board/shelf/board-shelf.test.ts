import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Board, BoardShelf } from '../../../../src/board/board.ts';
import { openShelf } from '../../../../src/board/shelf/board-shelf.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';

const DAY = 24 * 60 * 60 * 1000;
const DOCUMENT: JsonObject = {
  ambit: '1.0',
  name: 'Courses',
  events: { Opened: {}, Closed: {} },
  aggregates: { Course: { events: ['Opened'] } },
  tags: { course: {} },
};

let indexedDb: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange };
let now: number;
let ids: number;
let boards: Board[];

beforeEach(() => {
  indexedDb = { indexedDB: new IDBFactory(), IDBKeyRange };
  now = 1000;
  ids = 0;
  boards = [];
});

afterEach(() => {
  for (const board of boards) board.close();
});

function open(storage: typeof indexedDb | null = indexedDb): BoardShelf {
  return openShelf({ now: () => now, makeId: () => `id-${++ids}`, indexedDb: storage });
}

async function openBoard(shelf: BoardShelf, id: string): Promise<Board> {
  const board = await shelf.open(id);
  boards.push(board);
  return board;
}

function rename(board: Board, name: string): void {
  board.edit('Rename', (document) => ({ ...document, name }));
}

function names(shelf: BoardShelf): readonly string[] | undefined {
  return shelf.entries()?.map(({ name }) => name);
}

describe.each(['IndexedDB', 'memory'])('a shelf in %s', (where) => {
  const openHere = () => open(where === 'memory' ? null : indexedDb);

  it('has an entry for a board it made, with a preview', async () => {
    const shelf = openHere();
    expect(shelf.entries()).toBeNull();
    const id = await shelf.create(DOCUMENT);
    await vi.waitFor(() => expect(names(shelf)).toEqual(['Courses']));
    const [entry] = shelf.entries() ?? [];
    expect(entry).toMatchObject({ id, name: 'Courses', changedAt: 1000, notes: 2, deletedAt: null });
    expect(entry?.preview.map(({ kind }) => kind).sort()).toEqual(['aggregate', 'event', 'event']);
  });

  it('opens a board as it was left', async () => {
    const shelf = openHere();
    const id = await shelf.create(DOCUMENT);
    const board = await shelf.open(id);
    expect(board.state().document).toEqual(DOCUMENT);
    rename(board, 'Changed');
    board.draft('event:Opened', 'Ope');
    await board.flush();
    board.close();
    const again = await openBoard(shelf, id);
    expect(again.state().document['name']).toBe('Changed');
    expect([...again.state().drafts]).toEqual([['event:Opened', 'Ope']]);
    expect(again.state().undoLabel).toBeNull();
  });

  it('lists the latest change first, and follows the name of an open board', async () => {
    const shelf = openHere();
    const id = await shelf.create(DOCUMENT);
    now = 2000;
    await shelf.create({ ...DOCUMENT, name: 'Second' });
    await vi.waitFor(() => expect(names(shelf)).toEqual(['Second', 'Courses']));
    now = 3000;
    rename(await openBoard(shelf, id), 'First');
    await vi.waitFor(() => expect(names(shelf)).toEqual(['First', 'Second']), 3000);
    expect(shelf.entries()?.[0]?.changedAt).toBe(3000);
  });

  it('renames and duplicates', async () => {
    const shelf = openHere();
    const id = await shelf.create(DOCUMENT);
    await shelf.rename(id, 'Plan');
    const copy = await openBoard(shelf, await shelf.duplicate(id));
    expect(copy.state().document).toEqual({ ...DOCUMENT, name: 'Plan (copy)' });
    await vi.waitFor(() => expect([...(names(shelf) ?? [])].sort()).toEqual(['Plan', 'Plan (copy)']));
  });

  it('removes a board and has it back', async () => {
    const shelf = openHere();
    const id = await shelf.create(DOCUMENT);
    await shelf.remove(id);
    await vi.waitFor(() => expect(shelf.entries()?.[0]?.deletedAt).toBe(1000));
    await shelf.restore(id);
    await vi.waitFor(() => expect(shelf.entries()?.[0]?.deletedAt).toBeNull());
    expect((await openBoard(shelf, id)).state().document).toEqual(DOCUMENT);
  });

  it('says when a board is not there', async () => {
    await expect(openHere().open('nowhere')).rejects.toThrow('This board is not in this browser.');
  });
});

it('keeps boards from one start of the page to the next', async () => {
  const id = await open().create(DOCUMENT);
  const later = open();
  await vi.waitFor(() => expect(names(later)).toEqual(['Courses']));
  expect((await openBoard(later, id)).state().document).toEqual(DOCUMENT);
});

it('forgets a deleted board 30 days later, at the next start', async () => {
  const shelf = open();
  const id = await shelf.create(DOCUMENT);
  await shelf.create({ ...DOCUMENT, name: 'Kept' });
  await shelf.remove(id);
  now += 29 * DAY;
  const before = open();
  await vi.waitFor(() => expect(before.entries()?.length).toBe(2));
  now += 2 * DAY;
  const after = open();
  await vi.waitFor(() => expect(names(after)).toEqual(['Kept']));
  await expect(after.open(id)).rejects.toThrow('not in this browser');
});

it('says that nothing is kept where there is no IndexedDB', async () => {
  const shelf = open(null);
  const board = await openBoard(shelf, await shelf.create(DOCUMENT));
  expect(shelf.notice()).toContain('stores nothing');
  expect(board.state().saving).toMatchObject({ kind: 'failed' });
  rename(board, 'Still editable');
  await board.flush();
  expect(board.state().document['name']).toBe('Still editable');
  expect(board.state().saving).toMatchObject({ kind: 'failed' });
});

it('goes on in memory where the database cannot be opened', async () => {
  const broken = new IDBFactory();
  broken.open = () => {
    throw new DOMException('not allowed here', 'SecurityError');
  };
  const shelf = open({ indexedDB: broken, IDBKeyRange });
  expect((await openBoard(shelf, await shelf.create(DOCUMENT))).state().document).toEqual(DOCUMENT);
  expect(shelf.notice()).toContain('this page only');
});

describe('an open board', () => {
  it('is being saved at once, and says when it was', async () => {
    const shelf = open();
    const board = await openBoard(shelf, await shelf.create(DOCUMENT));
    now = 5000;
    rename(board, 'Typed');
    expect(board.state().saving).toEqual({ kind: 'saving' });
    await vi.waitFor(() => expect(board.state().saving).toEqual({ kind: 'saved', at: 5000 }));
  });

  it('is kept without being closed, as when the tab is killed', async () => {
    const shelf = open();
    const id = await shelf.create(DOCUMENT);
    const killed = await openBoard(shelf, id);
    for (let index = 0; index < 50; index++) rename(killed, `Typed ${index}`);
    killed.draft('event:Opened', 'half a na');
    await vi.waitFor(() => expect(killed.state().saving.kind).toBe('saved'));
    const again = await openBoard(open(), id);
    expect(again.state().document['name']).toBe('Typed 49');
    expect(again.state().drafts.get('event:Opened')).toBe('half a na');
  });

  it('shows what another tab does, and undoes only what was done here', async () => {
    const shelf = open();
    const id = await shelf.create(DOCUMENT);
    const [here, there] = [await openBoard(shelf, id), await openBoard(open(), id)];
    rename(here, 'Here');
    await vi.waitFor(() => expect(there.state().document['name']).toBe('Here'));
    there.edit('Describe', (document) => ({ ...document, description: 'There' }));
    await vi.waitFor(() => expect(here.state().document['description']).toBe('There'));
    here.undo();
    expect(here.state().document).toEqual({ ...DOCUMENT, description: 'There' });
    await vi.waitFor(() => expect(there.state().document).toEqual(here.state().document));
  });

  it('survives more edits than are kept one by one, in two tabs', async () => {
    const shelf = open();
    const id = await shelf.create(DOCUMENT);
    const [here, there] = [await openBoard(shelf, id), await openBoard(open(), id)];
    for (let index = 0; index < 600; index++) {
      here.edit('Edit', (document) => ({ ...document, 'x-here': index }));
      await here.flush();
      if (index % 10 === 0) there.edit('Edit', (document) => ({ ...document, 'x-there': index }));
    }
    await there.flush();
    const again = await openBoard(open(), id);
    expect(again.state().document).toMatchObject({ 'x-here': 599, 'x-there': 590 });
  });

  it('says so and goes on when the database is deleted', async () => {
    const shelf = open();
    const board = await openBoard(shelf, await shelf.create(DOCUMENT));
    await new Promise((resolve, reject) => {
      const request = indexedDb.indexedDB.deleteDatabase('ambit-boards');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    rename(board, 'After');
    await vi.waitFor(() => expect(board.state().saving.kind).toBe('failed'));
    expect(board.state().saving).toMatchObject({ message: expect.stringContaining('were deleted') });
    expect(board.state().document['name']).toBe('After');
  });
});
