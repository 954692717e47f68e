import type { EventStore, StoredEvent, Subscription } from '../../../src/event-store/port.ts';
import { deleteStore, openEventStore } from '../../../src/event-store/stores.ts';
import { makeAttachment } from '../../contract/attachments.ts';
import { flood, followFlood } from './flood.ts';
import { raceCommand } from './race-command.ts';
import { soak } from './soak.ts';
import type { Notice, Reply, StoreCall, StoreCalls } from './store-calls.ts';

/** Serves calls with stores that are opened here, in this tab or worker. */
export function serveCalls(tell: (notice: Notice) => void): (call: StoreCall) => Promise<Reply> {
  const calls = makeCalls(tell);
  return async ({ method, args }) => {
    try {
      const serve = calls[method] as (...args: readonly unknown[]) => Promise<unknown>;
      return { value: await serve(...args) };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
      return { code, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
}

function makeCalls(tell: (notice: Notice) => void): StoreCalls {
  const stores = new Map<string, EventStore>();
  const subscriptions = new Map<string, Subscription>();
  const storeOf = (name: string): EventStore => {
    const store = stores.get(name);
    if (store === undefined) throw new Error(`The store "${name}" is not open here`);
    return store;
  };
  const open = async (name: string) => {
    const store = stores.get(name) ?? (await openEventStore(name));
    stores.set(name, store);
    return store;
  };
  const close = async (name: string) => {
    stores.get(name)?.close();
    stores.delete(name);
  };
  return {
    open: async (name) => ({ durable: (await open(name)).durable }),
    append: (name, events, condition, beside) =>
      storeOf(name).append(events, condition, beside && makeAttachment(beside)),
    getRows: (name, refs) => storeOf(name).getRows(refs),
    listRows: (name, shelf, options) => storeOf(name).listRows(shelf, options),
    countRows: (name, shelf) => storeOf(name).countRows(shelf),
    changeRows: (name, change) => storeOf(name).changeRows(change),
    read: (name, query, options) => collect(storeOf(name).read(query, options)),
    lastPosition: (name, query) => storeOf(name).lastPosition(query),
    readStream: (name, stream) => storeOf(name).readStream(stream),
    retag: (name, retagging) => storeOf(name).retag(retagging),
    undoRetagging: (name, id) => storeOf(name).undoRetagging(id),
    listRetaggings: (name) => storeOf(name).listRetaggings(),
    migrate: (name, migration) => storeOf(name).migrate(migration),
    undoMigration: (name, id) => storeOf(name).undoMigration(id),
    listMigrations: (name) => storeOf(name).listMigrations(),
    restore: (name, contents) => storeOf(name).restore(contents),
    subscribe: async (name, subscription, query, after) => {
      const opened = storeOf(name).subscribe(query, after, (event) => tell({ subscription, event }));
      subscriptions.set(subscription, opened);
    },
    unsubscribe: async (subscription) => subscriptions.get(subscription)?.close(),
    close,
    remove: async (name) => {
      await close(name);
      await deleteStore(name, name);
    },
    soak: async (order) => await soak(await open(order.store), order),
    race: async (order) => await raceCommand(await open(order.store), order),
    flood: async (name, writer) => {
      const store = await open(name);
      flood(store, writer, (acknowledged) => tell({ acknowledged })).catch((error: unknown) =>
        tell({ failed: String(error) }),
      );
    },
    followFlood: async (name) => {
      followFlood(await open(name)).catch((error: unknown) => tell({ failed: String(error) }));
    },
  };
}

async function collect(events: AsyncIterable<StoredEvent>): Promise<readonly StoredEvent[]> {
  const all: StoredEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
