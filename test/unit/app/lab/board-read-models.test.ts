import { expect, it } from 'vitest';
import { HeldLog } from '../../../../src/app/lab/held-log.ts';
import { BoardReadModels } from '../../../../src/app/lab/history/board-read-models.ts';
import type { Board } from '../../../../src/board/board.ts';
import { compileModel } from '../../../../src/decision/compile.ts';
import { MemoryStore } from '../../../../src/event-store/memory-store.ts';
import type { NewEvent } from '../../../../src/event-store/port.ts';
import type { Model } from '../../../../src/model/schema.ts';

/** A model whose read model counts events by so much each. */
function makeModel(step: string): Model {
  return {
    ambit: '1.0',
    name: 'Counting',
    events: { Counted: { fields: { by: 'string' } } },
    readModels: { Counts: { key: 'event.by', initial: 0, on: { Counted: `state + ${step}` } } },
  };
}

const EVENTS: readonly NewEvent[] = ['a', 'b', 'a'].map((by, i) => {
  return { id: `e${i}`, type: 'Counted', data: { by }, tags: [], time: '2000-01-01T00:00:00Z' };
});

it('A read model whose expression has changed stands still, and is as the model says once it is rebuilt', async () => {
  const store = new MemoryStore('s');
  await store.append(EVENTS);
  const held = new HeldLog('s', () => 's.ndjson', { open: async () => store, remove: async () => {} });
  let model = makeModel('1');
  const listeners = new Set<() => void>();
  const board = {
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => ({ parsed: { model } }),
  } as unknown as Board;
  const readModels = new BoardReadModels(board, held, () => compileModel(model));
  await readModels.settle();
  expect(readModels.state()).toMatchObject([{ name: 'Counts', phase: 'level', position: 3, rows: 2 }]);

  model = makeModel('10');
  for (const listener of listeners) listener();
  await readModels.settle();
  expect(readModels.state()).toMatchObject([{ phase: 'stale', position: 3 }]);
  expect(await readModels.look('Counts', 1)).toEqual([{ key: 'a', value: 2 }]);

  readModels.rebuild('Counts');
  await expect.poll(() => readModels.state()?.[0]?.phase).toBe('level');
  expect(await readModels.look('Counts', 9)).toEqual([
    { key: 'a', value: 20 },
    { key: 'b', value: 10 },
  ]);
  readModels.close();
  held.close();
});

it('A read model knows that stored events were changed after it was built, and that they were changed back', async () => {
  const store = new MemoryStore('s');
  await store.append(EVENTS);
  const held = new HeldLog('s', () => 's.ndjson', { open: async () => store, remove: async () => {} });
  const model = makeModel('1');
  const board = { listen: () => () => {}, state: () => ({ parsed: { model } }) } as unknown as Board;
  const readModels = new BoardReadModels(board, held, () => compileModel(model));
  await readModels.settle();
  expect(readModels.state()).toMatchObject([{ phase: 'level', isOutdated: false }]);

  const { value: before } = await store.read('all')[Symbol.asyncIterator]().next();
  const change = { position: before.position, before, after: { ...before, data: { by: 'c' } } };
  await store.migrate({ id: 'm', time: '2000-01-02T00:00:00Z', reason: '', head: 3, changes: [change] });
  await held.refresh();
  await expect.poll(() => readModels.state()).toMatchObject([{ phase: 'stale', isOutdated: true }]);

  readModels.rebuild('Counts');
  await expect.poll(() => readModels.state()).toMatchObject([{ phase: 'level', isOutdated: false }]);
  expect((await readModels.look('Counts', 9)).map(({ key }) => key)).toEqual(['a', 'b', 'c']);

  await store.undoMigration('m');
  await held.refresh();
  await expect.poll(() => readModels.state()).toMatchObject([{ phase: 'stale', isOutdated: true }]);
  readModels.close();
  held.close();
});
