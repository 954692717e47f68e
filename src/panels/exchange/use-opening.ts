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

export interface Opening {
  readonly openFiles: (files: readonly File[]) => void;
  readonly openText: (text: string) => void;
  /** What should be read before going on; empty when all went well. */
  readonly reports: readonly OpenReport[];
  readonly dismiss: () => void;
}

/** Makes boards of files and texts, and goes to the board when there is one and nothing to say about it. */
export function useOpening(
  exchange: Exchange,
  create: (document: JsonObject) => Promise<string>,
  onOpen: (id: string) => void,
): Opening {
  const [reports, setReports] = useState<readonly OpenReport[]>([]);
  const open = useCallback(
    async (reading: Promise<readonly ReadFile[]>) => {
      const results: OpenReport[] = [];
      try {
        for (const read of await reading) {
          const { fileName } = read;
          if (read.kind === 'trouble') results.push({ fileName, board: null, remarks: read.messages });
          else results.push({ fileName, board: await create(read.document), remarks: read.remarks });
        }
      } catch (error) {
        results.push({ fileName: '', board: null, remarks: [{ place: '', message: sayError(error) }] });
      }
      const [only, ...others] = results;
      const isPlain = only !== undefined && others.length === 0 && only.remarks.length === 0;
      if (isPlain && only.board !== null) onOpen(only.board);
      else setReports(results);
    },
    [create, onOpen],
  );
  return {
    openFiles: (files) => void open(exchange.readFiles(files)),
    openText: (text) => void open(exchange.readText(text).then((read) => [read])),
    reports,
    dismiss: () => setReports([]),
  };
}
