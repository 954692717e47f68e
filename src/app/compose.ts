import { exportStore } from '../event-store/export-store.ts';
import { requestPersistence } from '../event-store/persistence.ts';
import { explore } from '../exploration/explore.ts';
import { seededRandom } from '../lib/seeded-random.ts';
import type { LogSource } from '../panels/log/log-source.ts';
import type { RaceBench } from '../panels/races/race-bench.ts';
import type { StoreShelf } from '../panels/stores/store-shelf.ts';
import { STRATEGIES } from '../strategies/registry.ts';
import { downloadText } from './download-text.ts';
import { followLog, SHOWN_EVENTS } from './follow-log.ts';
import { findStrategy, RACE_PREFIX, type RunGround, runRaces } from './run-races.ts';
import { loadModel, SHIPPED_MODELS } from './shipped-models.ts';
import { StoreKeeper } from './store-keeper.ts';

/** How often the page looks for stores that other tabs made. */
const LOOK_EVERY_MS = 3000;

/** Everything the panels work with. */
export interface Services {
  readonly shelf: StoreShelf;
  readonly log: LogSource;
  readonly bench: RaceBench;
}

/** Wires the ports of the panels to the browser: the only place that does. */
export function compose(): Services {
  const keeper = new StoreKeeper();
  const look = () => {
    if (document.visibilityState === 'visible') keeper.refresh().catch(() => {});
  };
  keeper.refresh().catch(() => {});
  setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
  return {
    shelf: makeShelf(keeper),
    log: { limit: SHOWN_EVENTS, follow: (name, ...rest) => followLog(keeper.open(name), ...rest) },
    bench: makeBench({
      recreate: (name) => keeper.recreate(name),
      locks: navigator.locks,
      random: seededRandom(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0),
      now: () => performance.now(),
      makeId: () => crypto.randomUUID(),
    }),
  };
}

function makeShelf(keeper: StoreKeeper): StoreShelf {
  return {
    entries: keeper.entries,
    listen: keeper.listen,
    create: async (name) => {
      if (name.startsWith(RACE_PREFIX.trim())) {
        throw new Error(`Names that start with “${RACE_PREFIX.trim()}” are kept for races.`);
      }
      if (keeper.entries()?.some((entry) => entry.name === name)) {
        throw new Error(`There is a store “${name}” already.`);
      }
      await keeper.open(name);
      await requestPersistence();
    },
    remove: (name, typedName) => keeper.remove(name, typedName),
    download: async (name) => {
      const lines: string[] = [];
      for await (const line of exportStore(await keeper.open(name))) lines.push(line);
      downloadText(`${name}.ndjson`, 'application/x-ndjson', lines);
    },
  };
}

function makeBench(ground: RunGround): RaceBench {
  return {
    models: SHIPPED_MODELS,
    strategies: Object.values(STRATEGIES),
    loadRaces: async (file) => (await loadModel(file)).model.races ?? [],
    explore: async ({ file, race, strategy }) => explore(await loadModel(file), race, findStrategy(strategy)),
    run: async (order, watcher, signal) =>
      runRaces(await loadModel(order.file), order, watcher, signal, ground),
  };
}
