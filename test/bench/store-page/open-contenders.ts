import { databaseName } from '../../../src/event-store/store-database.ts';
import { openEventStore } from '../../../src/event-store/stores.ts';
import { type Contender, StoreContender } from './contender.ts';
import { RawStore } from './raw-store.ts';

/** The same log twice: in our store, and in a database of the same making that is used by hand. */
export interface Contenders {
  readonly ours: Contender;
  readonly reference: Contender;
}

export type Durability = 'strict' | 'relaxed';

/** Opens both logs of a name, making them if need be. */
export async function openContenders(name: string, durability: Durability): Promise<Contenders> {
  const [ours, mould] = await Promise.all(
    ['ours', 'raw'].map((which) => openEventStore(`${name}-${which}`, { durability })),
  );
  if (!ours?.durable || !mould?.durable) throw new Error('This browser stores nothing');
  mould.close();
  const request = indexedDB.open(databaseName(`${name}-raw`));
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return { ours: new StoreContender(ours), reference: new RawStore(database, durability) };
}
