import { lazy, type Ref, Suspense, useCallback } from 'react';
import { useDropped } from '../../panels/boards/use-dropped.ts';
import { useOpening } from '../../panels/exchange/use-opening.ts';
import { DropHint } from '../../ui/drop-hint.tsx';
import type { Services } from '../compose.ts';
import type { OpenBoard } from '../open-board.ts';
import { addressOf, goTo } from '../routes.ts';

const OpenReportDialog = lazy(async () => ({
  default: (await import('../../panels/exchange/open-report-dialog.tsx')).OpenReportDialog,
}));

export interface FileOpenerProps {
  readonly open: OpenBoard;
  readonly services: Services;
  /** The hidden field: clicking it lets the person choose files. */
  readonly field: Ref<HTMLInputElement>;
}

async function lookBack(open: OpenBoard, file: File): Promise<void> {
  const { lookBackAt } = await import('../lab/look-back-at.ts');
  open.lab.getState().show('history');
  lookBackAt(open, file);
}

/** Makes boards of files that the person chooses or drops on the page, and says what came of them. */
export function FileOpener({ open, services: { exchange, shelf }, field }: FileOpenerProps) {
  const onOpen = useCallback((id: string) => goTo(addressOf(id)), []);
  const onLog = useCallback((file: File) => void lookBack(open, file), [open]);
  const { openFiles, reports, dismiss } = useOpening(exchange, shelf.create, onOpen, onLog);
  const isOver = useDropped(openFiles);
  return (
    <>
      {isOver && <DropHint>Drop to open: a model as a board of its own, a log to look back at</DropHint>}
      <input
        ref={field}
        className="file-field"
        type="file"
        multiple
        aria-label="Files to open"
        tabIndex={-1}
        onChange={(event) => {
          openFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      {reports.length > 0 && (
        <Suspense fallback={null}>
          <OpenReportDialog reports={reports} onOpen={onOpen} onClose={dismiss} />
        </Suspense>
      )}
    </>
  );
}
