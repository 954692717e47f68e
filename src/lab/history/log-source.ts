import type { LogMapping } from '../../history/import/log-mapping.ts';
import type { LogSurvey } from '../../history/import/log-survey.ts';
import type { LogSummary, PastLogs, ReadProgress } from './past-log.ts';

/** A log from outside that this browser keeps. */
export interface KeptLog {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  readonly mapping: LogMapping;
  readonly events: number;
}

/** Where logs from outside are kept. All of it rejects where the browser keeps nothing. */
export interface LogShelf {
  readonly list: () => Promise<readonly KeptLog[]>;
  readonly readFile: (id: string) => Promise<Blob | null>;
  /** The original is left out where it is kept already. */
  readonly keep: (log: KeptLog, file: Blob | null) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

/** The board's own log, or one from outside by its id. */
export const BOARD_LOG = 'board';

/** Where one is on the way to a log that can be looked at. */
export type LogStep =
  /** The board's own log has no events. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading'; readonly name: string; readonly progress: ReadProgress | null }
  | {
      readonly kind: 'mapping';
      readonly name: string;
      readonly survey: LogSurvey;
      readonly mapping: LogMapping;
    }
  | { readonly kind: 'ready'; readonly log: string; readonly name: string; readonly summary: LogSummary }
  /** It could not be read; what is wrong stands in the survey where it was no log. */
  | {
      readonly kind: 'failed';
      readonly name: string;
      readonly message: string;
      readonly survey: LogSurvey | null;
    };

/** A log that can be looked at. */
export type ReadyLog = Extract<LogStep, { readonly kind: 'ready' }>;

export interface LogSourceState {
  readonly choice: string;
  /** Null until they are looked up. */
  readonly kept: readonly KeptLog[] | null;
  readonly step: LogStep;
  /** What is not as it should be, such as that the log is not kept; null when all is well. */
  readonly trouble: string | null;
}

export interface LogSourcePorts {
  readonly logs: PastLogs;
  readonly shelf: LogShelf;
  /** The board's own log as an archive; null where it is empty. */
  readonly readBoardLog: () => Promise<Blob | null>;
  /** Where it ends, 0 while it is empty: another number means that it has to be read anew. */
  readonly headOfBoardLog: () => Promise<number>;
  /** The log from outside that was looked at last; null for none. */
  readonly readLast: () => string | null;
  readonly noteLast: (choice: string) => void;
  readonly makeId: () => string;
  readonly now: () => number;
  readonly sayError: (error: unknown) => string;
}

const BOARD_NAME = 'This board’s log';

type NamedFile = Blob & { readonly name: string };

/** A file on its way in: under which id it will be kept, and whether it is kept already. */
interface Incoming {
  readonly id: string;
  readonly name: string;
  readonly file: Blob;
  readonly isKept: boolean;
  readonly addedAt: number;
}

/** Which log is looked back at, and the way there: choose it, map it, have it read. */
export class LogSource {
  readonly #ports: LogSourcePorts;
  readonly #listeners = new Set<() => void>();
  #state: LogSourceState = {
    choice: BOARD_LOG,
    kept: null,
    step: { kind: 'reading', name: BOARD_NAME, progress: null },
    trouble: null,
  };
  #incoming: Incoming | null = null;
  /** Of the board's own log, as it was read. */
  #head = 0;
  #stop = new AbortController();

  constructor(ports: LogSourcePorts) {
    this.#ports = ports;
    void this.#begin();
  }

