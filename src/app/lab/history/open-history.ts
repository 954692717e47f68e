import type { Board } from '../../../board/board.ts';
import { exportStore } from '../../../event-store/export-store.ts';
import { KeptLogs } from '../../../event-store/kept-logs.ts';
import type { EventStore } from '../../../event-store/port.ts';
import { listStores } from '../../../event-store/stores.ts';
import { readMapping } from '../../../history/import/read-mapping.ts';
import { type KeptLog, LogSource } from '../../../lab/history/log-source.ts';
import type { PastLogs } from '../../../lab/history/past-log.ts';
import type { Json } from '../../../lib/json.ts';
import { sayError } from '../../../ui/say-error.ts';
import { createPastLogs } from '../../../worker/past-logs.ts';
import { keep, readKept } from '../../kept.ts';
import type { OpenBoard } from '../../open-board.ts';
import { openLiveLab } from '../live-lab.ts';
import { nameStores } from '../store-names.ts';

/** What the views of the history work with. */
export interface OpenHistory {
  /** Answers questions about the log that is looked back at. */
  readonly logs: PastLogs;
  /** Which log that is. */
  readonly source: LogSource;
}

const histories = new WeakMap<Board, OpenHistory>();
const kept = new KeptLogs();

/** The history of a board: made with the first use, and closed with the board. */
export function openHistory(open: OpenBoard): OpenHistory {
  const known = histories.get(open.board);
  if (known) return known;
  const logs = createPastLogs();
  const source = new LogSource({
    logs,
    shelf: {
      list: async () => (await kept.list()).flatMap(readRow),
      readFile: (id) => kept.readFile(id),
      keep: (log, file) => kept.keep({ ...log, mapping: log.mapping as unknown as Json }, file),
      remove: (id) => kept.remove(id),
    },
    readBoardLog: () => readBoardLog(open),
    headOfBoardLog: async () =>
      (await hasLog(open)) ? boardStore(open).then((store) => store.lastPosition('all')) : 0,
    readLast: () => readKept('past-log'),
    noteLast: (choice) => keep('past-log', choice),
    makeId: () => crypto.randomUUID(),
    now: Date.now,
    sayError,
  });
  const made = { logs, source };
  open.whenClosed(() => logs.close());
  histories.set(open.board, made);
  return made;
}

/** A log whose mapping cannot be read any more is one to choose anew. */
function readRow(row: Awaited<ReturnType<KeptLogs['list']>>[number]): readonly KeptLog[] {
  const mapping = readMapping(row.mapping);
  return mapping === null ? [] : [{ ...row, mapping }];
}

/** Looking back makes no log where there is none. */
async function hasLog({ board }: OpenBoard): Promise<boolean> {
  return (await listStores()).includes(nameStores(board.id).log);
}

function boardStore(open: OpenBoard): Promise<EventStore> {
  return openLiveLab(open).held.use();
}

async function readBoardLog(open: OpenBoard): Promise<Blob | null> {
  if (!(await hasLog(open))) return null;
  const lines: string[] = [];
  for await (const line of exportStore(await boardStore(open))) lines.push(line);
  return new Blob(lines);
}
