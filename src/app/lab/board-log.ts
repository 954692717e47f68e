import type { CompiledModel } from '../../decision/compiled-model.ts';
import { exportStore } from '../../event-store/export-store.ts';
import { importStore } from '../../event-store/import-store.ts';
import { splitLines } from '../../event-store/ndjson.ts';
import { requestPersistence } from '../../event-store/persistence.ts';
import type { Attachment } from '../../event-store/port.ts';
import type { BoardLog, ImportReport, IssueOrder, IssueWatch } from '../../lab/board-log.ts';
import type { GivenEvent } from '../../model/schema.ts';
import { attachTo } from '../../runs/attached-store.ts';
import { giveEvent } from '../../runs/give-event.ts';
import { issueCommand } from '../../runs/issue-command.ts';
import { WebLocks } from '../../runs/web-locks.ts';
import { findChain } from './find-chain.ts';
import type { HeldLog } from './held-log.ts';
import { decideOnUpcast } from './history/read-upcast.ts';

/** What giving commands and events by hand needs of the world outside. */
export interface LogGround {
  readonly locks: LockManager | undefined;
  readonly makeId: () => string;
  /** The time of day, RFC 3339. */
  readonly now: () => string;
  /** The board's model as it is now. Throws where it is not usable. */
  readonly compile: () => CompiledModel;
  /** What is written with the events; fulfilled once what has to be level with the log is. */
  readonly attach: (model: CompiledModel) => Promise<Attachment>;
}

/** The log of a board over the store that holds it. */
export function createBoardLog(held: HeldLog, ground: LogGround): BoardLog & { readonly close: () => void } {
  let cleared: { readonly lines: readonly string[]; readonly events: number } | null = null;
  const forget = held.listen(() => {});

  const issue = async ({ command, strategy, actor }: IssueOrder, watch: IssueWatch) => {
    const { locks } = ground;
    if (locks === undefined) throw new Error('This browser has no Web Locks, which commands need.');
    const { signal, onStep, mayAppend } = watch;
    void requestPersistence();
    const model = ground.compile();
    return issueCommand(model, { now: ground.now(), ...command }, strategy, {
      store: decideOnUpcast(attachTo(await held.use(), await ground.attach(model)), model),
      runId: ground.makeId(),
      // The same for all tabs: who locks, locks the others out.
      locks: new WebLocks(locks, `ambit-log:${held.name}`),
      now: () => performance.now(),
      ...(actor !== null && { actor }),
      onStep,
      beforeAppend: () => unlessStopped(mayAppend, signal),
    });
  };

  const give = async (event: GivenEvent, actor: string | null) => {
    void requestPersistence();
    const model = ground.compile();
    const store = attachTo(await held.use(), await ground.attach(model));
    const given = { time: ground.now(), ...event };
    return giveEvent(model, given, { store, id: ground.makeId(), ...(actor !== null && { actor }) });
  };

  const clear = async () => {
    const lines: string[] = [];
    const store = await held.use();
    for await (const line of exportStore(store)) lines.push(line);
    const events = held.status()?.events ?? 0;
    await held.recreate();
    cleared = events === 0 ? null : { lines, events };
    held.tell();
  };

  const putBack = async () => {
    if (cleared === null) return false;
    const { kind } = await importStore(await held.use(), cleared.lines);
    cleared = null;
    await held.refresh();
    return kind === 'imported';
  };

  const importFrom = async (file: Blob): Promise<ImportReport> => {
    const text = file.stream().pipeThrough(new TextDecoderStream());
    const report = await importStore(await held.use(), splitLines(readPieces(text)));
    if (report.kind === 'imported') await held.refresh();
    return report;
  };

  return {
    status: held.status,
    listen: held.listen,
    open: held.open,
    download: held.download,
    issue,
    give,
    chain: async (event) => findChain(await held.use(), event),
    clear,
    cleared: () => (held.status()?.events === 0 ? (cleared?.events ?? null) : null),
    putBack,
    importFrom,
    close: () => {
      forget();
      held.close();
    },
  };
}

/** Waits for a permission, and rejects as soon as the signal says so. */
function unlessStopped(wait: () => Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    wait().then(resolve, reject);
  });
}

/** Not every browser lets one iterate over a stream. */
async function* readPieces(stream: ReadableStream<string>): AsyncGenerator<string, void, undefined> {
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}
