import './exchange.css';
import { Dialog } from '../../ui/dialog.tsx';
import type { FileRemark } from './exchange.ts';
import { sayPlace } from './say-place.ts';
import type { OpenReport } from './use-opening.ts';

/** More than anybody reads; the findings of a model are listed on its board anyway. */
const MOST_SHOWN = 50;

export interface OpenReportDialogProps {
  readonly reports: readonly OpenReport[];
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** Says what came of the files: which could not be opened and why, and what is missing in the others. */
export function OpenReportDialog({ reports, onOpen, onClose }: OpenReportDialogProps) {
  if (reports.length === 0) return null;
  const isAllBad = reports.every(({ board }) => board === null);
  return (
    <Dialog title={isAllBad ? 'Nothing was opened' : 'Opened'} onClose={onClose}>
      <div className="open-reports" role="alert">
        {reports.map((report, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two files may have the same name
          <FileReport key={index} report={report} onOpen={onOpen} />
        ))}
        {isAllBad && <p className="muted">Your boards are as they were.</p>}
      </div>
    </Dialog>
  );
}

interface FileReportProps {
  readonly report: OpenReport;
  readonly onOpen: (id: string) => void;
}

function FileReport({ report: { fileName, board, remarks }, onOpen }: FileReportProps) {
  const hidden = remarks.length - MOST_SHOWN;
  return (
    <section className="open-report">
      <h3 className="open-report-name">{fileName}</h3>
      {board !== null && <p>{sayOpened(remarks.length)}</p>}
      <ul className="open-report-remarks">
        {remarks.slice(0, MOST_SHOWN).map((remark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <Remark key={index} remark={remark} />
        ))}
      </ul>
      {hidden > 0 && <p className="muted">And {hidden} more.</p>}
      {board !== null && (
        <button className="button button-main" type="button" onClick={() => onOpen(board)}>
          Open the board
        </button>
      )}
    </section>
  );
}

function Remark({ remark: { place, message } }: { readonly remark: FileRemark }) {
  return (
    <li>
      {place !== '' && <span className="open-report-place">{sayPlace(place)}</span>}
      {message}
    </li>
  );
}

function sayOpened(remarks: number): string {
  if (remarks === 0) return 'This is a board now.';
  return remarks === 1
    ? 'This is a board now. One thing needs a look; what is broken is left out until it is put right.'
    : `This is a board now. ${remarks} things need a look; what is broken is left out until it is put right.`;
}
