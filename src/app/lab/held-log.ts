import { exportStore } from '../../event-store/export-store.ts';
import type { EventStore, StoreTrouble } from '../../event-store/port.ts';
import { deleteStore, openEventStore } from '../../event-store/stores.ts';
import type { LiveLog, LogFilter, LogStatus, LogWindow } from '../../lab/live-log.ts';
import { sayError } from '../../ui/say-error.ts';
import { download } from '../download.ts';
import { hasGaps, LogFollower } from './log-follower.ts';

/** How long changes are gathered before they are told. */
const GATHER_MS = 60;
/** Whoever deleted the store may be about to make it anew. */
const REOPEN_MS = 250;

/** How stores are opened and deleted. */
export interface StoreHands {
  readonly open: (name: string, onTrouble: (trouble: StoreTrouble) => void) => Promise<EventStore>;
  readonly remove: (name: string, onBlocked: () => void) => Promise<unknown>;
}

/** The stores of the browser. `strict`: what was acknowledged survives a power cut too; `relaxed` is faster. */
export function browserHands(durability: 'strict' | 'relaxed'): StoreHands {
  return {
    open: (name, onTrouble) => openEventStore(name, { onTrouble, durability }),
    remove: (name, onBlocked) => deleteStore(name, name, { onBlocked }),
  };
}

/**
 * A store that is kept open as a log to look at: opened with the first use, and again when it was deleted, here or in
 * another tab.
 */
export class HeldLog implements LiveLog {
  readonly name: string;
  readonly #nameFile: () => string;
  readonly #hands: StoreHands;
  readonly #listeners = new Set<() => void>();
  #store: Promise<EventStore> | undefined;
  #status: LogStatus | null = null;
  #stop = () => {};
  #editions = 0;
  #trouble: string | null = null;
  #isReplacing = false;
  #isClosed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reopening: ReturnType<typeof setTimeout> | undefined;

  /** `nameFile` names the file that somebody takes the log home in. */
  constructor(name: string, nameFile: () => string, hands: StoreHands) {
    this.name = name;
    this.#nameFile = nameFile;
    this.#hands = hands;
  }

  readonly status = (): LogStatus | null => this.#status;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.use().catch(() => {});
    return () => this.#listeners.delete(listener);
  };

  readonly open = (filter: LogFilter): LogWindow => new LogFollower(this.use(), filter);

  readonly download = async (): Promise<void> => {
    const lines: string[] = [];
    for await (const line of exportStore(await this.use())) lines.push(line);
    download(this.#nameFile(), 'application/x-ndjson', lines);
  };

  /** The store, opened if need be. */
  use(): Promise<EventStore> {
    this.#store ??= this.#keep(this.#openStore());
    return this.#store;
  }

  /** An empty store in place of the one that was there, which is deleted. Whoever wants the store meanwhile waits for the new one. */
  recreate(): Promise<EventStore> {
    const before = this.#store;
    this.#store = this.#keep(this.#replace(before));
    return this.#store;
  }

  /** Looks anew at a store that has just been filled in one go. */
  async refresh(): Promise<void> {
    const store = await this.use();
    this.#stop();
    await this.#watch(store);
    this.tell();
  }

  /** Lets listeners look again. */
  tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const listener of [...this.#listeners]) listener();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#reopening);
    this.#store?.then((store) => this.#letGo(store)).catch(() => {});
  }

  /** Lets the next use try again when this one fails. */
  async #keep(opening: Promise<EventStore>): Promise<EventStore> {
    try {
      return await opening;
    } catch (error) {
      this.#store = undefined;
      this.#note(sayError(error));
      throw error;
    }
  }

  async #replace(before: Promise<EventStore> | undefined): Promise<EventStore> {
    this.#isReplacing = true;
    try {
      this.#letGo(await before?.catch(() => undefined));
      await this.#hands.remove(this.name, () => this.#note('Another tab still holds on to this log.'));
    } finally {
      this.#isReplacing = false;
    }
    return this.#openStore();
  }

  async #openStore(): Promise<EventStore> {
    if (this.#isClosed) throw new Error('The log is closed.');
    this.#trouble = null;
    const store = await this.#hands.open(this.name, (trouble) => this.#takeTrouble(trouble));
    await this.#watch(store);
    this.tell();
    return store;
  }

  #letGo(store: EventStore | undefined): void {
    this.#stop();
    this.#stop = () => {};
    store?.close();
  }

  /** Keeps count of the events. */
  async #watch(store: EventStore): Promise<void> {
    const head = await store.lastPosition('all');
    this.#status = {
      events: (await hasGaps(store)) ? await countEvents(store) : head,
      edition: ++this.#editions,
      durable: store.durable,
      trouble: this.#trouble,
    };
    const subscription = store.subscribe(
      'all',
      head,
      () => {
        // What was appended was written: a full disk or a lost connection is a thing of the past.
        if (store.durable) this.#trouble = null;
        if (this.#status) {
          const { events } = this.#status;
          this.#status = { ...this.#status, events: events + 1, trouble: this.#trouble };
        }
        this.#tellSoon();
      },
      // Why it ended is told as the store's trouble.
      () => {},
    );
    this.#stop = () => subscription.close();
  }

  #takeTrouble({ code, message }: StoreTrouble): void {
    if (code !== 'deleted') this.#note(message);
    else if (!this.#isReplacing && !this.#isClosed) this.#openAgain();
  }

  #openAgain(): void {
    const gone = this.#store;
    this.#store = undefined;
    gone?.then((store) => this.#letGo(store)).catch(() => {});
    this.#reopening = setTimeout(() => this.use().catch(() => {}), REOPEN_MS);
  }

  #note(message: string): void {
    // The store's name says nothing to people.
    const trouble = message.replace(`he store "${this.name}"`, 'his log');
    this.#trouble = trouble;
    const { events = 0, edition = this.#editions, durable = true } = this.#status ?? {};
    this.#status = { events, edition, durable, trouble };
    this.tell();
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => this.tell(), GATHER_MS);
  }
}

async function countEvents(store: EventStore): Promise<number> {
  let count = 0;
  for await (const _ of store.read('all')) count++;
  return count;
}
