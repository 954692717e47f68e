import { ExportButton } from '../exports/export-button.tsx';
import type { OpenBoard } from '../open-board.ts';
import { CopyLink } from '../view/copy-link.tsx';

/** What can be done with what the lab shows. */
export function LabActions(open: OpenBoard) {
  return (
    <>
      <CopyLink {...open} />
      <ExportButton {...open} />
    </>
  );
}
