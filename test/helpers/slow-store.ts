import type { RunStore } from '../../src/runs/open-race.ts';

/** A store whose appends and reads take time before and after they take effect, so that answers come in another order than effects. */
export function slowDown(store: RunStore, wait: () => Promise<void>): RunStore {
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    await wait();
    const result = await work();
    await wait();
    return result;
  };
  return {
    name: store.name,
    append: (events, condition) => around(() => store.append(events, condition)),
    async *read(query, options) {
      await wait();
      yield* store.read(query, options);
    },
    lastPosition: (query) => around(() => store.lastPosition(query)),
    readStream: (stream) => around(() => store.readStream(stream)),
  };
}
