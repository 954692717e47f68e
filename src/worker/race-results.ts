import type { Board, BoardState } from '../board/board.ts';
import type { ExploreProgress, LabEngine } from '../lab/engine.ts';
import type { LabDeskStore } from '../lab/lab-desk.ts';
import type { RaceEntry, RaceResult, RaceResults } from '../lab/race-results.ts';
import { getOwn } from '../lib/get-own.ts';
import { isJsonObject } from '../lib/is-json-object.ts';
import type { Model, Race } from '../model/schema.ts';
import { usableItems } from '../model/usable-items.ts';
import { STRATEGY_IDS, type StrategyId } from '../strategies/program.ts';
import { raceText } from './lab/model-texts.ts';
import { isHeavy } from './lab-engine.ts';

/** While somebody types, the engine is asked when they pause for so long; a change after a pause is answered at once. */
const PAUSE_MS = 120;
/** How long results are gathered before they are told, unless they are all there. */
const GATHER_MS = 40;
/** How many questions the engine has at a time: enough to keep it busy, and few enough to choose what comes next. */
const AT_ONCE = { light: 8, heavy: 2 };

/** One race under one strategy. Slots with the same key have the same result. */
interface Slot {
  readonly key: string;
  readonly at: number;
  readonly race: Race;
  readonly strategy: StrategyId;
}

/** The results of a board's races, from an engine; what is chosen on the lab's desk comes first. */
export function createRaceResults(
  board: Pick<Board, 'state' | 'listen'>,
  engine: Pick<LabEngine, 'explore'>,
  lab: LabDeskStore,
): RaceResults {
  return new EngineResults(board, engine, lab);
}

