import { useCallback, useState } from 'react';
import type { JsonObject } from '../../lib/json.ts';
import { sayError } from '../../ui/say-error.ts';
import type { Exchange, FileRemark, ReadFile } from './exchange.ts';

/** What there is to say about a file that was opened, or could not be. */
export interface OpenReport {
  readonly fileName: string;
  /** The board made of it; null when none was. */
  readonly board: string | null;
  readonly remarks: readonly FileRemark[];
}

const ANOTHER_LOG = 'One log is looked back at at a time: open this one when you are done with the other.';
const LOG_WITHOUT_BOARD =
  'This is a log of events, not a model: open a board, an empty one will do, and drop the log there to look back at it.';

export interface Opening {
  readonly openFiles: (files: readonly File[]) => void;
  readonly openText: (text: string) => void;
  /** What should be read before going on; empty when all went well. */
  readonly reports: readonly OpenReport[];
  readonly dismiss: () => void;
}

/**
 * Makes boards of files and texts, and goes to the board when there is one and nothing to say about it. A log is handed to
 * `onLog` where there is a board to look at it on.
 */
export function useOpening(
  exchange: Exchange,
  create: (document: JsonObject) => Promise<string>,
  onOpen: (id: string) => void,
  onLog?: (file: File) => void,
): Opening {
  const [reports, setReports] = useState<readonly OpenReport[]>([]);
  const open = useCallback(
    async (reading: Promise<readonly ReadFile[]>) => {
      const results: OpenReport[] = [];
      let log: File | null = null;
      try {
        for (const read of await reading) {
          if (read.kind === 'log' && onLog && log === null) log = read.file;
          else results.push(await reportOf(read, create, onLog !== undefined));
        }
      } catch (error) {
        results.push({ fileName: '', board: null, remarks: [{ place: '', message: sayError(error) }] });
      }
      if (log !== null) onLog?.(log);
      if (results.length === 0) return;
      const [only, ...others] = results;
      const isPlain = only !== undefined && others.length === 0 && only.remarks.length === 0;
      if (isPlain && only.board !== null) onOpen(only.board);
      else setReports(results);
    },
    [create, onOpen, onLog],
  );
  return {
    openFiles: (files) => void open(exchange.readFiles(files)),
    openText: (text) => void open(exchange.readText(text).then((read) => [read])),
    reports,
    dismiss: () => setReports([]),
  };
}

/** Makes the board of a file, and says what came of it. */
async function reportOf(
  read: ReadFile,
  create: (document: JsonObject) => Promise<string>,
  takesLogs: boolean,
): Promise<OpenReport> {
  const { fileName } = read;
  if (read.kind === 'model') return { fileName, board: await create(read.document), remarks: read.remarks };
  if (read.kind === 'trouble') return { fileName, board: null, remarks: read.messages };
  const message = takesLogs ? ANOTHER_LOG : LOG_WITHOUT_BOARD;
  return { fileName, board: null, remarks: [{ place: '', message }] };
}
