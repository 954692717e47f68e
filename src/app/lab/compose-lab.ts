import { compileModel } from '../../decision/compile.ts';
import type { CompiledModel } from '../../decision/compiled-model.ts';
import { exportStore } from '../../event-store/export-store.ts';
import { requestPersistence } from '../../event-store/persistence.ts';
import { explore } from '../../exploration/explore.ts';
import { seededRandom } from '../../lib/seeded-random.ts';
import type { Model } from '../../model/schema.ts';
import type { RaceBench } from '../../panels/live/race-bench.ts';
import type { LogSource } from '../../panels/log/log-source.ts';
import type { StoreShelf } from '../../panels/stores/store-shelf.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { download } from '../download.ts';
import { loadModel, SHIPPED_MODELS } from '../shipped-models.ts';
import { followLog, SHOWN_EVENTS } from './follow-log.ts';
import { findStrategy, RACE_PREFIX, type RunGround, runRaces } from './run-races.ts';
import { StoreKeeper } from './store-keeper.ts';

/** How often the page looks for stores that other tabs made. */
const LOOK_EVERY_MS = 3000;

/** How the bench calls the model of the board, which is no file. */
const THIS_BOARD = 'this board';

/** Everything the panels of the lab work with. */
export interface LabServices {
  readonly shelf: StoreShelf;
  readonly log: LogSource;
  /** A bench for races of the board's model, and of the shipped ones. */
  readonly makeBench: (model: Model | null) => RaceBench;
}

let composed: LabServices | undefined;

/** Wires the ports of the lab to the browser, once for the page. */
export function composeLab(): LabServices {
  composed ??= wire();
  return composed;
}

function wire(): LabServices {
  const keeper = new StoreKeeper();
  const look = () => {
    if (document.visibilityState === 'visible') keeper.refresh().catch(() => {});
  };
  keeper.refresh().catch(() => {});
  setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
  const ground: RunGround = {
    recreate: (name) => keeper.recreate(name),
    locks: navigator.locks,
    random: seededRandom(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0),
    now: () => performance.now(),
    makeId: () => crypto.randomUUID(),
  };
  return {
    shelf: makeShelf(keeper),
    log: { limit: SHOWN_EVENTS, follow: (name, ...rest) => followLog(keeper.open(name), ...rest) },
    makeBench: (model) => makeBench(model, ground),
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
      download(`${name}.ndjson`, 'application/x-ndjson', lines);
    },
  };
}

function makeBench(model: Model | null, ground: RunGround): RaceBench {
  let compiled: CompiledModel | undefined;
  const load = async (file: string) => {
    if (file !== THIS_BOARD) return loadModel(file);
    if (model === null) throw new Error('This board cannot be run: its document is no usable model.');
    compiled ??= compileModel(model);
    return compiled;
  };
  return {
    models: [{ file: THIS_BOARD, name: 'This board' }, ...SHIPPED_MODELS],
    strategies: Object.values(STRATEGIES),
    loadRaces: async (file) => (file === THIS_BOARD ? model : (await loadModel(file)).model)?.races ?? [],
    explore: async ({ file, race, strategy }) => explore(await load(file), race, findStrategy(strategy)),
    run: async (order, watcher, signal) => runRaces(await load(order.file), order, watcher, signal, ground),
  };
}