class EngineResults implements RaceResults {
  readonly #board: Pick<Board, 'state' | 'listen'>;
  readonly #engine: Pick<LabEngine, 'explore'>;
  readonly #lab: LabDeskStore;
  readonly #listeners = new Set<() => void>();
  readonly #forget: () => void;
  readonly #known = new Map<string, RaceResult>();
  readonly #running = new Map<string, { readonly stopping: AbortController; readonly isHeavy: boolean }>();
  #seen: BoardState['parsed'] | null = null;
  #races: readonly { readonly race: Race | null; readonly name: string }[] = [];
  #slots: readonly Slot[] = [];
  #entries: readonly RaceEntry[] = [];
  #changedAt = Number.NEGATIVE_INFINITY;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(board: Pick<Board, 'state' | 'listen'>, engine: Pick<LabEngine, 'explore'>, lab: LabDeskStore) {
    this.#board = board;
    this.#engine = engine;
    this.#lab = lab;
    this.#forget = board.listen(() => this.#follow());
    this.#follow();
    this.#tell();
  }

  readonly state = (): readonly RaceEntry[] => this.#entries;

  readonly listen = (listener: () => void): (() => void) => {
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  };

  readonly stop = (at: number): void => {
    for (const { key } of this.#slotsOf(at)) {
      if (this.#known.get(key)?.state !== 'working') continue;
      this.#known.set(key, { state: 'failed', message: 'Stopped before it was finished' });
      this.#abort(key);
    }
    this.#ask();
    this.#tell();
  };

  readonly retry = (at: number): void => {
    for (const { key } of this.#slotsOf(at)) {
      if (this.#known.get(key)?.state === 'failed') this.#known.set(key, makeWorking(null));
    }
    this.#ask();
    this.#tell();
  };

  readonly close = (): void => {
    this.#isClosed = true;
    clearTimeout(this.#pause);
    clearTimeout(this.#telling);
    this.#forget();
    this.#listeners.clear();
    for (const key of [...this.#running.keys()]) this.#abort(key);
  };

  #slotsOf(at: number): readonly Slot[] {
    return this.#slots.filter((slot) => slot.at === at);
  }

  /** Takes over what the document has now. What changed is asked about at once, unless somebody is typing. */
  #follow(): void {
    const { parsed } = this.#board.state();
    if (parsed === this.#seen) return;
    this.#seen = parsed;
    const { model } = parsed;
    this.#races = readRaces(parsed, this.#races);
    this.#slots = model === null ? [] : listSlots(model, this.#races);
    const isTouched = this.#update();
    this.#tellSoon(0);
    if (!isTouched) return;
    const now = Date.now();
    clearTimeout(this.#pause);
    if (now - this.#changedAt > PAUSE_MS) this.#ask();
    else this.#pause = setTimeout(() => this.#ask(), PAUSE_MS);
    this.#changedAt = now;
  }

  /** Drops what nothing asks for any more, and marks what is new. Returns whether there is something to ask. */
  #update(): boolean {
    const wanted = new Map(this.#slots.map((slot) => [slot.key, slot]));
    const lasts = new Map([...wanted].map(([key, slot]) => [key, this.#lastOf(slot)]));
    for (const key of [...this.#known.keys()]) {
      if (wanted.has(key)) continue;
      this.#known.delete(key);
      this.#abort(key);
    }
    const added = [...wanted.keys()].filter((key) => !this.#known.has(key));
    for (const key of added) this.#known.set(key, makeWorking(lasts.get(key) ?? null));
    return added.length > 0;
  }

  /** What was last known of a race: the one of that name, or else the one in its place. */
  #lastOf({ at, race, strategy }: Slot): Extract<RaceResult, { state: 'working' }>['last'] {
    const entry = this.#entries.find(({ name }) => name === race.name) ?? this.#entries[at];
    const result = entry?.results[strategy];
    if (result?.state === 'done') return result.result;
    return result?.state === 'working' ? result.last : null;
  }

  #abort(key: string): void {
    this.#running.get(key)?.stopping.abort(new Error('Not wanted any more'));
    this.#running.delete(key);
  }

  /** Asks the engine for what is still to be found, what is looked at first. */
  #ask(): void {
    if (this.#isClosed) return;
    for (;;) {
      const next = this.#next();
      if (next === undefined) return;
      this.#start(next);
    }
  }

  #next(): Slot | undefined {
    const running = [...this.#running.values()];
    const heavy = running.filter((one) => one.isHeavy).length;
    const isFree = { heavy: heavy < AT_ONCE.heavy, light: running.length - heavy < AT_ONCE.light };
    const waiting = this.#slots.filter(
      ({ key, race }) =>
        this.#known.get(key)?.state === 'working' &&
        !this.#running.has(key) &&
        isFree[isHeavy(race) ? 'heavy' : 'light'],
    );
    const { race, strategy } = this.#lab.getState();
    const chosen = race?.kind === 'kept' ? race.at : -1;
    const rank = (slot: Slot) => (slot.at === chosen ? 0 : 2) + (slot.strategy === strategy ? 0 : 1);
    return waiting.reduce<Slot | undefined>(
      (best, slot) => (best === undefined || rank(slot) < rank(best) ? slot : best),
      undefined,
    );
  }

  #start({ key, race, strategy }: Slot): void {
    const model = this.#seen?.model;
    if (!model) return;
    const stopping = new AbortController();
    const run = { stopping, isHeavy: isHeavy(race) };
    const isWanted = () => this.#running.get(key) === run;
    this.#running.set(key, run);
    const onProgress = (progress: ExploreProgress) => {
      const known = this.#known.get(key);
      if (isWanted() && known?.state === 'working') this.#keep(key, { ...known, progress });
    };
    const settle = (result: RaceResult) => {
      if (!isWanted()) return;
      this.#running.delete(key);
      this.#keep(key, result);
      this.#ask();
    };
    this.#engine.explore({ model, race, strategy }, { signal: stopping.signal, onProgress }).then(
      (result) => settle({ state: 'done', result }),
      (error: unknown) =>
        settle({ state: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
  }

  #keep(key: string, result: RaceResult): void {
    this.#known.set(key, result);
    const isDone = this.#slots.every((slot) => this.#known.get(slot.key)?.state !== 'working');
    this.#tellSoon(isDone ? 0 : GATHER_MS);
  }

  #tellSoon(delay: number): void {
    if (this.#isClosed) return;
    if (delay > 0) this.#telling ??= setTimeout(() => this.#tell(), delay);
    else {
      clearTimeout(this.#telling);
      this.#telling = setTimeout(() => this.#tell(), 0);
    }
  }

  #tell(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    const entries = this.#makeEntries();
    if (entries === this.#entries) return;
    this.#entries = entries;
    for (const listener of [...this.#listeners]) listener();
  }

  /** The entries as they are now: those that did not change are the same objects as before. */
  #makeEntries(): readonly RaceEntry[] {
    const entries = this.#races.map(({ race, name }, at): RaceEntry => {
      const results = Object.fromEntries(
        this.#slotsOf(at).map(({ key, strategy }) => [strategy, this.#known.get(key)]),
      ) as RaceEntry['results'];
      const before = this.#entries[at];
      const isSame =
        before?.race === race &&
        before.name === name &&
        STRATEGY_IDS.every((id) => before.results[id] === results[id]);
      return isSame ? before : { at, race, name, results };
    });
    const isSame =
      entries.length === this.#entries.length && entries.every((entry, at) => entry === this.#entries[at]);
    return isSame ? this.#entries : entries;
  }
}

function makeWorking(last: Extract<RaceResult, { state: 'working' }>['last']): RaceResult {
  return { state: 'working', progress: null, last };
}

/** The races of a document; one that did not change is the same object as before. */
function readRaces(
  { document, model, leftOut }: BoardState['parsed'],
  before: readonly { readonly race: Race | null; readonly name: string }[],
): readonly { readonly race: Race | null; readonly name: string }[] {
  const known = new Map(before.flatMap(({ race }) => (race ? [[JSON.stringify(race), race]] : [])));
  return usableItems({ document, leftOut }, 'races', model?.races ?? []).map((race, at) => ({
    race: race && (known.get(JSON.stringify(race)) ?? race),
    name: race?.name ?? nameBroken(document, at),
  }));
}

function nameBroken(document: BoardState['parsed']['document'], at: number): string {
  const races = document === null ? undefined : getOwn(document, 'races');
  const written = Array.isArray(races) ? races[at] : undefined;
  const name = isJsonObject(written) ? written['name'] : undefined;
  return typeof name === 'string' ? name : `Race ${at + 1}`;
}

function listSlots(model: Model, races: readonly { readonly race: Race | null }[]): readonly Slot[] {
  return races.flatMap(({ race }, at) =>
    race === null
      ? []
      : STRATEGY_IDS.map((strategy) => ({ key: raceText(model, race, strategy), at, race, strategy })),
  );
}
