import { useState } from 'react';
import type { BoardLog, ImportReport } from '../../lab/board-log.ts';
import { sayError } from '../../ui/say-error.ts';

/** What was last done with a log as a whole. */
export type ArchiveState =
  | { readonly kind: 'working'; readonly what: string }
  | { readonly kind: 'report'; readonly file: Blob; readonly report: ImportReport }
  | { readonly kind: 'put-back'; readonly isDone: boolean }
  | { readonly kind: 'failed'; readonly message: string };

export interface Archive {
  readonly state: ArchiveState | null;
  readonly importFile: (file: Blob) => void;
  /** Empties the log and reads an archive that found it not empty. */
  readonly clearAndImport: (file: Blob) => void;
  readonly clear: () => void;
  readonly putBack: () => void;
  /** Takes the log home; `work` does it. */
  readonly download: (work: () => Promise<void>) => void;
  readonly dismiss: () => void;
}

/** Takes a log home, reads one in, empties it, and puts back what was in it. */
export function useArchive(log: BoardLog): Archive {
  const [state, setState] = useState<ArchiveState | null>(null);
  const run = (what: string, work: () => Promise<ArchiveState | null>) => {
    setState({ kind: 'working', what });
    work().then(setState, (error: unknown) => setState({ kind: 'failed', message: sayError(error) }));
  };
  const read = async (file: Blob): Promise<ArchiveState> => ({
    kind: 'report',
    file,
    report: await log.importFrom(file),
  });
  return {
    state,
    importFile: (file) => run('Reading the archive…', () => read(file)),
    clearAndImport: (file) =>
      run('Clearing the log, and reading the archive…', async () => {
        await log.clear();
        return read(file);
      }),
    clear: () =>
      run('Clearing the log…', async () => {
        await log.clear();
        return null;
      }),
    putBack: () =>
      run('Putting the events back…', async () => ({ kind: 'put-back', isDone: await log.putBack() })),
    download: (work) =>
      run('Writing the file…', async () => {
        await work();
        return null;
      }),
    dismiss: () => setState(null),
  };
}