  readonly state = (): LogSourceState => this.#state;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the board's own log as it stands now. */
  readonly chooseBoard = (): void => {
    this.#incoming = null;
    void this.#run(BOARD_LOG, BOARD_NAME, async (watch) => {
      this.#head = await this.#ports.headOfBoardLog();
      const file = await this.#ports.readBoardLog();
      const survey = file && (await this.#ports.logs.open(file, watch));
      const mapping = survey?.proposal?.mapping;
      if (!file || !mapping) return { kind: 'empty' };
      const summary = await this.#ports.logs.apply(BOARD_LOG, file, mapping, watch);
      return { kind: 'ready', log: BOARD_LOG, name: BOARD_NAME, summary };
    });
  };

  /** Reads the board's own log again if it is the one that is looked at and has changed. */
  readonly lookAgain = async (): Promise<void> => {
    const isSettled = () =>
      this.#state.choice === BOARD_LOG && ['empty', 'ready'].includes(this.#state.step.kind);
    if (!isSettled()) return;
    const head = await this.#ports.headOfBoardLog().catch(() => this.#head);
    if (isSettled() && head !== this.#head) this.chooseBoard();
  };

  /** Looks at a file and proposes a mapping. */
  readonly chooseFile = (file: NamedFile): void => {
    const { makeId, now } = this.#ports;
    this.#survey({ id: makeId(), name: file.name, file, isKept: false, addedAt: now() }, null);
  };

  /** Reads a kept log under its mapping. */
  readonly chooseKept = (id: string): void => {
    void this.#withKept(id, (incoming, { mapping }) => this.#apply(incoming, mapping));
  };

  /** Back to the mapping of the log that is looked at. */
  readonly changeMapping = (): void => {
    const { choice } = this.#state;
    void this.#withKept(choice, (incoming, { mapping }) => this.#survey(incoming, mapping));
  };

  readonly map = (mapping: LogMapping): void => {
    const { step } = this.#state;
    if (step.kind === 'mapping') this.#set({ step: { ...step, mapping } });
  };

  /** Reads the log under the mapping as it is now, and keeps both. */
  readonly accept = (): void => {
    const { step } = this.#state;
    if (step.kind === 'mapping' && this.#incoming) this.#apply(this.#incoming, step.mapping);
  };

  /** Gives up what is being read or mapped. */
  readonly stop = (): void => {
    this.#stop.abort();
    this.chooseBoard();
  };

  /** Says that something about the log went wrong. */
  readonly complain = (trouble: string): void => this.#set({ trouble });

  /** Deletes a kept log with its original. */
  readonly remove = async (id: string): Promise<void> => {
    this.#ports.logs.forget(id);
    if (this.#state.choice === id) this.chooseBoard();
    try {
      await this.#ports.shelf.remove(id);
    } catch (error) {
      this.#set({ trouble: `The log could not be deleted: ${this.#ports.sayError(error)}` });
    }
    await this.#lookUp();
  };

  /** Goes on where one was before a reload. */
  async #begin(): Promise<void> {
    const { signal } = this.#stop;
    await this.#lookUp();
    // Somebody may have dropped a file meanwhile.
    if (signal.aborted) return;
    const last = this.#ports.readLast();
    if (last !== null && this.#state.kept?.some(({ id }) => id === last)) this.chooseKept(last);
    else this.chooseBoard();
  }

  #survey(incoming: Incoming, mapping: LogMapping | null): void {
    this.#incoming = incoming;
    const { name, file } = incoming;
    void this.#run(incoming.id, name, async (watch) => {
      const survey = await this.#ports.logs.open(file, watch);
      const { proposal } = survey;
      if (proposal) return { kind: 'mapping', name, survey, mapping: mapping ?? proposal.mapping };
      return { kind: 'failed', name, survey, message: 'There is nothing in it that could be looked at.' };
    });
  }

  #apply(incoming: Incoming, mapping: LogMapping): void {
    const { id, name, file } = incoming;
    void this.#run(id, name, async (watch) => {
      const summary = await this.#ports.logs.apply(id, file, mapping, watch);
      this.#incoming = { ...incoming, isKept: await this.#keep(incoming, mapping, summary.events) };
      return { kind: 'ready', log: id, name, summary };
    });
  }

  /** Whether the log is kept now. */
  async #keep(incoming: Incoming, mapping: LogMapping, events: number): Promise<boolean> {
    const { id, name, file, isKept, addedAt } = incoming;
    const log: KeptLog = { id, name, size: file.size, addedAt, mapping, events };
    try {
      await this.#ports.shelf.keep(log, isKept ? null : file);
    } catch (error) {
      const why = this.#ports.sayError(error);
      this.#set({ trouble: `The log is not kept and has to be chosen again after a reload: ${why}` });
      return isKept;
    }
    await this.#lookUp();
    return true;
  }

  async #withKept(id: string, use: (incoming: Incoming, log: KeptLog) => void): Promise<void> {
    const { shelf, sayError } = this.#ports;
    const log = this.#state.kept?.find((one) => one.id === id);
    const known = this.#incoming?.id === id ? this.#incoming : null;
    try {
      const file = known?.file ?? (log && (await shelf.readFile(id)));
      if (!log || !file) throw new Error('The log is not in this browser any more: choose its file again.');
      use(known ?? { id, name: log.name, file, isKept: true, addedAt: log.addedAt }, log);
    } catch (error) {
      const name = log?.name ?? 'This log';
      this.#set({ choice: id, step: { kind: 'failed', name, survey: null, message: sayError(error) } });
    }
  }

  /** Works towards a step; whatever else was being worked on is given up. */
  async #run(
    choice: string,
    name: string,
    work: (watch: {
      readonly signal: AbortSignal;
      readonly onProgress: (progress: ReadProgress) => void;
    }) => Promise<LogStep>,
  ): Promise<void> {
    this.#stop.abort();
    const stop = new AbortController();
    this.#stop = stop;
    const { signal } = stop;
    const show = (step: LogStep) => {
      if (signal.aborted) return;
      if (step.kind === 'ready') this.#ports.noteLast(choice);
      this.#set({ step });
    };
    this.#set({ choice, trouble: null, step: { kind: 'reading', name, progress: null } });
    try {
      show(await work({ signal, onProgress: (progress) => show({ kind: 'reading', name, progress }) }));
    } catch (error) {
      show({ kind: 'failed', name, survey: null, message: this.#ports.sayError(error) });
    }
  }

  async #lookUp(): Promise<void> {
    try {
      this.#set({ kept: await this.#ports.shelf.list() });
    } catch {
      // Where nothing can be kept, this is said when something is to be.
      this.#set({ kept: [] });
    }
  }

  #set(change: Partial<LogSourceState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
